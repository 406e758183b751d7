"""Reports of runs, as files in a browser without a network."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from eval.report import comparison_page, page
from eval.report.comparison import compared
from eval.report.told import Told, told
from tests.eval.report.conftest import told_of
from tests.eval.report.test_page import HOSTILE, ITEM, RIGHT

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def of_sample(run_folder: Path) -> Told:
    return told(run_folder)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report as a file, offline; nothing else is asked for, and nothing complained of."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def open_(html: str, **options: object) -> Page:
        (tmp_path / "report.html").write_text(html, "utf-8")
        context = browser.new_context(offline=True, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text))
        context.on("dialog", lambda dialog: complaints.append(dialog.message))
        opened = context.new_page()
        opened.goto((tmp_path / "report.html").as_uri())
        return opened

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
    assert set(asked) == {(tmp_path / "report.html").as_uri()}


@pytest.mark.parametrize("width", [1280, 320])
def test_accessible_and_no_wider_than_the_window(
    opened: Open, of_sample: Told, faults: Callable[[Page], list[str]], width: int
):
    found = opened(page.page(of_sample), viewport={"width": width, "height": 800})

    assert faults(found) == []
    assert found.evaluate("document.documentElement.scrollWidth") == width


def test_a_comparison_is_accessible(
    opened: Open, of_sample: Told, faults: Callable[[Page], list[str]]
):
    first = of_sample.cases[0]
    other = replace(first, pair=replace(first.pair, record=replace(first.record, answer="Andet.")))
    changed = replace(of_sample, cases=(other, *of_sample.cases[1:]))

    found = opened(comparison_page.page(compared(of_sample, changed)))

    assert faults(found) == []


def test_hostile_texts_are_shown_and_do_nothing(opened: Open):
    item = replace(ITEM, question=HOSTILE, answer=HOSTILE)
    html = page.page(told_of([item], [replace(RIGHT, answer=HOSTILE)]))

    found = opened(html)

    expect(found.get_by_role("heading", name=HOSTILE)).to_be_visible()


def test_questions_that_went_well_are_hidden_without_script(opened: Open):
    items = [ITEM, replace(ITEM, id="q2", question="Hvad koster det?")]
    records = [RIGHT, replace(RIGHT, id="q2", answer="Intet.", citations=())]
    found = opened(page.page(told_of(items, records)), java_script_enabled=False)
    found.get_by_text("Beslutning: 2 spørgsmål").click()

    found.get_by_label("Vis kun spørgsmål").check()

    expect(found.get_by_role("rowheader", name="Hvad koster det?")).to_be_visible()
    expect(found.get_by_role("rowheader", name=ITEM.question)).to_be_hidden()


def test_questions_are_sorted_by_a_figure(opened: Open):
    items = [ITEM, replace(ITEM, id="q2", question="Hvad koster det?")]
    records = [RIGHT, replace(RIGHT, id="q2", answer="Intet.", citations=())]
    found = opened(page.page(told_of(items, records)))
    found.get_by_text("Beslutning: 2 spørgsmål").click()

    found.get_by_role("button", name="Oplysninger, der er med").click()

    expect(found.locator(".questions td.id")).to_have_text(["q2", "q1"])
