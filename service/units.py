"""What can be told alone: a sentence, a list with its lead, a row of a table with its headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index import Passage, goes_on, sentences

# A sentence that begins so means nothing without the one before it.
LEANING = re.compile(
    r"(?:Disse|Dette|Det|Denne|Dog|Herefter|Heraf|Her|Han|Hun|De|Og|Men|Derfor|Ligeledes"
    r"|På den anden side)\b"
)
LIST_LEAD = re.compile(r":\s*$")
LIST_ITEM = re.compile(r"(?:[•–-]|o) |\d+[.)] ")
LONGEST = 700  # characters of a list told in one; a longer one is told in pieces
HEADING = 200  # characters of broken lines that can be a heading of what follows
FAR = 200  # characters between two pieces of text that were not written together


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a section's text at `start` to `end`, and as it is told.

    `row` says that it is a table's row; those are told with their headings.
    """

    start: int
    end: int
    told: str
    row: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Passages that stand beside each other in one section, in reading order, and their units."""

    passages: tuple[Passage, ...]
    text: str
    units: tuple[Unit, ...]

    @property
    def first(self) -> Passage:
        """The passage it begins with; all share its place."""
        return self.passages[0]

    def place(self, start: int, end: int) -> tuple[tuple[Passage, ...], int, int]:
        """The passages that `text[start:end]` stands in, and its range in the document's text."""
        inside: list[tuple[Passage, int, int]] = []
        begin = 0
        for passage in self.passages:
            stop = begin + len(passage.text)
            if begin < end and stop > start:
                inside.append((passage, max(0, start - begin), min(stop, end) - begin))
            begin = stop + 1
        first, last = inside[0], inside[-1]
        origin = first[0].origin(*first[1:])[0], last[0].origin(*last[1:])[1]
        return tuple(passage for passage, _, _ in inside), *origin


def sections(passages: Sequence[Passage]) -> list[Section]:
    """The passages, put together where one goes on in the next."""
    found: list[list[Passage]] = []
    for passage in sorted(passages, key=lambda each: each.id):
        if found and _follows(found[-1][-1], passage):
            found[-1].append(passage)
        else:
            found.append([passage])
    return [_section(tuple(run)) for run in found]


def _follows(before: Passage, passage: Passage) -> bool:
    return (
        passage.id == before.id + 1
        and goes_on(before, passage)
        and bool(before.rows) == bool(passage.rows)
        and not repeats_headings(passage)
    )


def repeats_headings(passage: Passage) -> bool:
    """Whether it is a later piece of a table, which begins with headings from further up."""
    gaps = (b.origin - a.origin - a.length for a, b in pairwise(passage.runs))
    return bool(passage.rows) and max(gaps, default=0) > FAR


def _section(passages: tuple[Passage, ...]) -> Section:
    text = "\n".join(passage.text for passage in passages)
    if passages[0].rows:
        return Section(passages, text, tuple(_rows(passages)))
    found = pieces(text)
    begin = _after_heading(passages[0], text)
    if found and found[0][0] < begin < found[0][1]:
        found[0] = (begin, found[0][1])
    return Section(passages, text, tuple(Unit(a, b, text[a:b]) for a, b in found))


def _after_heading(first: Passage, text: str) -> int:
    """Where the text goes on after a first line that its place names already."""
    line, end, _ = text.partition("\n")
    ref = first.ref
    labelled = ref.headings[-1:] if ref.annex or not ref.punkt else ()
    named = (*labelled, ref.item_title or "")
    repeated = end and any(_letters(line) == _letters(name) for name in named)
    return len(line) + 1 if repeated else 0


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _rows(passages: Sequence[Passage]) -> Iterator[Unit]:
    begin = 0
    for passage in passages:
        for row in passage.rows:
            yield Unit(begin + row.start, begin + row.end, row.told, row=True)
        begin += len(passage.text) + 1


def pieces(text: str) -> list[tuple[int, int]]:
    """Sentences; a list with its lead is one piece, and so is a heading with what it heads."""
    found: list[tuple[int, int]] = []
    open_list = False
    for a, b in sentences(text):
        piece = text[a:b]
        same_line = bool(found) and "\n" not in text[found[-1][1] : a]
        goes_on = open_list and (same_line or LIST_ITEM.match(piece) is not None)
        goes_on = goes_on or (same_line and LEANING.match(piece) is not None)
        goes_on = goes_on or (bool(found) and LIST_LEAD.search(text[slice(*found[-1])]) is not None)
        broken = bool(found) and text[found[-1][1] - 1] not in ".:;!?"
        short = bool(found) and found[-1][1] - found[-1][0] <= HEADING
        heads = broken and short and not LIST_ITEM.match(piece)
        if found and (goes_on or heads) and b - found[-1][0] <= LONGEST:
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
        open_list = (open_list and goes_on) or bool(LIST_LEAD.search(piece))
    return found
