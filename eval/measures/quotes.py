"""Whether a text shows a quote, whatever its line breaks, hyphens and spaces.

Quotes are compared by runs of letters and digits, so neither the layout of a document nor the
size of a system's passages decides.
"""

import re
from collections.abc import Iterable, Sequence

from eval.sets.item import Reference

RUN, STEP = 24, 6  # letters of a run, and from one run to the next
ENOUGH = 0.6  # share of the quote's runs; a quote may be cut in two by passages
BROKEN = re.compile(r"(\w)-\s*\n\s*(\w)")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LETTERS = re.compile(r"[0-9a-zà-öø-ÿ]+")


def words(text: str) -> list[str]:
    """The runs of letters and digits, lower case, words joined that a line's end divides."""
    whole = BROKEN.sub(r"\1\2", text.lower().replace(SOFT_HYPHEN, ""))
    return LETTERS.findall(whole)


def letters(text: str) -> str:
    """The letters and digits of `text` in one piece."""
    return "".join(words(text))


def together(texts: Iterable[str]) -> str:
    """The letters of all texts; a quote that two of them share is not put together."""
    return "|".join(letters(text) for text in texts)


def shows(text: str, quote: str) -> bool:
    """Whether most of `quote` stands in `text`, which is given as `letters`."""
    return share(text, quote) >= ENOUGH


def share(text: str, quote: str) -> float:
    """How much of `quote` stands in `text`, which is given as `letters`; 0 to 1."""
    runs = _runs(letters(quote))
    return sum(run in text for run in runs) / len(runs)


def needed(references: Sequence[Reference]) -> Sequence[Reference]:
    """Those that an answer must have: all but the stand-ins, or any where all are stand-ins."""
    return [one for one in references if not one.alt] or references


def shown(references: Sequence[Reference], read: str) -> float:
    """The share of the needed quotes that `read`, given as `letters`, shows; 0 to 1.

    A stand-in that is shown makes up for all that is missing.
    """
    wanted = needed(references)
    stand_in = any(shows(read, one.quote) for one in references if one.alt)
    return sum(stand_in or shows(read, one.quote) for one in wanted) / len(wanted)


def _runs(said: str) -> list[str]:
    if len(said) <= RUN:
        return [said]
    return [said[start : start + RUN] for start in range(0, len(said) - RUN + 1, STEP)]
