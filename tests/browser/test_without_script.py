"""Everything without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import FOLLOWING, MODEL, RULE, ask, look_up, put, source


@pytest.fixture
def page(opened) -> Page:
    return opened(java_script_enabled=False)


def test_a_question_is_answered_with_its_source(page):
    answer = ask(page, MODEL)

    expect(answer).to_contain_text("Styregruppe Social besluttede, at Fyrtårnet omlægges")
    source(page)


def test_a_follow_up_knows_what_was_asked(page):
    ask(page, RULE)

    ask(page, FOLLOWING)

    expect(page.locator(".understood")).to_contain_text("overskud")
    assert page.locator(".earlier li").all_inner_texts() == [RULE]


def test_a_refused_question_stands_in_its_field_with_the_reason(page):
    put(page, "??")

    expect(page.get_by_label("Dit spørgsmål")).to_have_value("??")
    expect(page.get_by_role("alert")).to_have_text(re.compile("^Ret spørgsmålet"))


def test_what_only_works_with_script_is_not_shown(page):
    ask(page, MODEL)

    assert page.get_by_role("button", name="Kopiér").count() == 0
    assert page.get_by_role("button", name="Udskriv").count() == 0


def test_a_search_is_narrowed_by_its_boxes(page):
    page.goto("/soeg")
    look_up(page, "takst")

    page.get_by_label(re.compile("^Dagsorden")).check()
    page.get_by_role("button", name="Brug filtrene").click()

    expect(page.locator(".results .place li:first-child").first).to_have_text("Dagsorden")
    kinds = page.locator(".results .place li:first-child").all_inner_texts()
    assert set(kinds) == {"Dagsorden"}


def test_more_of_a_search_is_shown(page):
    page.goto("/soeg")
    look_up(page, "takst")
    before = page.locator(".results > li").count()

    page.get_by_role("button", name="Vis flere").click()

    expect(page.locator(f"#fund-{before + 1}")).to_be_in_viewport()
    assert page.locator(".results > li").count() > before


def test_decisions_are_narrowed_and_paged(page):
    page.goto("/beslutninger")
    page.get_by_role("button", name="Næste").click()
    expect(page.locator("caption")).to_have_text(re.compile("^Punkter 26-"))

    page.get_by_label("Udsat").check()
    page.get_by_role("button", name="Brug filtrene").click()

    expect(page.locator("td.became").first).to_have_text("Udsat")
    assert {text.strip() for text in page.locator("td.became").all_inner_texts()} == {"Udsat"}


def test_a_row_opens(page):
    page.goto("/beslutninger")

    page.locator("table.decisions summary").first.click()

    expect(page.locator("table.decisions .both").first).to_be_visible()


def test_the_course_of_a_subject_is_drawn_and_told(page):
    page.goto("/forloeb")

    look_up(page, "Fyrtårnet")

    expect(page.locator("svg.course.across .mark")).to_have_count(4)
    expect(page.locator("li.step")).to_have_count(4)


def test_an_opinion_is_thanked_for(page):
    ask(page, MODEL)
    page.get_by_text("Nej, der er noget galt").click()
    page.get_by_label("Svaret er forkert").check()

    page.get_by_role("button", name="Send", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tak for din vurdering")
    expect(page.locator("main")).to_contain_text("Dit spørgsmål er ikke gemt.")
