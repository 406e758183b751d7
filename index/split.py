"""Documents to passages along the structure: a passage never leaves its section."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.passage import Passage, Ref, Row
from index.sentences import sentences
from ingest import Block, Document, Kind, Part, PartKind, Run, Status, Visibility
from ingest.dates import written
from ingest.tables import is_heading_row, told
from ingest.terms import CONTENTS, OUTCOMES, RECOMMENDATION

# Characters. Small passages leave room for more places in the same reading.
TARGET = 600
LONGEST = 900

# How people ask for these sections; their own words are too few to be found by.
ASKED_AS = {
    RECOMMENDATION: "indstilling indstillet indstilles",
    **dict.fromkeys(OUTCOMES, "beslutning besluttet besluttede"),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text with its map, on the way to a passage; `lead` announces the list it begins in."""

    text: str
    runs: tuple[Run, ...]
    page: int | None
    rows: tuple[Row, ...] = ()
    struck: bool = False
    proposed: bool = False
    lead: str = ""


def passages(document: Document, first: int = 1) -> list[Passage]:
    """The passages of `document` and of the meetings inside it, numbered from `first`."""
    found: list[Passage] = []
    groups: dict[tuple[object, ...], int] = {}
    for one in (document, *document.documents):
        for key, ref, piece in sorted(_document(one), key=_place):
            number = first + len(found)
            found.append(
                Passage(
                    id=number,
                    group=groups.setdefault((one.id, *key), number),
                    text=piece.text,
                    context=_context(ref, piece.lead),
                    runs=piece.runs,
                    ref=_placed(ref, piece, one.labels),
                    rows=piece.rows,
                )
            )
    return found


def _placed(ref: Ref, piece: _Piece, labels: tuple[str, ...]) -> Ref:
    """The place of a passage, and what is printed on its page where that is another number."""
    page = piece.page
    label = labels[page - 1] if page and page <= len(labels) else None
    return replace(
        ref,
        page=page,
        page_label=label if label != str(page) else None,
        struck=piece.struck,
        proposed=piece.proposed,
    )


Placed = tuple[tuple[int, ...], Ref, _Piece]


def _place(placed: Placed) -> int:
    """Where it begins in the text; the tables of a section stand among its paragraphs."""
    return placed[2].runs[0].origin


def _document(document: Document) -> Iterator[Placed]:
    ref = Ref(
        document=document.id,
        source=document.source,
        title=document.title,
        kind=document.kind,
        status=document.status,
        visibility=document.visibility,
        body=document.body,
        held=document.held,
        edition=document.edition,
        agenda_only=document.kind is Kind.DAGSORDEN,
    )
    for index, part in enumerate(document.parts):
        yield from _part(part, ref, (index,), [])


def _part(part: Part, ref: Ref, key: tuple[int, ...], above: list[Block]) -> Iterator[Placed]:
    """A part's own passages, then its inner parts'; `above` are headings still without text."""
    if part.label == CONTENTS:
        return
    ref = _narrowed(ref, part)
    heads = [*above, part.head] if part.head and _is_quotable_heading(part) else above
    yield from ((key, ref, piece) for piece in _pieces(part, heads))
    # A heading over struck text alone says nothing that is in force; it is in their context.
    waiting = heads if not part.blocks else []
    for index, inner in enumerate(part.parts):
        deeper = (*key, index) if inner.kind is PartKind.ANNEX else key
        # An open heading does not wait for closed text: it would be closed with it.
        takes = inner.label != CONTENTS and _narrowed(ref, inner).visibility is ref.visibility
        yield from _part(inner, ref, deeper, waiting if takes else [])
        waiting = [] if takes else waiting
    if waiting:
        yield key, ref, _joined(waiting, waiting[0].page)


def _is_quotable_heading(part: Part) -> bool:
    """Titles and headings say something; "Beslutning:" over a section is told by its place."""
    if part.kind is PartKind.ITEM:
        return not part.parts
    return part.label is None and part.kind is not PartKind.ANNEX


def _narrowed(ref: Ref, part: Part) -> Ref:
    """The place inside `part`."""
    closed = Visibility.CLOSED in (ref.visibility, part.visibility)
    ref = replace(ref, visibility=Visibility.CLOSED if closed else Visibility.OPEN)
    if part.kind is PartKind.ITEM:
        return replace(ref, punkt=part.number, item_title=part.heading)
    if part.kind is PartKind.ANNEX:
        return _annex(ref, part)
    if part.kind is PartKind.SECTION:
        return replace(ref, section=part.label or part.heading or None)
    numbered = f"{part.number} {part.heading}" if part.number else part.heading
    section = ref.section if ref.section and not ref.annex and ref.punkt else numbered
    return replace(ref, headings=(*ref.headings, numbered), section=section)


