"""The pages by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import FOLLOWING, MODEL, RULE, STATES, ask, look_up

MOST = 250  # stops of the tab key before a page is a trap
# What is reached, its name, and whether anybody can see that it is.
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 12)];
  const top = document.elementFromPoint(x, y);
  const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const shown = top !== null && (at.contains(top) || top.contains(at) || at.labels?.[0] === top);
  return { html: at.outerHTML.slice(0, 120), tag: at.tagName, marked, shown };
}"""


def reach(page: Page, selector: str) -> None:
    """Press the tab key until the element has the focus."""
    for _ in range(MOST):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by keyboard")


@pytest.mark.parametrize("state", ["front", "answer", "hits", "decisions", "course", "collection"])
def test_every_stop_is_marked_and_nothing_hides_it_or_traps(opened, state):
    page = opened()
    STATES[state](page)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")

    stops = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
        if stops[-1]["tag"] == "BODY":
            break

    assert [stop["html"] for stop in stops[:-1] if not (stop["marked"] and stop["shown"])] == []
    assert stops[-1]["tag"] == "BODY"


def test_the_first_stop_leads_past_the_menu(opened):
    page = opened()

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_label("Dit spørgsmål")).to_be_focused()


def test_enter_asks_and_leads_to_the_answer(opened):
    page = opened()
    reach(page, "#spoergsmaal")

    page.keyboard.type(MODEL)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Svar", exact=True)).to_be_focused()


def test_shift_and_enter_is_a_new_line(opened):
    page = opened()
    reach(page, "#spoergsmaal")

    page.keyboard.type("en")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("to")

    expect(page.get_by_label("Dit spørgsmål")).to_have_value("en\nto")


def test_a_number_leads_to_its_source_and_back(opened):
    page = opened()
    ask(page, MODEL)

    reach(page, "a.ref")
    page.keyboard.press("Enter")
    expect(page.locator("#kilde-1")).to_be_focused()
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text(MODEL)
    expect(page).to_have_url("/")


def test_a_source_opens_at_its_passage_and_leads_back_to_the_answer(opened):
    page = opened()
    ask(page, MODEL)

    reach(page, "#kilde-1 a.read")
    page.keyboard.press("Enter")
    expect(page.locator("#citat")).to_be_in_viewport()
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text(MODEL)


def test_an_opinion_is_given(opened):
    page = opened()
    ask(page, MODEL)

    reach(page, ".feedback summary")
    page.keyboard.press("Space")
    reach(page, "#grund-forkert")
    page.keyboard.press("ArrowDown")
    reach(page, ".feedback details button")
    page.keyboard.press("Enter")

    expect(page.locator(".feedback")).to_contain_text("Dit spørgsmål er ikke gemt.")
    expect(page.locator(".feedback p")).to_be_focused()


def test_a_follow_up_is_asked_and_another_conversation_begun(opened):
    page = opened()
    ask(page, RULE)
    reach(page, "#spoergsmaal")
    page.keyboard.type(FOLLOWING)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(FOLLOWING)

    reach(page, "a.fresh")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Hvad vil du vide?")
    expect(page.locator("[name=tidligere]")).to_have_count(0)


def test_a_row_of_the_decisions_opens(opened):
    page = opened("/beslutninger")

    reach(page, "table.decisions summary")
    page.keyboard.press("Enter")

    expect(page.locator("table.decisions .both").first).to_be_visible()


def test_a_box_narrows_what_was_found(opened):
    page = opened("/soeg")
    look_up(page, "takst")

    page.locator("#art-1").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.locator("#art-1")).to_be_checked()
    expect(page.locator(".results .place li:first-child")).to_have_text(["Styringsaftale"] * 10)


def test_escape_stops_the_answer_and_keeps_the_question(opened, written, pausing):
    page = opened(at=written.url)
    page.get_by_label("Dit spørgsmål").fill(MODEL)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_label("Dit spørgsmål")).to_be_focused()
    expect(page.get_by_label("Dit spørgsmål")).to_have_value(MODEL)
