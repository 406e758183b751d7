"""An answer that a language model writes, as it comes to an open page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import by
from tests.browser.steps import MODEL, MOVING, put
from tests.service.processes import service

FIRST = "Styregruppe Social besluttede, at Fyrtårnet omlægges efter model B. [1]"
LISTEN = """() => {
  window.told = [];
  const live = "[role=status], [role=alert], [aria-live]";
  new MutationObserver((changes) => {
    const here = new Set(changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      .map((node) => (node.closest ? node : node.parentElement)?.closest(live)).filter(Boolean));
    for (const each of here) if (each.textContent.trim()) told.push(each.textContent.trim());
  }).observe(document, { subtree: true, childList: true, characterData: true });
}"""
# What the article says; the script's own are the minute, and what counts what is written.
TOLD = """article => {
  const copy = article.cloneNode(true);
  for (const own of copy.querySelectorAll(".printed, .counter")) own.remove();
  return copy.textContent.replace(/\\s+/g, " ").trim();
}"""


@pytest.fixture
def page(opened, written, pausing) -> Page:
    """A page on which the first sentence has come, and the rest has not."""
    page = opened(at=written.url)
    page.evaluate(LISTEN)
    put(page, MODEL)
    expect(page.get_by_text(FIRST)).to_be_visible()
    return page


def test_sentences_are_read_before_the_answer_is_whole(page, pausing):
    expect(page.locator("[data-answer]")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text(MODEL)

    pausing.go_on.set()

    expect(page.locator("[data-answer]")).to_contain_text("taksten over to år")


def test_no_fault_against_wcag_while_it_comes(page, faults):
    assert faults(page) == []


def test_it_fits_a_phone_while_it_comes(page):
    page.set_viewport_size({"width": 320, "height": 640})

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_nothing_moves_meanwhile_for_those_who_want_that(page):
    assert page.evaluate(MOVING) == ["searching"]

    page.emulate_media(reduced_motion="reduce")

    assert page.evaluate(MOVING) == []


def test_the_answer_says_what_the_page_without_script_says(page, pausing, opened, written):
    pausing.go_on.set()
    streamed = page.locator("[data-answer]").evaluate(TOLD)

    plain = opened(at=written.url, java_script_enabled=False)
    put(plain, MODEL)
    expect(plain.locator("[data-answer]")).to_be_visible()

    assert plain.locator("[data-answer]").evaluate(TOLD) == streamed
    assert plain.title() == page.title()


def test_screen_readers_are_told_once_that_it_is_there(page, pausing):
    pausing.go_on.set()
    expect(page.locator("[data-answer]")).to_be_visible()

    assert page.evaluate("told") == ["Svaret er klar."]
    expect(page.get_by_role("heading", name="Svar", exact=True)).to_be_focused()


def test_stop_ends_it_and_keeps_the_question(page, pausing):
    page.get_by_role("button", name="Stop").click()

    expect(page.get_by_label("Dit spørgsmål")).to_have_value(MODEL)
    expect(page.get_by_role("status")).to_have_text(re.compile("^Du stoppede søgningen"))
    assert pausing.left.wait(15), "the language model still writes"


def test_the_front_page_is_reached_while_it_comes(page):
    page.get_by_role("link", name="Aftalesvar", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Hvad vil du vide?")
    expect(page.get_by_label("Dit spørgsmål")).to_be_visible()


def test_a_service_that_goes_down_is_told_in_danish(
    opened, written, pausing, sample_home, tmp_path
):
    model = by(written.model)
    with service(sample_home, Path(tmp_path / "log"), "--no-watch", **model) as running:
        page = opened(at=running.url)
        put(page, MODEL)
        expect(page.get_by_text(FIRST)).to_be_visible()
        running.process.kill()

        expect(page.get_by_role("alert")).to_contain_text("Forbindelsen gik tabt.")
        expect(page.get_by_label("Dit spørgsmål")).to_have_value(MODEL)
