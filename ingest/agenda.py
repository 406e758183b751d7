"""The agenda at the front of a meeting's papers, which says under which numbers the items stand."""

import re

from ingest.lines import Line
from ingest.punkt import punkt_of

# A group's heading may stand before it: "Sager til orientering 5. Title (side 3)".
AGENDA_LINE = re.compile(
    r"(?:\D{3,60}\s)?(\d{1,2})\.\s+(\D.*?)(?:\s*\(side \d+\)|\t\d+|\s*\.{3,}\s*\d*)\s*$",
    re.IGNORECASE,
)
MAX_LINE = 300  # characters; no line of an agenda is longer


def agenda_of(lines: list[Line]) -> dict[int, str]:
    """The titles the agenda or table of contents at the front gives, by item number."""
    front = "\n".join(x.text.strip() for x in lines[: front_end(lines)] if not x.blank)
    front = re.sub(r"-\n(?=[a-zæøå])", "", front)
    front = re.sub(r"\n(?!\s*\d{1,2}\.\s)(?=.*\(side)", " ", front)
    found: dict[int, str] = {}
    for text in re.split(r"\n|(?<=\))\s|(?<=\w)\s{2,}(?=\d{1,2}\. )", front):
        entry = AGENDA_LINE.fullmatch(text.strip()) if len(text) <= MAX_LINE else None
        if entry:
            found.setdefault(int(entry[1]), entry[2])
    return found


def front_end(lines: list[Line]) -> int:
    """The first line after the front matter: where "Punkt" stands alone for the first time."""
    return next((i for i, line in enumerate(lines) if is_untitled(line.bare)), 0)


def is_agenda_line(line: Line) -> bool:
    return len(line.text) <= MAX_LINE and bool(AGENDA_LINE.fullmatch(line.text.strip()))


def is_untitled(text: str) -> bool:
    """Whether "Punkt" stands there without a title."""
    found = punkt_of(text)
    return found is not None and not found.title
