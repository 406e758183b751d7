"""The sample documents as Word files, made as a secretariat makes them: with styles, lists, tables.

python -m eval.sample.as_docx FOLDER
"""

import io
import sys
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from eval.sample.build import sources
from eval.sample.elements import PageBreak, Run, Table, Text, elements, furniture, runs, spans
from eval.sample.markup import Page

AUTHOR = "Rammeaftalesekretariatet"
CONTENTS_STYLE = "toc 1"
TEXT_WIDTH = Cm(16)
NAMES_AND_TEXTS = (0.3, 0.7)  # of the width
FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
SAME_DAY = (2025, 3, 1, 12, 0, 0)  # of everything in the archive, so that it is always the same


def as_docx(pages: list[Page], title: str) -> bytes:
    """The document as a Word file; `title` stands in its properties."""
    document = docx.Document()
    document.core_properties.author, document.core_properties.title = AUTHOR, title
    _styles(document)
    _footers(document, furniture(pages))
    last, breaks = None, False
    for element in elements(pages):
        if isinstance(element, PageBreak):
            breaks = True
            continue
        if isinstance(element, Table):
            _table(document, element)
            continue
        paragraph = _paragraph(document, element, last)
        paragraph.paragraph_format.page_break_before = breaks or None
        last, breaks = element.number, False
    return _packed(document)


def _styles(document: Any) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = (page.page_width - TEXT_WIDTH) // 2
    document.styles["Normal"].font.name = "Calibri"
    contents = document.styles.add_style(CONTENTS_STYLE, 1)
    contents.base_style = document.styles["Normal"]
    stops = contents.paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _footers(document: Any, lines: tuple[str, ...]) -> None:
    """Real footers with fields for the page numbers."""
    footer = document.sections[0].footer
    for index, line in enumerate(lines):
        paragraph = footer.paragraphs[0] if not index else footer.add_paragraph()
        for place, piece in enumerate(line.replace("}", "{").split("{")):
            if place % 2:
                _field(paragraph, FIELDS[piece])
            else:
                paragraph.add_run(piece)


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _paragraph(document: Any, text: Text, last: int | None) -> Any:
    if text.kind == "heading":
        paragraph = document.add_heading("", text.level)
    else:
        paragraph = document.add_paragraph(style=_style(text))
    if text.number is not None:
        _number(document, paragraph, text.number, last)
    if text.kind == "justified":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if text.close:
        paragraph.paragraph_format.space_before = Pt(0)
    _runs(paragraph, text.runs)
    if text.kind == "contents":
        paragraph.add_run(f"\t{text.page}")
    return paragraph


def _style(text: Text) -> str | None:
    bullet = "List Bullet" if text.level == 1 else "List Bullet 2"
    styles = {"bullet": bullet, "number": "List Number", "contents": CONTENTS_STYLE}
    return styles.get(text.kind)


def _number(document: Any, paragraph: Any, number: int, last: int | None) -> None:
    """Goes on with the list of the paragraph before, or begins one of its own at `number`."""
    if last is not None and number == last + 1:
        before = paragraph._p.getprevious().pPr.numPr
        paragraph._p.get_or_add_pPr().append(deepcopy(before))
        return
    numbering = document.part.numbering_part.element
    listed = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(listed).abstractNumId.val
    own = numbering.add_num(abstract)
    own.add_lvlOverride(ilvl=0).add_startOverride(number)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = own.numId


def _runs(paragraph: Any, pieces: tuple[Run, ...]) -> None:
    for piece in pieces:
        run = paragraph.add_run(piece.text)
        run.font.strike = True if piece.look == "struck" else None
        run.bold = True if piece.look == "strong" else None
        run.italic = True if piece.look in ("italic", "formula") else None
        if piece.link:
            _linked(paragraph, run, piece.link)


def _linked(paragraph: Any, run: Any, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    place = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), place)
    link.append(run._r)
    paragraph._p.append(link)


def _table(document: Any, table: Table) -> None:
    made = document.add_table(len(table.rows), len(table.rows[0]), style="Table Grid")
    for row, texts in zip(made.rows, table.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _cell(cell, text, strong=table.headed and texts is table.rows[0])
        if spans(texts):
            row.cells[0].merge(row.cells[-1])
    if len(table.rows[0]) == 2:
        for column, share in zip(made.columns, NAMES_AND_TEXTS, strict=True):
            column.width = int(TEXT_WIDTH * share)
            for cell in column.cells:
                cell.width = column.width
    if table.headed:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _cell(cell: Any, text: str, *, strong: bool) -> None:
    """A cell's text; a list in it has a paragraph an item."""
    items = [item.strip() for item in text.split("• ") if item.strip()] if "• " in text else [text]
    style = "List Bullet" if len(items) > 1 else None
    for index, item in enumerate(items):
        paragraph = cell.paragraphs[0] if not index else cell.add_paragraph()
        paragraph.style = style
        _runs(paragraph, runs(item))
        for run in paragraph.runs if strong else ():
            run.bold = True


def _packed(document: Any) -> bytes:
    """The file with the same time on all of its parts."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            target.writestr(
                zipfile.ZipInfo(name, SAME_DAY), source.read(name), zipfile.ZIP_DEFLATED
            )
    return fixed.getvalue()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, pages in sources().items():
        (folder / f"{name}.docx").write_bytes(as_docx(pages, name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
