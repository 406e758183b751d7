"""Whether a text shows a quote, whatever its line breaks, hyphens and spaces.

Quotes are compared by runs of letters and digits, so neither the layout of a document nor the
size of a system's passages decides.
"""

import re
from dataclasses import dataclass

RUN, STEP = 24, 6  # letters of a run, and from one run to the next
ENOUGH = 0.6  # share of the quote's runs; a quote may be cut in two by passages
BROKEN = re.compile(r"(\w)-\s*\n\s*(\w)")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LETTERS = re.compile(r"[0-9a-zà-öø-ÿ]+")


@dataclass(frozen=True, slots=True)
class Gold:
    """A quote that answers a question; an `alt` stands in for any other that is not found."""

    quote: str
    alt: bool = False


def letters(text: str) -> str:
    """The letters and digits of `text`, lower case, words joined that a line's end divides."""
    whole = BROKEN.sub(r"\1\2", text.lower().replace(SOFT_HYPHEN, ""))
    return "".join(LETTERS.findall(whole))


def shows(text: str, quote: str) -> bool:
    """Whether most of `quote` stands in `text`, which is given as `letters`."""
    return share(text, quote) >= ENOUGH


def share(text: str, quote: str) -> float:
    """How much of `quote` stands in `text`, which is given as `letters`; 0 to 1."""
    runs = _runs(letters(quote))
    return sum(run in text for run in runs) / len(runs)


def _runs(said: str) -> list[str]:
    if len(said) <= RUN:
        return [said]
    return [said[start : start + RUN] for start in range(0, len(said) - RUN + 1, STEP)]
