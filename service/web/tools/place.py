"""Names of places for programs: a document, or a range of one that a search found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from service import texts
from service.answer import Found
from service.archive.records import Line

MOST_TEXT = 40_000  # characters; as much as a language model reads at once


@dataclass(frozen=True, slots=True)
class Named:
    """A document, or the range of its text from `start` to `end`."""

    document: str
    start: int | None = None
    end: int | None = None


def name_of(found: Found) -> str:
    """What a place that was found is called."""
    asked = parse_qs(urlsplit(found.url).query)
    if "fra" in asked and "til" in asked:
        return f"{found.document_id}:{asked['fra'][0]}-{asked['til'][0]}"
    return found.document_id


def named(name: str) -> Named:
    """The place with that name; a name without a range is a document's."""
    match = re.fullmatch(r"(.+):([0-9]{1,9})-([0-9]{1,9})", name, re.DOTALL)
    return Named(match[1], int(match[2]), int(match[3])) if match else Named(name)


def around(lines: Sequence[Line], place: Named) -> tuple[Line, ...]:
    """The lines in the place's range and all under the same heading beside them."""
    if place.start is None or place.end is None:
        return tuple(lines)
    inside = [
        n for n, line in enumerate(lines) if line.start < place.end and line.end > place.start
    ]
    if not inside:
        return ()
    first, last = inside[0], inside[-1]
    while first > 0 and lines[first - 1].heading == lines[first].heading:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].heading == lines[last].heading:
        last += 1
    return tuple(lines[first : last + 1])


def told(lines: Sequence[Line]) -> str:
    """The lines as a text that says what does not apply; what is too much is left out."""
    text = "\n".join(_marked(line) for line in lines)
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]} {texts.DELETED_PART}"


def _marked(line: Line) -> str:
    if line.struck:
        return f"{texts.DELETED_TEXT} {line.text}"
    return f"{texts.INSERTED_TEXT} {line.text}" if line.proposed else line.text
