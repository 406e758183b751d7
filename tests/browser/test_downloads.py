"""The decisions as files, fetched from the page."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from tests.browser.steps import look_up


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(opened, request: pytest.FixtureRequest) -> Page:
    """The decisions about something, as they are listed."""
    page = opened("/beslutninger", java_script_enabled=request.param)
    look_up(page, "Fyrtårnet")
    return page


def fetched(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def titles(page: Page) -> list[str]:
    """The items on the page, without their numbers."""
    shown = page.locator("table.decisions th[scope=row]").all_inner_texts()
    return [title.rsplit("\n", 1)[-1].strip() for title in shown]


def test_csv_has_the_rows_of_the_page(page, tmp_path):
    path = fetched(page, "Hent som CSV", tmp_path)

    with path.open(encoding="utf-8-sig", newline="") as file:
        next(file)  # what the list is about
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Titel"] for row in rows] == titles(page)


def test_the_spreadsheet_has_them_too(page, tmp_path):
    path = fetched(page, "Hent til Excel", tmp_path)

    head, *rows = load_workbook(path)["Beslutninger"].iter_rows(values_only=True)
    column = head.index("Titel")
    assert [row[column] for row in rows] == titles(page)
