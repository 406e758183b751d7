"""The door, the cookie, and what is said to those who ask too often."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Closed
from tests.browser.steps import MODEL, RULE, ask, put

SOURCE = "/kilder/referat-2024-09-05?fra=10876&til=11212"
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def log_in(page: Page, key: str) -> None:
    page.get_by_label("Din nøgle").fill(key)
    page.get_by_role("main").get_by_role("button", name="Log ind").click()


def test_the_log_in_has_no_fault_against_wcag(opened, closed, faults):
    page = opened(at=closed.url)

    expect(page.get_by_label("Din nøgle")).to_be_visible()
    assert faults(page) == []


def test_neither_has_a_wrong_key(opened, closed, faults):
    page = opened(at=closed.url, viewport={"width": 320, "height": 640})
    log_in(page, "aft_forkert")

    expect(page.get_by_label("Din nøgle")).to_have_accessible_description(re.compile("passer ikke"))
    assert faults(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@SCRIPT
def test_it_leads_on_to_the_page_that_was_wanted(opened, closed, script):
    page = opened(SOURCE + "#citat", at=closed.url, java_script_enabled=script)

    log_in(page, closed.key())

    expect(page).to_have_url(re.compile(re.escape(SOURCE)))
    expect(page.locator("#citat")).to_be_visible()


def test_the_cookie_is_for_the_service_alone(opened, closed: Closed):
    page = opened(at=closed.url)
    log_in(page, closed.key())
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvad vil du vide?")

    (cookie,) = page.context.cookies()

    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Lax", -1)
    assert page.evaluate("document.cookie") == ""


@SCRIPT
def test_one_who_logs_out_is_outside(opened, closed, script):
    page = opened(at=closed.url, java_script_enabled=script)
    log_in(page, closed.key())

    page.get_by_role("button", name="Log ud").click()

    expect(page.get_by_label("Din nøgle")).to_be_visible()
    assert page.context.cookies() == []
    page.goto("/beslutninger")
    expect(page.get_by_label("Din nøgle")).to_be_visible()


def test_one_who_was_logged_out_meanwhile_is_told_and_keeps_the_question(opened, closed):
    page = opened(at=closed.url)
    log_in(page, closed.key())
    expect(page.get_by_role("button", name="Log ud")).to_be_visible()
    page.context.clear_cookies()

    put(page, MODEL)

    expect(page.get_by_role("alert")).to_contain_text("dit log-in er udløbet")
    expect(page.get_by_label("Dit spørgsmål")).to_have_value(MODEL)
    page.get_by_role("alert").get_by_role("link", name="Log ind").click()
    expect(page.get_by_label("Din nøgle")).to_be_visible()


def test_one_who_asks_too_often_is_told_when_to_come_back(opened, closed, faults):
    page = opened(at=closed.url)
    log_in(page, closed.key())
    ask(page, MODEL)
    ask(page, RULE)

    put(page, MODEL)

    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Prøv igen om \d+ sekunder"))
    expect(page.locator("#spoergsmaal")).to_have_value(MODEL)
    assert faults(page) == []


def test_so_is_one_without_script(opened, closed):
    page = opened(at=closed.url, java_script_enabled=False)
    log_in(page, closed.key())
    ask(page, MODEL)
    ask(page, RULE)

    put(page, MODEL)

    expect(page.locator("main")).to_contain_text(re.compile(r"Prøv igen om \d+ sekunder"))
