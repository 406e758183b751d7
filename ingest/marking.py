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
    r"[(\[](?:lukket|fortroligt?)[^)\]]*[)\]]|\b(?:lukket punkt|lukket bilag)\b", re.I
)
THING = r"(?:punkt|dagsorden|sag|møde|del|dokument|bilag|notat|referat)"
MARK = re.compile(rf"(?:åbent?|lukket|(?:strengt)?fortroligt?){THING}?")
GROUP = re.compile(
    r"(?:åbne|lukkede|fortrolige)(?:dagsordens)?(?:punkter|sager|møder|dele)"
    r"|(?:åbent?|lukket|fortroligt?)(?:del|dagsorden|møde|punkter)"
)
ENUMERATED = re.compile(r"(?:[A-Z]|[IVX]+|\d{1,2})[.)]\s+")
PIECES = re.compile(r"\s*[:–—]\s*|\s+-\s*|,\s+")  # a mark may stand before or after a title


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


def group(text: str) -> Visibility | None:
    """What a heading says of all items below it ("Lukkede punkter"); `None` where it is none."""
    if len(text) >= MAX_MARK or not GROUP.fullmatch(_letters(ENUMERATED.sub("", text))):
        return None
    return Visibility.CLOSED if mark(text) is Visibility.CLOSED else Visibility.OPEN


def is_closed(text: str) -> bool:
    """Whether a line says that something is closed, and nothing else."""
    return (is_mark(text) and mark(text) is Visibility.CLOSED) or group(text) is Visibility.CLOSED


def closed_by_title(title: str) -> bool:
    """Whether a title itself says that what follows is closed."""
    return bool(CLOSED_TITLE.search(title)) or without_mark(title) != title


def without_mark(title: str) -> str:
    """A title without the closing mark in brackets, at its beginning or at its end."""
    title = re.sub(r"\s*[(\[](?:lukket|fortroligt?)[^)\]]*[)\]]", "", title, flags=re.I)
    first = PIECES.search(title)
    if first and is_closed(title[: first.start()]):
        title = title[first.end() :]
    last = next(reversed(list(PIECES.finditer(title))), None)
    if last and is_closed(title[last.end() :]):
        title = title[: last.start()]
    return _without_loud_mark(title)


def _without_loud_mark(title: str) -> str:
    """Some write the mark in capitals before or after the title, and nothing between."""
    words = title.split(" ")
    if len(words) == 1 or title.isupper():
        return title
    if words[0].isupper() and is_closed(words[0]):
        return " ".join(words[1:])
    return " ".join(words[:-1]) if words[-1].isupper() and is_closed(words[-1]) else title


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
