"""A workbook in which a person marks answers: a row for each thing to judge, a list to choose from.

The order is drawn by the file's name, so that two readers meet the answers in different orders.
No measure is shown.
"""

import random
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from eval import texts
from eval.marks.units import Aspect, Unit, units
from eval.measures.measure import Pair

KEY, HEADING, WIDTHS = 3, 0, (8, 100, 12, 24)  # the key's column is hidden
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
TALLEST = 400  # points, of 409 that a row can have
CHOICES = {Aspect.ANSWERS: [texts.MARK_YES, texts.MARK_PARTLY, texts.MARK_NO]}
YES_NO = [texts.MARK_YES, texts.MARK_NO]
LONGEST = 4000  # characters of an answer; what is longer is not read


def write(path: Path, pairs: Sequence[Pair]) -> None:
    """Write the workbook to `path`, which must not exist."""
    order = sorted(pairs, key=lambda pair: pair.record.id)
    random.Random(path.stem).shuffle(order)
    with path.open("xb") as file, xlsxwriter.Workbook(file, SAFE) as book:
        _guide(book.add_worksheet(texts.MARK_SHEET), book.add_worksheet(texts.MARK_HELP), book)
        page = book.get_worksheet_by_name(texts.MARK_SHEET)
        looks = (
            book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#E8EEF7"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
            book.add_format({"valign": "top", "locked": False, "border": 1}),
        )
        row = HEADING + 1
        for number, pair in enumerate(order, 1):
            row = _answer(page, row, (number, pair), looks)


def key(unit: Unit) -> str:
    """What names a row when the workbook is read again."""
    return f"{unit.pair.record.id}|{unit.aspect}|{unit.n}"


def _guide(page: Worksheet, help_page: Worksheet, book: xlsxwriter.Workbook) -> None:
    bold = book.add_format({"bold": True})
    for column, heading in enumerate(texts.MARK_HEADINGS):
        page.write_string(HEADING, column, heading, bold)
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width, None, {"hidden": column == KEY})
    page.freeze_panes(HEADING + 1, 0)
    page.protect("", {"format_rows": True, "format_columns": True})
    page.set_landscape()
    page.fit_to_pages(1, 0)
    help_page.set_column(0, 0, 110)
    for row, line in enumerate(texts.MARK_GUIDE):
        help_page.write_string(row, 0, line, book.add_format({"text_wrap": True}))


def _answer(
    page: Worksheet, row: int, numbered: tuple[int, Pair], looks: tuple[Format, Format, Format]
) -> int:
    """Write an answer and what there is to judge; the next free row."""
    number, pair = numbered
    told, asked, choice = looks
    text = texts.MARK_QUESTION.format(
        question=pair.item.question,
        reference=pair.item.answer or texts.MARK_NO_ANSWER,
        answer=pair.record.answer[:LONGEST],
    )
    page.set_row(row, _height(text))
    page.write_string(row, 0, str(number), told)
    page.write_string(row, 1, text, told)
    page.write_blank(row, 2, None, told)
    for row_of_unit, unit in enumerate(units(pair), row + 1):
        said = _asked(unit)
        page.set_row(row_of_unit, _height(said))
        page.write_string(row_of_unit, 1, said, asked)
        page.write_blank(row_of_unit, 2, None, choice)
        page.write_string(row_of_unit, KEY, key(unit))
        page.data_validation(
            row_of_unit, 2, row_of_unit, 2,
            {"validate": "list", "source": CHOICES.get(unit.aspect, YES_NO)},
        )  # fmt: skip
        row = row_of_unit
    return row + 1


def _asked(unit: Unit) -> str:
    item, record = unit.pair.item, unit.pair.record
    match unit.aspect:
        case Aspect.ANSWERS:
            return texts.MARK_ANSWERS
        case Aspect.NUGGET:
            return texts.MARK_NUGGET.format(nugget=item.nuggets[unit.n])
        case Aspect.CITATION:
            cited = record.citations[unit.n]
            return texts.MARK_CITATION.format(n=cited.n, place=cited.document, quote=cited.quote)
        case Aspect.SUPPORTED:
            return texts.MARK_SUPPORTED
        case Aspect.STATUS:
            return texts.MARK_STATUS


def _height(text: str) -> float:
    """Points that the text needs; spreadsheets do not find it out for a file they did not write."""
    lines = sum(1 + len(line) // 105 for line in text.split("\n"))
    return min(15.0 * lines + 3, TALLEST)
