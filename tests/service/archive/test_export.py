"""A list as a file: whole, harmless to a spreadsheet, and telling what it is a list of."""

import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest

from index import OPEN_ONLY
from service.archive.export import Sheet, as_csv, as_xlsx, sheet
from service.archive.records import DecisionsQuery, Period, Window

NOW = datetime(2025, 6, 1, 9, 5, tzinfo=UTC)
HEADINGS = ["Mødedato", "Udvalg", "Punkt", "Titel", "Udfald", "Beslutning", "Indstilling"]
SITE = "https://aftalesvar.example"


def exported(archive, query=DecisionsQuery(), site: str | None = None) -> Sheet:  # noqa: B008
    found = archive.decisions(query, Window(0, 10_000), OPEN_ONLY)
    return sheet(query, found, NOW, site)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def book(archive):
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(exported(archive, site=SITE))))


def test_csv_has_what_danish_excel_reads_letters_by(archive):
    assert as_csv(exported(archive)).startswith('\ufeff"Beslutninger fra'.encode())


def test_csv_has_every_item_with_its_text_whole(archive):
    _, headings, *items = rows(as_csv(exported(archive)))
    texts = [one.decision or "" for one in exported(archive).decisions]

    assert headings[:7] == HEADINGS
    assert [item[5] for item in items] == texts
    assert (items[0][0], items[0][1], items[0][4]) == (
        "2025-03-12",
        "Styregruppe Social",
        "Besluttet",
    )


def test_a_file_tells_what_was_asked_when_and_what_is_missing(archive):
    query = DecisionsQuery(
        bodies=frozenset({"Styregruppe Social"}),
        period=Period(date(2023, 1, 1), None),
        text="Fyrtårnet 010203-1234",
    )
    told = rows(as_csv(exported(archive, query)))[0][0]

    assert "Emne: Fyrtårnet […]" in told
    assert "Udvalg: Styregruppe Social" in told
    assert "Fra: 1. januar 2023" in told
    assert "Hentet 1. juni 2025 kl. 09.05." in told
    assert "4 punkter. Gennemsøgt: 4 møder, hvoraf 1 mangler referat." in told


def test_no_cell_of_csv_is_a_formula(made):
    cells = [cell for row in rows(as_csv(exported(made))) for cell in row]

    assert "'=HYPERLINK(A1) blev drøftet af gruppen." in cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]


def test_no_cell_of_a_workbook_is_a_formula(made):
    loaded = openpyxl.load_workbook(io.BytesIO(as_xlsx(exported(made))))
    cells = [cell for row in loaded["Beslutninger"] for cell in row]

    assert [c.data_type for c in cells if str(c.value).startswith("=")] == ["s"]


def test_a_workbook_opens_at_the_list_under_a_heading_that_stays(book):
    listed = book.active

    assert (listed.title, listed.freeze_panes) == ("Beslutninger", "A2")
    assert [cell.value for cell in listed[1]][:7] == HEADINGS
    assert listed.column_dimensions["F"].width > 60


def test_a_day_in_a_workbook_is_a_day(book):
    assert book.active["A2"].value == datetime(2025, 3, 12)  # noqa: DTZ001 - Excel knows no zones
    assert book.active["A2"].is_date


def test_a_workbook_has_every_item(book, archive):
    assert book.active.max_row == 1 + len(exported(archive).decisions)


def test_a_workbook_tells_of_itself_on_a_sheet(book):
    told = [row[0] for row in book["Om listen"].values]

    assert "35 punkter. Gennemsøgt: 5 møder, hvoraf 1 mangler referat." in told


def test_links_lead_to_the_source_where_its_address_is_known(book, archive):
    last = book.active.max_column

    assert book.active.cell(2, last).hyperlink.target.startswith(f"{SITE}/kilder/referat-2025")
    assert "Link" not in rows(as_csv(exported(archive)))[1]


def test_an_empty_list_is_a_file_that_says_so(made):
    nothing = exported(made, DecisionsQuery(text="svømmehal"))

    assert "Ingen punkter handler om „svømmehal“." in rows(as_csv(nothing))[0][0]
    assert openpyxl.load_workbook(io.BytesIO(as_xlsx(nothing))).active.max_row == 1


def test_a_comma_in_a_text_ends_no_cell_where_commas_divide(made):
    line = as_csv(exported(made)).decode("utf-8-sig").splitlines()[1]

    assert line.startswith('"Mødedato";"Udvalg";')
