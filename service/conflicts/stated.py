"""A statement with its place, and two that disagree."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from index import sentences

LIST_ITEM = re.compile(r"(?:[•–-]|o|\d+[.)]|[a-z]\)) ")
END = re.compile(r"[.!?:;][\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence, or a table row as it is told alone, and what is known of where it stands.

    `place` is the caller's own key and only handed back. `held` is the meeting's date, `headings`
    those above the sentence, with the item's and the annex's title.
    """

    text: str
    place: Hashable = None
    held: date | None = None
    edition: str | None = None
    headings: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements, and the two values in which they differ, as they are written."""

    told: Stated
    other: Stated
    value: str
    against: str


def statements(text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences in `text`; one that breaks off before a list goes on with it.

    "Vedtaget blev to planer for henholdsvis" tells nothing without the lines that follow.
    """
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        before = text[slice(*found[-1])] if found else "."
        if LIST_ITEM.match(text[start:end]) and not END.search(before):
            lead = found[-1][0]
            if not LIST_ITEM.match(before):
                found[-1] = (lead, end)
                continue
        found.append((start, end))
    return found