def _annex(ref: Ref, part: Part) -> Ref:
    about = part.about
    return replace(
        ref,
        annex=part.heading,
        section=part.heading,
        kind=about.kind if about else ref.kind,
        status=about.status if about else Status.UKENDT,
        edition=about.edition if about else None,
        agenda_only=False,
    )


def _context(ref: Ref, lead: str) -> str:
    """What a person would call the place: searched with the passage, never quoted."""
    said = [ref.title, ref.body, ref.item_title, ref.annex, *ref.headings, ref.edition, lead]
    if ref.held:
        said += [written(ref.held), f"{ref.held:%d.%m.%Y}"]
    if ref.punkt:
        said.append(f"punkt {ref.punkt}")
    if ref.status is Status.UDKAST:
        said.append("udkast")
    if ref.section and ref.section not in (ref.annex, *ref.headings):
        said.append(ASKED_AS.get(ref.section, ref.section))
    return " . ".join(text for text in said if text)


@dataclass(slots=True)
class _Builder:
    """Collects blocks until they fill a passage."""

    heads: list[Block]
    caption: list[Block]
    done: list[_Piece] = field(default_factory=list)
    held: list[Block] = field(default_factory=list)
    columns: list[Block] = field(default_factory=list)
    lead: str = ""
    starts_in: str = ""
    page: int | None = None

    def add(self, block: Block) -> None:
        if block.cells and is_heading_row(block):
            self.columns = (
                [*self.columns, block] if self.held and self.held[-1] in self.columns else [block]
            )
        if self.held and self._length() + len(block.text) > TARGET:
            self.flush()
        if not self.held:
            self.starts_in = self.lead if _is_item(block) else ""
            self.page = block.page
            if block.cells and not is_heading_row(block):
                self.held = [*self.columns]
        self.held.append(block)
        if block.text.endswith(":"):
            self.lead = block.text
        elif not _is_item(block) and not block.cells:
            self.lead = ""

    def flush(self) -> None:
        if self.held:
            piece = _joined([*self.heads, *self.held], self.page)
            self.done.append(replace(piece, lead=self.starts_in))
        self.heads, self.held = self.caption, []

    def _length(self) -> int:
        return sum(len(block.text) for block in self.held)


def _is_item(block: Block) -> bool:
    return block.text.startswith(("•", "- ", "– ", "o ")) or block.text[:1].isdigit()


def _pieces(part: Part, heads: list[Block]) -> list[_Piece]:
    caption = heads[-1:] if part.kind is PartKind.TABLE else []
    live, struck, proposed = _Builder(heads, caption), _Builder([], []), _Builder([], [])
    for block in part.blocks:
        builder = struck if block.struck else proposed if block.inserted else live
        for small in _parted(block):
            builder.add(small)
    for builder in (live, struck, proposed):
        builder.flush()
    return [
        *live.done,
        *(replace(piece, struck=True) for piece in struck.done),
        *(replace(piece, proposed=True) for piece in proposed.done),
    ]


def _joined(blocks: list[Block], page: int | None) -> _Piece:
    """`page` is that of the passage's own text; a repeated caption may stand pages before it."""
    text: list[str] = []
    runs: list[Run] = []
    rows: list[Row] = []
    length = 0
    for block in blocks:
        if block.cells and not is_heading_row(block):
            rows.append(Row(length, length + len(block.text), told(block)))
        runs.extend(Run(run.clean + length, run.origin, run.length) for run in block.runs)
        text.append(block.text)
        length += len(block.text) + 1
    return _Piece("\n".join(text), tuple(runs), page, tuple(rows))


def _parted(block: Block) -> list[Block]:
    """A long paragraph in pieces of whole sentences."""
    if len(block.text) <= LONGEST or block.cells:
        return [block]
    pieces: list[Block] = []
    start = end = 0
    for begin, stop in _stretches(block.text):
        if stop - start > TARGET and end > start:
            pieces.append(_cut(block, start, end))
            start = begin
        end = stop
    return [*pieces, _cut(block, start, end)]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; one without an end, such as a table on one line, in pieces of whole words."""
    for start, end in sentences(text):
        while end - start > LONGEST:
            blank = text.rfind(" ", start, start + TARGET)
            cut = blank if blank > start else start + TARGET
            yield start, cut
            start = cut + (cut == blank)
        yield start, end


def _cut(block: Block, start: int, end: int) -> Block:
    runs = []
    for run in block.runs:
        begin, stop = max(run.clean, start), min(run.clean + run.length, end)
        if begin < stop:
            runs.append(Run(begin - start, run.origin + begin - run.clean, stop - begin))
    return replace(block, text=block.text[start:end], runs=tuple(runs))
