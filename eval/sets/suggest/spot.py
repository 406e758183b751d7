"""A block of a document with all that stands above it, and a proposal made from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from eval.sets.collection import Collection, names
from eval.sets.places import Text
from eval.sets.row import Gold, Row, State
from index import Block, Document, Part, PartKind, sentences
from ingest.document import About
from ingest.lines import line_of
from service.texts import danish_date

ROUTINE = re.compile(
    r"godkendelse af (?:dagsorden|referat)|eventuelt|^evt|næste møde|velkomst|^afslutning"
    r"|bordet rundt|orienteringspunkter",
    re.IGNORECASE,
)

LEAD = re.compile(
    r"^(?:der (?:var|er)\b[^,]{0,60}\benighed om\b[^,]{0,40}"
    r"|det (?:blev|bliver|er)(?: \w+)? besluttet|det besluttes), at ",
    re.IGNORECASE,
)
REASON = re.compile(r", (?:som|men|da|hvorfor|herunder|idet|efter|så|hvilket|fordi|hvor)\b")
SHORTEST = 50  # characters of a nugget before its reasons


@dataclass(frozen=True)
class Spot:
    """A block and its place; `paper` is the document `file`, or a meeting inside it."""

    file: Document
    paper: Document
    block: Block
    item: Part | None = None
    section: Part | None = None
    annex: Part | None = None
    chapter: Part | None = None
    table: Part | None = None

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The block's sentences; a table's row is one."""
        text = self.block.text
        return tuple(text[a:b] for a, b in sentences(text)) if not self.block.cells else (text,)

    @property
    def day(self) -> str:
        """The meeting's day in words, "" where it is of no meeting."""
        return danish_date(self.paper.held) if self.paper.held else ""

    @property
    def about(self) -> About | Document:
        """What the text belongs to: an annex with a kind of its own, or the document."""
        return self.annex.about if self.annex and self.annex.about else self.paper

    @property
    def title(self) -> str:
        """What a person calls the text it belongs to."""
        edition = self.about.edition
        if edition and self.about.kind.value.endswith("aftale"):
            return f"{self.about.kind.value.capitalize()} {edition}"
        return tidy(self.annex.heading if self.annex else self.paper.title)


def spots(collection: Collection) -> Iterator[Spot]:
    """Every block that may be seen, in reading order; struck ones too."""
    for file in collection.files:
        for paper in (file, *file.documents):
            for part in paper.parts:
                yield from _below(Spot(file, paper, Block("", ())), part)


def _below(above: Spot, part: Part) -> Iterator[Spot]:
    named: dict[str, Any] = {part.kind.value: part}
    here = replace(above, **named)
    if part.kind is PartKind.ANNEX:
        here = replace(here, section=None, chapter=None)
    for block in part.blocks:
        yield replace(here, block=block)
    for inner in part.parts:
        yield from _below(here, inner)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question for a person to accept or mend; `kind` is what of the structure it is made of.

    `about` is what a figure is of, and `years` are those that its sentence or table has. `place` is
    the table, section or chapter in `document`.
    """

    kind: str
    row: Row
    about: str = ""
    years: frozenset[str] = frozenset()
    document: str = ""
    place: str = ""


def proposal(kind: str, spot: Spot, quotes: tuple[str, ...], **fields: Any) -> Proposal | None:
    """A proposal whose quotes stand at the spot, or near; `None` where one cannot be found."""
    golds = [_gold(spot, quote) for quote in quotes]
    if not all(golds):
        return None
    of_item = spot.item and spot.item.number
    place = {
        "meeting": spot.paper.held if of_item else None,
        "punkt": of_item or None,
        "section": tidy(
            (spot.chapter or spot.annex or spot.section or spot.item or NOWHERE).heading
        ),
    }
    known = {"id": "forslag", "answerable": bool(golds), "gold": golds, **place, **fields}
    row = Row(status=State.PROPOSED, **known)
    above = spot.table or spot.chapter or spot.section or spot.annex or NOWHERE
    where = f"{spot.paper.id} {spot.item.heading if spot.item else ''} {above.heading}"
    return Proposal(kind, row, document=spot.file.source, place=where)


NOWHERE = Part(PartKind.CHAPTER, "")


def _gold(spot: Spot, quote: str) -> Gold | None:
    """Where the quote stands: the place that is nearest to the spot."""
    near = line_of(spot.file.text, spot.block.span[0])
    places = _text(spot.file.text).places(quote)
    if not places:
        return None
    first, last = min(places, key=lambda lines: abs(lines[0] - near))
    doc = min(names(spot.file), key=len)
    return Gold(doc=doc, quote=quote, line_from=first, line_to=last)


@lru_cache(maxsize=64)
def _text(text: str) -> Text:
    """A document's text ready to be looked up in; proposals of one document come together."""
    return Text(text)


def verbatim(spot: Spot) -> str:
    """The block with the struck words inside it, as the file has them."""
    start, end = spot.block.span
    return " ".join(spot.file.text[start:end].split())


def subject(heading: str) -> str:
    """A title as it is told in a question, between quotation marks."""
    return f"„{tidy(heading)}“"


def tidy(heading: str) -> str:
    """A title without its number, its colon and the like."""
    return re.sub(r"^(?:\d+(?:\.\d+)*\.?|[-•])\s+", "", heading.strip()).rstrip(".: ")


def clause(sentence: str) -> str:
    """A sentence as a nugget: what was agreed and not that it was, and without its reasons."""
    said = LEAD.sub("", re.sub(r"^[-•]\s*|^\d+\.\s+", "", sentence)).rstrip(". ")
    reason = next((m.start() for m in REASON.finditer(said) if m.start() >= SHORTEST), len(said))
    return said[:reason]
