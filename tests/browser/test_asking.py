"""Asking on an open page: conversations, the way back, and what goes wrong."""

import re

from playwright.sync_api import Page, expect

from tests.browser.steps import FOLLOWING, MODEL, RULE, ask, form, look_up, put

MARKUP = "<img src=x onerror=alert(1)><b>Hvad</b> blev besluttet om &lt;Fyrtårnet&gt;?"


def question(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_mark_up_in_a_question_is_text(opened):
    page = opened()

    put(page, MARKUP)

    expect(page.get_by_role("heading", level=1)).to_have_text(MARKUP)
    assert page.locator("main img, h1 b").count() == 0


def test_no_address_holds_what_was_asked(opened):
    page = opened()
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))

    ask(page, "Hvad er Fyrtårnet?")
    ask(page, "og hvad med model B i Fyrtårnet?")
    for path in ("/soeg", "/beslutninger", "/forloeb"):
        page.goto(path)
        look_up(page, "Fyrtårnet")

    assert len(addresses) > 5
    assert [address for address in addresses if "rnet" in address or "model" in address] == []


def test_nothing_is_kept_in_the_browser(opened):
    page = opened()

    ask(page, MODEL)

    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_back_from_an_answer_is_the_front_page(opened):
    page = opened()
    ask(page, MODEL)

    page.go_back()

    assert question(page) == "Hvad vil du vide?"


def test_back_from_a_follow_up_is_the_first_answer(opened):
    page = opened()
    ask(page, RULE)
    ask(page, FOLLOWING)

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(RULE)
    page.go_forward()

    expect(page.get_by_role("heading", level=1)).to_have_text(FOLLOWING)


def test_a_page_that_is_loaded_again_answers_again(opened):
    page = opened()
    ask(page, MODEL)

    page.reload()

    expect(page.locator("[data-answer]")).to_be_visible()
    assert question(page) == MODEL


def test_the_address_of_the_front_page_leads_there_even_from_an_answer(opened):
    page = opened()
    ask(page, MODEL)

    page.goto("/")
    page.locator("#spoergsmaal").fill("Hvad er")

    expect(page.locator("[data-answer]")).to_have_count(0)
    assert question(page) == "Hvad vil du vide?"


def test_two_windows_are_two_conversations(opened):
    one = opened()
    other = one.context.new_page()
    other.goto("/")
    ask(one, RULE)
    ask(other, "Hvad er Fyrtårnet?")

    ask(one, FOLLOWING)
    ask(other, "og hvad er taksten?")

    assert one.locator(".earlier li").all_inner_texts() == [RULE]
    assert other.locator(".earlier li").all_inner_texts() == ["Hvad er Fyrtårnet?"]


def test_an_earlier_question_is_asked_again_with_what_was_before_it(opened):
    page = opened()
    ask(page, RULE)
    ask(page, FOLLOWING)
    ask(page, "Hvad er TKO?")

    page.get_by_role("button", name=FOLLOWING).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(FOLLOWING)
    assert page.locator(".earlier li").all_inner_texts() == [RULE]


def test_two_clicks_ask_once(opened):
    page = opened()
    asked: list[str] = []
    page.on("request", lambda request: request.method == "POST" and asked.append(request.url))
    page.locator("#spoergsmaal").fill(MODEL)

    form(page).get_by_role("button", name="Find svar").dblclick()

    expect(page.locator("[data-answer]")).to_be_visible()
    assert len(asked) == 1


def test_a_refused_question_is_told_at_its_field(opened):
    page = opened()

    put(page, "??")

    field = page.get_by_label("Dit spørgsmål")
    expect(field).to_be_focused()
    expect(field).to_have_value("??")
    expect(field).to_have_accessible_description(re.compile("^Ret spørgsmålet"))
    expect(field).to_have_attribute("aria-invalid", "true")


def test_a_question_that_is_too_long_says_so_while_it_is_written(opened):
    page = opened()

    page.locator("#spoergsmaal").fill("x" * 2_001)

    expect(page.locator(".counter")).to_have_text("1 tegn for meget")


def test_without_a_network_the_question_stays_and_can_be_asked_again(opened):
    page = opened()
    page.context.set_offline(True)
    put(page, MODEL)
    expect(page.get_by_role("alert")).to_contain_text("Forbindelsen gik tabt.")
    expect(page.get_by_label("Dit spørgsmål")).to_have_value(MODEL)

    page.context.set_offline(False)
    form(page).get_by_role("button", name="Find svar").click()

    expect(page.locator("[data-answer]")).to_be_visible()


def test_an_answer_is_copied_with_its_source(opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    ask(page, MODEL)

    page.get_by_role("button", name="Kopiér svar med kilder").click()

    expect(page.get_by_role("status")).to_have_text("Kopieret")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(MODEL)
    assert "referat-2024-09-05" in copied
