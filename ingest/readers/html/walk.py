"""The walk through a page: from its elements to the lines of its text."""

from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Concern
from ingest.readers.html import grid, tags
from ingest.readers.html.context import ATTRIBUTES, CHANGING, Context, Page, inside
from ingest.readers.html.flow import Flow, Mark, Span, Written
from ingest.readers.html.labels import Items, number, opened
from ingest.readers.html.landmarks import Zone
from ingest.readers.html.markup import STRIKE_MARK, Element
from ingest.readers.html.pieces import Cell, Item, Note, Piece, Row, Table
from ingest.readers.html.styles import COMMENTS, PLAIN, Look, Styles

MAX_TABLES = 20  # inside each other; deeper ones only place their text
ITEMS = frozenset({"li", "dt", "dd"})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a cell while it is read, for lists and strikes end with the cell."""

    table: Table
    lists: list[Items]
    strikes: int
    label: str


@dataclass(slots=True)
class Frame:
    """An element that is open: what holds in it, and what its end does."""

    context: Context
    block: bool = False
    page_after: bool = False
    table: Table | None = None
    cell: Around | None = None
    items: Items | None = None


@dataclass(slots=True)
class Walk:
    """Reads the elements of a page in order; `items` is what it found."""

    name: str
    styles: Styles
    page: Page
    items: list[Item] = field(default_factory=list)
    _frames: list[Frame] = field(default_factory=list)
    _sinks: list[list[Item]] = field(default_factory=list)
    _tables: list[Table] = field(default_factory=list)
    _cells: list[Around] = field(default_factory=list)
    _lists: list[Items] = field(default_factory=list)
    _flow: Flow = field(default_factory=Flow)
    _label: str = ""
    _gap: bool = False
    _break: bool = False
    _strikes: int = 0
    _budget: grid.Budget = field(init=False)

    def __post_init__(self) -> None:
        self._budget = grid.Budget(self.name)

    def through(self, root: Element) -> list[Item]:
        """What the page says, in order."""
        self._sinks = [self.items]
        self._frames = [Frame(Context(self.page.plan.first))]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
            elif self._enter(element):
                self._text(element.text)
            else:
                walk.skip_subtree()
        self._flush()
        return self.items

    def _enter(self, element: Element) -> bool:
        """Begin an element; `False` where nothing inside it is to be read."""
        tag, look = element.tag, self.styles.look(element)
        astray = tag in tags.ROW and self._tables and not _in_table(element)
        around = self._tables[-1].context if astray else self._top
        block = tag in tags.BLOCKS or look.block or "-" in tag
        if block or look.page_before:
            self._end_paragraph()
        context = self._context(around, element, look)
        self._frames.append(Frame(context, block, look.page_after))
        self._break = self._break or (look.page_before and context.zone is not Zone.MENU)
        if self._left_out(element, context, look):
            return False
        self._begin(element, look)
        return True

    def _context(self, around: Context, element: Element, look: Look) -> Context:
        get = element.get
        plain = look is PLAIN and element.tag not in CHANGING
        if plain and not any(get(name) is not None for name in ATTRIBUTES):
            return around
        return inside(around, element, look, self.page)

    def _left_out(self, element: Element, context: Context, look: Look) -> bool:
        tag = element.tag
        if tag in tags.EMBEDDED:
            if context.zone is Zone.TEXT and not context.hidden:
                self._sinks[-1].append(Note(Concern.UNREAD, f"embedded {tag}"))
            return True
        if tag == "button":
            return not (context.level or element.get("aria-controls") or _summary(element))
        if look.label and not context.hidden:
            sign = " ".join("".join(element.itertext()).split())
            self._flow.add(
                f"{sign} " if sign[:1].isalnum() or "(" in sign else "• ", Mark.PLAIN, None
            )
        return look.label or tag in tags.SILENT

    def _begin(self, element: Element, look: Look) -> None:
        tag = element.tag
        if tag == "br":
            self._flow.add(" ", Mark.PLAIN, None) if self._top.level else self._flow.end_line()
        elif tag == STRIKE_MARK:
            self._strikes = max(0, self._strikes + (1 if element.get("on") is not None else -1))
        elif tag == "q":
            self._text("“")
        elif tag == "table":
            self._begin_table(element)
        elif tag == "tr" or tag in tags.SECTIONS or tag in tags.CELLS:
            self._begin_in_table(element)
        elif tag in tags.LISTS or tag == "dl":
            self._begin_list(element, look)
        elif tag in ITEMS and self._lists:
            self._begin_item(element, look)
        elif tag == "li":
            self._label = "• "

    def _leave(self, element: Element) -> None:
        frame = self._frames[-1]
        if element.tag == "q":
            self._text("”")
        if frame.block:
            self._end_paragraph()
        if frame.cell:
            self._end_cell(frame.cell)
        elif frame.table:
            self._end_table(frame.table)
        elif frame.items:
            self._end_list(frame.items)
        elif element.tag in ITEMS:
            self._label = ""
        elif element.tag in tags.SECTIONS and self._tables:
            self._tables[-1].sections.append("tbody")
        self._break = self._break or (frame.page_after and frame.context.zone is not Zone.MENU)
        self._frames.pop()
        self._text(element.tail)

    @property
    def _top(self) -> Context:
        return self._frames[-1].context

    # Text and paragraphs

    def _text(self, text: str | None) -> None:
        if not text:
            return
        context = self._top
        if context.zone is Zone.MENU:
            return
        if context.hidden:
            self._left_unread(text, context.hidden)
            return
        mark = Mark.STRUCK if self._strikes else context.mark
        if context.raised and self._flow.raise_figure(text, mark, context.href):
            return
        put = self._flow.keep if context.pre else self._flow.add
        put(text, mark, context.href)

    def _left_unread(self, text: str, reason: str) -> None:
        count = len(" ".join(text.split()))
        if self._top.zone is Zone.TEXT and any(character.isalnum() for character in text):
            concern = Concern.COMMENT if reason == COMMENTS else Concern.HIDDEN
            self._sinks[-1].append(Note(concern, reason, count))

    def _end_paragraph(self) -> None:
        self._flush()
        self._gap = self._gap or not self._label

    def _flush(self) -> None:
        """Hand on the paragraph that has been read; an item's label stands before its first."""
        if self._flow.empty:
            return
        context, first = self._top, True
        for line in self._flow.written():
            if not line.text.strip():
                self._gap = self._gap or not first
                continue
            self._emit(self._labelled(line), first=first or context.pre, context=context)
            first = False
        self._flow = Flow()

    def _labelled(self, line: Written) -> Written:
        label, self._label = self._label, ""
        shift = len(label)
        spans = (Span(span.start + shift, span.end + shift, span.href) for span in line.spans)
        return Written(label + line.text, tuple(spans)) if label else line

    def _emit(self, line: Written, *, first: bool, context: Context) -> None:
        self._sinks[-1].append(
            Piece(
                line.text,
                line.spans,
                level=context.level,
                joins=False if first else None,
                furniture=context.zone is Zone.PAGE,
                gap=self._gap,
                page=self._break,
            )
        )
        self._gap = self._break = False

    # Lists

    def _begin_list(self, element: Element, look: Look) -> None:
        self._gap = not self._lists
        self._frames[-1].items = opened(element, look.marker)
        self._lists.append(self._frames[-1].items)

    def _end_list(self, items: Items) -> None:
        """A cell that ended inside of the list has ended the list as well."""
        if self._lists and self._lists[-1] is items:
            self._lists.pop()
        self._gap = not self._lists

    def _begin_item(self, element: Element, look: Look) -> None:
        """Items stand close; a label waits for the item's first text."""
        items = self._lists[-1]
        self._gap = self._gap and len(self._lists) == 1 and not items.count
        if element.tag == "li":
            self._label += items.label(element, look.marker)
        else:
            items.count += 1

    # Tables

    def _begin_table(self, element: Element) -> None:
        if len(self._tables) < MAX_TABLES:
            layout = element.get("role") in ("presentation", "none")
            table = Table(layout, self._top)
            self._tables.append(table)
            self._frames[-1].table = table

    def _open_cell(self) -> Around | None:
        """The cell that is open in the innermost table."""
        last = self._cells[-1] if self._cells else None
        return last if last and last.table is self._tables[-1] else None

    def _begin_in_table(self, element: Element) -> None:
        """Rows and cells end the cell before them, though libxml2 may not have seen its end."""
        table = self._tables[-1] if self._tables else None
        if table is None or (element.tag in tags.SECTIONS and self._open_cell()):
            return
        if unclosed := self._open_cell():
            self._end_cell(unclosed)
        if element.tag in tags.SECTIONS:
            table.sections.append(element.tag)
        elif element.tag == "tr":
            table.rows.append(Row(len(table.sections) - 1))
        else:
            self._begin_cell(element, table)

    def _begin_cell(self, element: Element, table: Table) -> None:
        if not table.rows:
            table.rows.append(Row(0))
        heading = element.tag == "th" or table.sections[-1] == "thead"
        columns, rows = number(element.get("colspan")), number(element.get("rowspan"))
        cell = Cell(heading, columns or 1, 1 if rows is None else rows)
        table.rows[-1].cells.append(cell)
        around = Around(table, self._lists, self._strikes, self._label)
        self._frames[-1].cell = around
        self._cells.append(around)
        self._lists, self._label, self._gap = [], "", True
        self._sinks.append(cell.items)

    def _end_cell(self, around: Around) -> None:
        if self._open_cell() is around:
            self._cells.pop()
            self._sinks.pop()
            self._lists, self._strikes, self._label = around.lists, around.strikes, around.label

    def _end_table(self, table: Table) -> None:
        """The table's lines come after what stood in it outside its cells, such as its caption."""
        self._tables.pop()
        found = grid.items(table, self._budget)
        first = next((item for item in found if isinstance(item, Piece)), None)
        if first is not None:
            first.gap = True
        if self._tables:
            self._tables[-1].nested |= any(isinstance(i, Piece) and "\t" in i.text for i in found)
        self._sinks[-1] += found
        self._gap = True


def _summary(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in ("summary", "dt", "legend")


def _in_table(element: Element) -> bool:
    """Whether a row or cell stands where it belongs, and not in what was left unclosed before."""
    parent = element.getparent()
    return parent is not None and parent.tag in tags.TABLE_PARTS
