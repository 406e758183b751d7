"""Decisions as a file for a spreadsheet: CSV as Danish Excel reads it, and XLSX."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from service import texts
from service.archive.records import Decision, Decisions, DecisionsQuery
from service.intake import accepted
from service.places import page_of

MOST = 10_000  # items in a file
# A cell that begins so is a formula to a spreadsheet, and a formula can fetch and send.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
LONGEST = 32_767  # characters in a cell; Excel takes no more
Value = str | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and what of a decision stands in it."""

    heading: str
    width: int
    value: Callable[[Decision], Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Decisions, and what is told of the list: what was asked for, when, and what is missing.

    `site` is the address at which the service is used; without one there are no links.
    """

    about: tuple[str, ...]
    decisions: Sequence[Decision]
    site: str | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those that are given; one with nothing in it tells nothing."""
        return (*COLUMNS, *((LINK,) if self.site else ()))


def _kind(one: Decision) -> str:
    return texts.KINDS.get(one.kind, one.kind)


COLUMNS = (
    Column(texts.COLUMN_DATE, 12, lambda one: one.meeting_date),
    Column(texts.COLUMN_BODY, 26, lambda one: one.body),
    Column(texts.COLUMN_PUNKT, 7, lambda one: one.punkt),
    Column(texts.COLUMN_ITEM, 40, lambda one: one.item_title),
    Column(texts.COLUMN_OUTCOME, 22, lambda one: texts.OUTCOMES[one.outcome.value]),
    Column(texts.COLUMN_DECISION, 80, lambda one: one.decision),
    Column(texts.COLUMN_RECOMMENDATION, 60, lambda one: one.recommendation),
    Column(texts.COLUMN_DRAFT, 8, lambda one: texts.YES if one.draft else None),
    Column(texts.COLUMN_KIND, 12, _kind),
    Column(texts.COLUMN_DOCUMENT, 30, lambda one: one.document),
    Column(texts.COLUMN_PAGE, 8, lambda one: page_of(one)),
)
LINK = Column(texts.COLUMN_LINK, 12, lambda one: one.url)


def sheet(query: DecisionsQuery, found: Decisions, made: datetime, site: str | None) -> Sheet:
    """The sheet of what was `found` for `query`."""
    missing = len(found.without_minutes)
    about = [
        texts.EXPORT_TITLE,
        *(f"{label}: {said}" for label, said in _conditions(query)),
        texts.EXPORT_MADE.format(day=texts.danish_date(made.date()), clock=f"{made:%H.%M}"),
        texts.export_counts(found.total, found.meetings, missing),
        *([texts.EXPORT_CUT.format(most=MOST)] if found.total > len(found.decisions) else []),
        *found.notes,
        texts.EXPORT_CARE,
    ]
    return Sheet(tuple(about), found.decisions, site)


def _conditions(query: DecisionsQuery) -> list[tuple[str, str]]:
    """What was asked for; a subject as it was searched for, without CPR numbers."""
    period = query.period
    said = (
        (texts.EXPORT_SUBJECT, accepted(query.text).text if query.text.strip() else ""),
        (texts.EXPORT_BODIES, texts.listed(sorted(query.bodies))),
        (texts.EXPORT_FROM, texts.danish_date(period.start) if period.start else ""),
        (texts.EXPORT_TO, texts.danish_date(period.end) if period.end else ""),
        (texts.EXPORT_OUTCOMES, texts.listed([texts.OUTCOMES[o.value] for o in query.outcomes])),
    )
    return [(label, value) for label, value in said if value]


def as_csv(made: Sheet) -> bytes:
    """The sheet as CSV: semicolons and a byte order mark, as Danish Excel expects them."""
    file = io.StringIO(newline="")
    # All quoted: where a comma divides, what follows one inside a text must not become a cell.
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([harmless(" ".join(made.about))])
    writer.writerow([column.heading for column in made.columns])
    for one in made.decisions:
        writer.writerow([_written(column, one, made.site) for column in made.columns])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _written(column: Column, one: Decision, site: str | None) -> str:
    value = column.value(one)
    if isinstance(value, date):
        return value.isoformat()
    return f"{site}{value}" if column is LINK else harmless(value or "")


def harmless(text: str) -> str:
    """The text, never a formula."""
    return f"'{text}" if text.lstrip(" \n").startswith(FORMULA) else text


def as_xlsx(made: Sheet) -> bytes:
    """The sheet as a workbook: what is told of the list, and the list."""
    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        told = book.add_worksheet(texts.EXPORT_ABOUT)
        told.set_column(0, 0, 100)
        for row, line in enumerate(made.about):
            told.write_string(row, 0, line)
        listed = book.add_worksheet(texts.EXPORT_LIST)
        listed.activate()
        bold = book.add_format({"bold": True})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"})
        listed.freeze_panes(1, 0)
        for place, column in enumerate(made.columns):
            listed.set_column(place, place, column.width)
            listed.write_string(0, place, column.heading, bold)
        for row, one in enumerate(made.decisions, 1):
            for place, column in enumerate(made.columns):
                _write(listed, (row, place), column.value(one), plain, day)
            if made.site:
                link = f"{made.site}{one.url}"
                listed.write_url(row, len(COLUMNS), link, string=texts.EXPORT_OPEN)
        listed.autofilter(0, 0, max(1, len(made.decisions)), len(made.columns) - 1)
    return file.getvalue()


def _write(sheet: Worksheet, at: tuple[int, int], value: Value, plain: Format, day: Format) -> None:
    """A day as a day, all else as text; nothing is ever a formula."""
    if isinstance(value, date):
        sheet.write_datetime(*at, datetime.combine(value, time()), day)
    elif value:
        cut = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
        sheet.write_string(*at, cut, plain)
