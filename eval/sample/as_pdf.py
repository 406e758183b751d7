"""The sample documents as PDF files of another maker than a word processor, in one column or two.

python -m eval.sample.as_pdf FOLDER
"""

import io
import sys
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Grid

from eval.sample.build import sources
from eval.sample.elements import Element, Run, Table, Text, elements, furniture, runs, spans
from eval.sample.elements import PageBreak as Break
from eval.sample.markup import Page

MARGIN, GAP = 2.2 * cm, 0.8 * cm
HEADER = "Rammeaftale Østfjorden"
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13.5, spaceAfter=7)
JUSTIFIED = ParagraphStyle("justified", BODY, alignment=TA_JUSTIFY)
CELL = ParagraphStyle("cell", BODY, fontSize=9, leading=11.5, spaceAfter=0)
HEADINGS = {
    level: ParagraphStyle(
        f"h{level}",
        fontName="Helvetica-Bold",
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=space,
        spaceAfter=5,
        keepWithNext=1,
    )
    for level, size, space in ((1, 16, 12), (2, 12.5, 10), (3, 11, 8))
}
TAGS = {"struck": "strike", "strong": "b", "italic": "i", "formula": "i"}
RULES = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
LIST_INDENT = 14


class _Entry(Flowable):  # type: ignore[misc]
    """A line of a table of contents, with dots to its page number at the right."""

    def __init__(self, title: str, page: str) -> None:
        super().__init__()
        self._title, self._page = title, page

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, BODY.leading

    def draw(self) -> None:
        canvas, dot = self.canv, stringWidth(".", BODY.fontName, BODY.fontSize)
        canvas.setFont(BODY.fontName, BODY.fontSize)
        used = stringWidth(f"{self._title}{self._page}  ", BODY.fontName, BODY.fontSize)
        canvas.drawString(0, 3, f"{self._title} {'.' * int((self.width - used) / dot)}")
        canvas.drawRightString(self.width, 3, self._page)


def as_pdf(pages: list[Page], title: str, *, columns: int = 1) -> bytes:
    """The document as a PDF file; `title` stands in its properties."""
    made = io.BytesIO()
    template = BaseDocTemplate(
        made,
        pagesize=A4,
        invariant=1,
        title=title,
        author="Rammeaftalesekretariatet",
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    width = (A4[0] - 2 * MARGIN - (columns - 1) * GAP) / columns
    frames = [
        Frame(MARGIN + i * (width + GAP), MARGIN, width, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
        for i in range(columns)
    ]
    template.addPageTemplates(PageTemplate(frames=frames))
    story = [flowable for element in elements(pages) for flowable in _flowables(element, width)]
    template.build(story, canvasmaker=_numbered(furniture(pages)))
    return made.getvalue()


def _numbered(footers: tuple[str, ...]) -> type[Canvas]:
    """A canvas that writes every page's header and footer when it knows how many there are."""

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                _furnish(self, footers, number, len(self._pages))
                super().showPage()
            super().save()

    return Numbered


def _furnish(canvas: Any, footers: tuple[str, ...], number: int, count: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, A4[1] - 1.3 * cm, HEADER)
    lines = [line.format(page=number, pages=count) for line in footers]
    for index, line in enumerate(reversed(lines)):
        canvas.drawRightString(A4[0] - MARGIN, (1 + 0.4 * index) * cm, line)


def _flowables(element: Element, width: float) -> list[Flowable]:
    if isinstance(element, Break):
        return [PageBreak()]
    if isinstance(element, Table):
        return [_grid(element, width), Spacer(0, 8)]
    return [_paragraph(element)]


def _paragraph(text: Text) -> Flowable:
    words = _inline(text.runs)
    if text.kind == "heading":
        return Paragraph(words, HEADINGS[text.level])
    if text.kind == "contents":
        return _Entry(text.text, text.page)
    if text.kind in ("bullet", "number"):
        label = f"{text.number}." if text.number else "•" if text.level == 1 else "–"
        return Paragraph(words, _listed(max(text.level, 1)), bulletText=label)
    return Paragraph(words, JUSTIFIED if text.kind == "justified" else BODY)


def _listed(level: int) -> ParagraphStyle:
    indent = LIST_INDENT * level
    return ParagraphStyle(
        f"list{level}", BODY, leftIndent=indent, bulletIndent=indent - LIST_INDENT, spaceAfter=3
    )


def _inline(pieces: tuple[Run, ...]) -> str:
    return "".join(map(_run, pieces))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.link:
        return f'<a href="{escape(run.link)}" color="blue">{text}</a>'
    tag = TAGS.get(run.look)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _grid(table: Table, width: float) -> Flowable:
    rows = [[_cell(text) for text in row] for row in table.rows]
    rules = list(RULES)
    if table.headed:
        rules.append(("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey))
    for index in (place for place, row in enumerate(table.rows) if spans(row)):
        rules.append(("SPAN", (0, index), (-1, index)))
        rules.append(("NOSPLIT", (0, index), (-1, index + 2)))
    widths = _widths(table, width)
    return Grid(rows, colWidths=widths, style=TableStyle(rules), hAlign="LEFT")


def _widths(table: Table, width: float) -> list[float]:
    """Columns that hold their longest word, and share what is left by what they have to hold."""
    columns = list(zip(*(row for row in table.rows if not spans(row)), strict=True))
    words = [max(map(_width, " ".join(column).split()), default=0) + 14 for column in columns]
    texts = [min(max(map(_width, column)), width / 2) for column in columns]
    spare = max(0, width - sum(words))
    return [word + spare * text / sum(texts) for word, text in zip(words, texts, strict=True)]


def _width(text: str) -> float:
    return float(stringWidth(text, CELL.fontName, CELL.fontSize))


def _cell(text: str) -> list[Flowable]:
    if "• " not in text:
        return [Paragraph(_inline(runs(text)), CELL)]
    items = [item.strip() for item in text.split("• ") if item.strip()]
    return [Paragraph(_inline(runs(item)), CELL, bulletText="•") for item in items]


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, pages in sources().items():
        (folder / f"{name}.pdf").write_bytes(as_pdf(pages, name))
        (folder / f"{name}-spalter.pdf").write_bytes(as_pdf(pages, name, columns=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
