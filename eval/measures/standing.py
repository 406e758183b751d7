"""Whether a quote stands in a document word for word.

White space, hyphens, bullets and punctuation differ between a file and what was read from it, and
lines between two pages (heads, footers, page numbers) are no part of a text that runs on. So
letters and digits are compared, all of them and in order, and whole lines of the document may be
left out in between. A word left out, put in or changed is a difference.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from eval.measures.quotes import letters

SEED = 12  # letters by which the place of a quote, and where it goes on, is looked for
LEFT_OUT = 5  # lines at most: a page's footer and number, and the head of the next
LINES = re.compile(r"[\n\f]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """The letters of a text in one piece, and where its lines begin."""

    text: str
    begins: tuple[int, ...]


def stands(quote: str, document: str) -> bool:
    """Whether all of `quote` stands in `document`, lines left out; an empty quote does nowhere."""
    wanted, lines = _letters(quote), _lines(document)
    if not wanted or wanted in lines.text:
        return bool(wanted)
    place = lines.text.find(wanted[:SEED])
    while place >= 0:
        if _goes_on(wanted, lines, place):
            return True
        place = lines.text.find(wanted[:SEED], place + 1)
    return False


def _goes_on(wanted: str, lines: Lines, place: int) -> bool:
    """Whether `wanted` is the text from `place` on, whole lines left out."""
    while wanted:
        same = _same(wanted, lines.text, place)
        if same == len(wanted):
            return True
        # Back to the last line that began within what is the same: the left out lines may begin
        # with the letters that the quote goes on with.
        line = bisect_left(lines.begins, place + same + 1) - 1
        if line < 0 or lines.begins[line] <= place:
            return False
        wanted = wanted[lines.begins[line] - place :]
        later = lines.begins[line + 1 : line + 1 + LEFT_OUT]
        found = next((at for at in later if lines.text.startswith(wanted[:SEED], at)), None)
        if found is None:
            return False
        place = found
    return True


def _same(wanted: str, text: str, place: int) -> int:
    """How many letters of `wanted` the text has at `place`."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if text.startswith(wanted[:middle], place):
            low = middle
        else:
            high = middle - 1
    return low


@lru_cache(maxsize=64)
def _lines(document: str) -> Lines:
    parts = [_letters(line) for line in LINES.split(document)]
    begins, at = [], 0
    for part in parts:
        begins.append(at)
        at += len(part)
    return Lines("".join(parts), tuple(dict.fromkeys(begins)))


def _letters(text: str) -> str:
    """As `letters`, a raised figure being a figure: footnote marks lose their height in files."""
    return letters(normalize("NFKC", text))
