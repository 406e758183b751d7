"""What is on paper that is folded away or left out on the screen."""

from playwright.sync_api import expect

from tests.browser.steps import MODEL, ask, look_up


def test_an_answer_is_printed_with_its_sources_and_when_it_was_made(opened):
    page = opened()
    answer = ask(page, MODEL)

    page.emulate_media(media="print")

    expect(answer.locator("#kilde-1 blockquote")).to_be_visible()
    expect(answer.get_by_text("Svaret er lavet")).to_be_visible()
    expect(answer.get_by_role("heading", name="Spørg videre")).to_be_hidden()


def test_every_decision_is_printed_whole(opened):
    page = opened("/beslutninger")
    look_up(page, "Fyrtårnet")
    expect(page.locator("table.decisions .both").first).to_be_hidden()

    page.emulate_media(media="print")

    for decision in page.locator("table.decisions .both").all():
        expect(decision).to_be_visible()
