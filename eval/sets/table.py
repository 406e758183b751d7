"""Sets of questions as tables that a secretary fills in: XLSX, and CSV as Danish Excel has it."""

import csv
import io
import json
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException
from pydantic import ValidationError
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from eval.errors import BadSet, Fault
from eval.sets.cells import cells_of, fields, text_of
from eval.sets.headings import COLUMNS, GUIDE, GUIDE_LINES, QUESTIONS, REQUIRED
from eval.sets.numbered import Numbered
from eval.sets.row import Row, State
from eval.sets.validated import told
from service.archive.export import harmless

MOST = 20_000  # rows; a sheet says that it has a million when somebody once touched the last
EMPTY = 500  # empty rows after which no more is expected
LARGEST = 50_000_000  # bytes of a file
UNPACKED = 4 * LARGEST
# What openpyxl raises for a damaged workbook: `SyntaxError` is its XML that breaks off.
BROKEN = (
    BadZipFile,
    InvalidFileException,
    KeyError,
    ValueError,
    IndexError,
    SyntaxError,
    EOFError,
    zlib.error,
)
ROOM = 2_000  # rows that have drop-downs
HEADINGS = {column.heading.lower(): column for column in COLUMNS}
COLUMN_OF = {column.field: column.heading for column in COLUMNS}
Table = list[tuple[int, list[str]]]


def rows(path: Path) -> Numbered:
    """The rows of the table at `path` and what is wrong with them; raises `BadSet`, `OSError`."""
    if path.stat().st_size > LARGEST:
        raise BadSet(
            path, [Fault("", f"larger than {LARGEST:,} bytes; that is no set of questions")]
        )
    found = _of_csv(path) if path.suffix.lower() == ".csv" else _of_xlsx(path)
    if not found:
        return Numbered(())
    (top, headings), *filled = found
    faults = list(_headings(f"row {top}", headings))
    if faults:
        return Numbered((), tuple(faults))
    return _numbered(headings, filled)


def _numbered(headings: Sequence[str], filled: Table) -> Numbered:
    read: list[tuple[str, Row]] = []
    faults: list[Fault] = []
    named = [HEADINGS[heading.lower()].field if heading else "" for heading in headings]
    for number, values in filled:
        place = f"row {number}"
        cells = {
            field: value for field, value in zip(named, values, strict=False) if field and value
        }
        try:
            read.append((place, Row.model_validate_json(json.dumps(fields(cells)))))
        except ValidationError as error:
            said = dict.fromkeys(told(detail, COLUMN_OF) for detail in error.errors())
            faults.extend(Fault(place, one) for one in said)
    return Numbered(tuple(read), tuple(faults))


def _headings(place: str, headings: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the first row; without it no column can be told from another."""
    known = [heading.lower() for heading in headings if heading]
    for heading in filter(None, headings):
        if heading.lower() not in HEADINGS:
            like = get_close_matches(heading.lower(), list(HEADINGS), 1)
            hint = f"write '{HEADINGS[like[0]].heading}'" if like else "take the column away"
            yield Fault(place, f"'{heading}' is no heading; {hint}")
        elif known.count(heading.lower()) > 1:
            yield Fault(place, f"the heading '{heading}' stands twice; keep one column")
    for field in REQUIRED:
        if COLUMN_OF[field].lower() not in known:
            says = f"the column '{COLUMN_OF[field]}' is missing"
            yield Fault(place, f"{says}; 'aftalesvar-eval template' writes a table with all")


def _of_csv(path: Path) -> Table:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what Danish Excel saves as "CSV"
    first = text.split("\n", 1)[0]
    divider = max(";,\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
        return _filled((reader.line_num, [text_of(v) for v in values]) for values in reader)
    except csv.Error as error:
        raise BadSet(path, [Fault("", f"no CSV ({error}); save the sheet anew")]) from error


def _of_xlsx(path: Path) -> Table:
    """The sheet of questions, or the first one; formulas by the values they had when saved."""
    try:
        _check_room(path)
        # Opened here: what openpyxl opens it leaves open where the workbook is damaged.
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drop-downs that it does not know
            return _of_book(file)
    except BROKEN as error:
        raise BadSet(path, [Fault("", f"no workbook ({error}); save it as .xlsx")]) from error


def _of_book(file: BinaryIO) -> Table:
    with closing(openpyxl.load_workbook(file, read_only=True, data_only=True)) as book:
        sheet = book[QUESTIONS] if QUESTIONS in book.sheetnames else book.worksheets[0]
        values = sheet.iter_rows(max_row=MOST, values_only=True)
        rows = enumerate(values, 1)
        return _filled((number, [text_of(value) for value in row]) for number, row in rows)


def _check_room(path: Path) -> None:
    """A small file may unpack to more than the memory holds; raises `BadZipFile`."""
    with ZipFile(path) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > UNPACKED:
            raise BadZipFile(f"unpacked it is larger than {UNPACKED:,} bytes")


def _filled(found: Iterable[tuple[int, list[str]]]) -> Table:
    """The rows in which something stands."""
    made: Table = []
    empty = 0
    for number, values in islice(found, MOST):
        empty = 0 if any(values) else empty + 1
        if any(values):
            made.append((number, values))
        if empty > EMPTY:
            break
    return made


def as_csv(made: Sequence[Row]) -> bytes:
    """The questions as CSV: semicolons and a byte order mark, and never a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([column.heading for column in COLUMNS])
    for row in made:
        cells = cells_of(row)
        writer.writerow([harmless(cells[column.field]) for column in COLUMNS])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def as_xlsx(made: Sequence[Row]) -> bytes:
    """The questions as a workbook with drop-downs and a sheet that explains the columns."""
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        _questions(book, made, bold, plain)
        _guide(book, bold, plain)
    return file.getvalue()


def _questions(book: Workbook, made: Sequence[Row], bold: Format, plain: Format) -> None:
    sheet = book.add_worksheet(QUESTIONS)
    sheet.freeze_panes(1, 2)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, bold)
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices)}
            sheet.data_validation(1, place, max(ROOM, len(made)), place, rule)
    for number, row in enumerate(made, 1):
        cells = cells_of(row)
        for place, column in enumerate(COLUMNS):
            sheet.write_string(number, place, cells[column.field], plain)
    sheet.autofilter(0, 0, max(1, len(made)), len(COLUMNS) - 1)


def _guide(book: Workbook, bold: Format, plain: Format) -> None:
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    for number, line in enumerate(GUIDE_LINES):
        sheet.merge_range(number, 0, number, 1, line, plain if number else bold)
        sheet.set_row(number, 32 if len(line) > 100 else 16)
    for number, column in enumerate(COLUMNS, len(GUIDE_LINES) + 1):
        choices = f" Vælg mellem: {', '.join(column.choices)}." if column.choices else ""
        sheet.write_string(number, 0, column.heading, bold)
        sheet.write_string(number, 1, f"{column.help}{choices}", plain)


def example() -> Row:
    """The row that shows how; dropped, so that no set has it."""
    cells = {column.field: column.example for column in COLUMNS if column.example}
    return Row.model_validate_json(json.dumps(fields(cells) | {"status": State.DROPPED}))
