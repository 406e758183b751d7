"""Every state of the pages: against WCAG 2.2 AA, narrow, in few colours, and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Opening
from tests.browser.steps import MOVING, STATES

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
# 1280 by 1024 enlarged four times, which is also the width of a small phone (WCAG 1.4.10).
ENLARGED = {"width": 320, "height": 256}
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# What is wider than the page, and what cuts its text off; what only screen readers see is tiny.
SPILT = """() => {
  const page = document.scrollingElement;
  const found = page.scrollWidth > page.clientWidth ? ["the page"] : [];
  for (const each of document.querySelectorAll("main *, header *, footer *")) {
    const hides = ["hidden", "clip"].includes(getComputedStyle(each).overflowX);
    if (hides && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
      found.push(each.outerHTML.slice(0, 80));
  }
  return found;
}"""


@pytest.fixture(scope="module", params=STATES)
def state(opening: Opening, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in one state, for all that is to be said of it."""
    with opening(viewport=WIDE, reduced_motion="reduce") as page:
        STATES[request.param](page)
        yield page


@pytest.fixture
def page(state: Page) -> Iterator[Page]:
    """The page, and afterwards as it was."""
    yield state
    state.set_viewport_size(WIDE)  # type: ignore[arg-type]
    state.emulate_media(media="screen", forced_colors="none")
    state.evaluate("document.adoptedStyleSheets = []")


def test_no_fault_against_wcag(page, faults):
    assert faults(page) == []


def test_nothing_is_wider_than_a_narrow_screen(page):
    page.set_viewport_size(ENLARGED)

    assert page.evaluate(SPILT) == []


def test_not_even_when_its_text_is_spaced(page):
    page.set_viewport_size(ENLARGED)
    page.evaluate(SPACED)

    assert page.evaluate(SPILT) == []


def test_it_is_danish_and_has_a_title_and_one_heading(page):
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.title().endswith("Aftalesvar")
    assert page.locator("h1").count() == 1


def test_nothing_moves_for_those_who_want_that(page):
    assert page.evaluate(MOVING) == []


def test_on_paper_are_no_menus_and_no_buttons(page):
    page.emulate_media(media="print")

    assert [page.get_by_role(what).count() for what in ("navigation", "button", "textbox")] == [
        0
    ] * 3


@pytest.fixture(params=["front", "answer", "hits", "decisions", "course", "collection"])
def narrow(opened: Open, request: pytest.FixtureRequest) -> Page:
    """A page on a small phone."""
    page = opened(viewport=PHONE, forced_colors="active")
    STATES[request.param](page)
    return page


def test_no_fault_on_a_phone_in_the_colours_of_its_user(narrow, faults):
    assert faults(narrow) == []
