"""From a PDF file to an extract: page by page, then what only all pages together show."""

from ingest.document import Link
from ingest.errors import Damaged, NoText
from ingest.extract import Extract, Options, Sheet
from ingest.lines import Line as Written
from ingest.readers.pdf.columns import Line
from ingest.readers.pdf.furniture import furniture, repeated_turned
from ingest.readers.pdf.headings import rank
from ingest.readers.pdf.notices import notices
from ingest.readers.pdf.ocr import Recognised, recognise
from ingest.readers.pdf.opening import attached, labels_of, opened, title_of
from ingest.readers.pdf.order import body_of, columns_of, ordered
from ingest.readers.pdf.page import Page, read_page
from ingest.readers.pdf.paint import Budget
from ingest.readers.pdf.paragraphs import Printed, arrange
from ingest.readers.pdf.rows import Row
from ingest.readers.pdf.writing import linked, text_of


def extract(data: bytes, name: str, options: Options) -> Extract:
    """The lines of a PDF file.

    Raises `Encrypted`, `Damaged`, `WrongType`, `FileTooLarge`, `NoText` or `ConverterMissing`.
    """
    document = opened(data, name)
    try:
        budget = Budget()
        pages = [read_page(document, index, budget) for index in range(len(document))]
        if all(page.broken for page in pages):
            raise Damaged(f"{name}: none of its pages can be loaded; download it again")
        recognised: dict[int, list[Recognised]] = {}
        if options.ocr:
            unread = [page for page in pages if page.empty and not page.broken]
            recognised = {
                page.number: recognise(document[page.number - 1], options.ocr, name)
                for page in unread
            }
        read = any(not page.empty for page in pages) or any(recognised.values())
        if not read:
            raise NoText(_no_text(name, options))
        sheet = Sheet(paged=True)
        printed = _printed(pages)
        links, begins = _write(sheet, pages, printed, recognised)
        return sheet.extract(
            paragraphs=False,
            findings=notices(pages, recognised, begins, attached(document)),
            links=links,
            labels=labels_of(document),
            title=title_of(document),
        )
    finally:
        document.close()


def _printed(pages: list[Page]) -> list[Printed]:
    """All lines of all pages in reading order, arranged to paragraphs."""
    set_aside, stamps = furniture(pages), repeated_turned(pages)
    readable = [page for page in pages if not page.empty]
    bodies = [body_of(page, _without(page.rows, set_aside[page.number])) for page in readable]
    columns = columns_of(bodies)
    out: list[Printed] = []
    for page, body in zip(readable, bodies, strict=True):
        middle = page.shown.height / 2
        edges = [Line(page.rows[i]) for i in sorted(set_aside[page.number])]
        out += _as_printed(page, [e for e in edges if e.pieces[0].base < middle], furniture=True)
        out += _as_printed(page, ordered(body, columns.get(body.width)))
        for index, line in enumerate(page.turned):
            out += _as_printed(page, [line], furniture=index in stamps[page.number])
        out += _as_printed(page, [e for e in edges if e.pieces[0].base >= middle], furniture=True)
    widths = {page.number: page.shown.width for page in pages}
    if any(one.covered for one in out):
        out = _without_covered(out, widths)
    rank(out, arrange(out, widths))
    return out


def _without_covered(lines: list[Printed], widths: dict[int, float]) -> list[Printed]:
    """The lines; of those under a box only the ones between seen lines of their paragraph."""
    arrange(lines, widths)
    inside: set[int] = set()
    waiting: list[int] = []
    begun = False
    for line in lines:
        if line.furniture:
            continue
        if not line.joins:
            begun, waiting = not line.covered, []
        elif line.covered:
            waiting.append(id(line))
        else:
            inside.update(waiting if begun else ())
            begun, waiting = True, []
    kept = (line for line in lines if not line.covered or id(line) in inside)
    return [Printed(line.page, line.line, line.text, line.furniture) for line in kept]


def _without(rows: list[Row], indexes: set[int]) -> list[Row]:
    return [row for index, row in enumerate(rows) if index not in indexes]


def _as_printed(page: Page, lines: list[Line], *, furniture: bool = False) -> list[Printed]:
    return [Printed(page.number, line, text_of(line), furniture) for line in lines]


def _write(
    sheet: Sheet,
    pages: list[Page],
    printed: list[Printed],
    recognised: dict[int, list[Recognised]],
) -> tuple[tuple[Link, ...], dict[int, int]]:
    """Write all pages; the links, and the number of the first line of each page."""
    by_page: dict[int, list[Printed]] = {page.number: [] for page in pages}
    for one in printed:
        by_page[one.page].append(one)
    links: list[Link] = []
    begins: dict[int, int] = {}
    last = 0
    for page in pages:
        if page.number > 1:
            sheet.page()
        begins[page.number] = last + 1
        for found in recognised.get(page.number, ()):
            if found.first:
                sheet.gap()
            last = sheet.line(found.text, joins=found.joins).number
        for one in by_page[page.number]:
            if one.gap:
                sheet.gap()
            line = _write_line(sheet, one)
            last = line.number
            if page.links and not one.furniture:
                links += linked(one.line, line.start, page.links)
        if last < begins[page.number]:  # so that the page is there, and counted
            last = sheet.line("").number
    return tuple(links), begins


def _write_line(sheet: Sheet, one: Printed) -> Written:
    return sheet.line(one.text, level=one.level, joins=one.joins, furniture=one.furniture)


def _no_text(name: str, options: Options) -> str:
    if options.ocr:
        return f"{name}: no text was found on any page, not by text recognition either"
    return (
        f"{name}: no page has text, so it may be scanned; turn on text recognition with "
        "AFTALESVAR_OCR=dan (`Options.ocr`)"
    )
