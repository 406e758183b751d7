"""A citation opens its document at the passage."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import MODEL, ROW, RULE, SEVERAL, ask, source

BETWEEN = "Hvilke beslutninger blev truffet om Fyrtårnet?"


def bare(texts: list[str]) -> str:
    """Words as they are read, however they are set."""
    return re.sub(r"\s+", "", "".join(texts))


def marked(page: Page) -> list[str]:
    return page.locator("mark").all_text_contents()


@pytest.mark.parametrize("question", [MODEL, RULE, ROW, SEVERAL, BETWEEN])
def test_every_citation_opens_with_its_quote_marked(opened, question):
    page = opened()
    ask(page, question)
    links = page.locator("[id^=kilde-] a.read")
    quotes = page.locator("[id^=kilde-] blockquote").all_text_contents()
    targets = [link.get_attribute("href") for link in links.all()]

    assert targets
    for target, quote in zip(targets, quotes, strict=True):
        page.goto(str(target))
        expect(page.locator("#citat")).to_be_in_viewport()
        assert bare(marked(page)) == bare([quote])


def test_a_quote_of_several_paragraphs_is_marked_in_each(opened):
    page = opened()
    ask(page, MODEL)

    source(page)

    assert page.locator("p:has(mark)").count() > 1
    assert page.locator("#citat").count() == 1


def test_the_row_of_a_table_is_marked_under_its_headings(opened):
    page = opened()
    ask(page, ROW)

    source(page)

    row = page.locator("tr:has(#citat)")
    assert row.locator("td").all_inner_texts() == [
        "10-29 pladser",
        "4.485 kr.",
        "4.570 kr.",
        "4.855 kr.",
    ]
    assert page.locator("table:has(#citat) th").all_inner_texts()[-3:] == ["2021", "2022", "2023"]


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_mark_differs_from_what_is_around_it(opened, colours):
    page = opened(forced_colors=colours)
    ask(page, MODEL)
    source(page)

    colour = "getComputedStyle(document.querySelector('{}')).backgroundColor"

    assert page.evaluate(colour.format("#citat")) != page.evaluate(colour.format("body"))


def test_the_page_says_where_the_quote_is_and_leads_to_it(opened):
    page = opened()
    ask(page, MODEL)
    source(page)
    page.evaluate("scrollTo(0, 0)")

    page.get_by_role("link", name="Gå til citatet").click()

    expect(page.locator("#citat")).to_be_in_viewport()


def test_the_answer_is_there_again_on_the_way_back(opened):
    page = opened()
    ask(page, MODEL)
    source(page)

    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text(MODEL)
    expect(page.locator("#kilde-1")).to_be_visible()
