"""Whether an item is open or closed; whatever is unclear is closed.

A house that marks its items writes "Åben" or "Lukket" above each. Text recognition and word
processors break the word ("Lukk et", a soft hyphen, another normal form), so only letters count.
"""

import re
import unicodedata

from ingest.document import Visibility

CLOSED_WORDS = ("lukk", "fortrolig")
MAX_MARK = 40  # characters
CLOSED_TITLE = re.compile(
    r"\((?:lukket|fortroligt?)[^)]*\)|\b(?:lukket punkt|lukket bilag)\b", re.I
)


MARK = re.compile(r"(?:åbent?|lukket|fortroligt?)(?:punkt|dagsorden|sag|møde)?")


def mark(text: str) -> Visibility | None:
    """What a line says about visibility; `None` where it is no marking at all."""
    letters = _letters(text)
    if any(word in letters for word in CLOSED_WORDS):
        return Visibility.CLOSED
    return Visibility.OPEN if MARK.fullmatch(letters) else None


def is_mark(text: str) -> bool:
    """Whether a line is a marking and nothing else; a sentence about something closed is none."""
    return len(text) < MAX_MARK and bool(MARK.fullmatch(_letters(text)))


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalpha())


def closed_by_title(title: str) -> bool:
    """Whether a title itself says that what follows is closed."""
    return bool(CLOSED_TITLE.search(title))


def visibility(marks: list[str], *, house_marks: bool) -> Visibility:
    """The visibility of an item under the lines `marks`.

    `house_marks` says whether the document marks any item at all. Contradictory, unreadable and
    missing marks close the item where the house marks its items.
    """
    read = [mark(text) for text in marks]
    if Visibility.CLOSED in read or None in read:
        return Visibility.CLOSED
    if Visibility.OPEN in read or not house_marks:
        return Visibility.OPEN
    return Visibility.CLOSED


def unclear(marks: list[str], *, house_marks: bool) -> bool:
    """Whether an item under the lines `marks` is closed without being marked so, and no more."""
    closed = visibility(marks, house_marks=house_marks) is Visibility.CLOSED
    return closed and {mark(text) for text in marks} != {Visibility.CLOSED}
