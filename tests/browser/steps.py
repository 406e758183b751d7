"""What people do on the pages, one step each; every step ends when the page shows what came."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

MODEL = "Hvilken model for Fyrtårnet blev valgt i september 2024?"
RULE = "Hvor stort et overskud må en driftsherre føre med til næste år?"
FOLLOWING = "og i udkastet?"
SEVERAL = "Hvad er TKO? Hvad er objektiv finansiering?"
LIST = "Hvilke møder blev holdt i 2024?"
UNKNOWN = "Hvad koster en liter mælk i Kina?"
ROW = "Hvad var taksten for skærpet tilsyn med 10-29 pladser i 2023?"
# The classes of what moves by itself or glides when it changes, for longer than is seen.
MOVING = """() => [...document.querySelectorAll("body *")].filter((each) =>
  ["", "::before", "::after"].map((part) => getComputedStyle(each, part)).some((style) =>
    (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01) ||
    parseFloat(style.transitionDuration) > 0.01)).map((each) => each.className)"""


def form(page: Page) -> Locator:
    """The form that asks next: the front page's, or the one below an answer."""
    return page.locator("form.ask:has(#spoergsmaal)")


def put(page: Page, question: str) -> None:
    """Ask; what comes of it is for the test to see."""
    page.wait_for_load_state()  # on a busy machine a script may come later than its page
    page.locator("#spoergsmaal").fill(question)
    form(page).get_by_role("button", name="Find svar").click()


def ask(page: Page, question: str) -> Locator:
    """Ask and wait for the answer."""
    put(page, question)
    answer = page.locator("[data-answer]").filter(
        has=page.get_by_role("heading", level=1, name=question, exact=True)
    )
    expect(answer).to_be_visible()
    return answer


def look_up(page: Page, words: str) -> None:
    """Fill in the words of a list, and wait for what is found."""
    page.locator("#emne").fill(words)
    page.locator(".words button").click()
    expect(page.locator("#fund, #liste, #forloebet")).to_be_visible()
    page.wait_for_load_state()  # then the focus has gone where the address points


def source(page: Page) -> None:
    """From an answer to its first source."""
    page.locator("#kilde-1").get_by_role("link", name="Læs citatet i dokumentet").click()
    expect(page.locator("#citat")).to_be_in_viewport()


def at(path: str, *then: Callable[[Page], object]) -> Callable[[Page], None]:
    """Go to `path`, then do the rest."""

    def go(page: Page) -> None:
        page.goto(path)
        for step in then:
            step(page)

    return go


def _typed(page: Page) -> None:
    page.locator("#spoergsmaal").fill("x" * 1_990)
    expect(page.locator(".counter")).to_have_text("10 tegn tilbage")


def _refused(page: Page) -> None:
    put(page, "??")
    expect(page.get_by_role("alert")).to_be_visible()


def _opinion(page: Page) -> None:
    ask(page, MODEL)
    page.get_by_text("Nej, der er noget galt").click()
    expect(page.get_by_label("Svaret er forkert")).to_be_visible()


def _row(page: Page) -> None:
    page.locator("table.decisions summary").first.click()
    expect(page.locator("table.decisions .both").first).to_be_visible()


# What a page can be in, and how one gets there from the front page.
STATES: dict[str, Callable[[Page], object]] = {
    "front": at("/"),
    "typed": _typed,
    "refused": _refused,
    "answer": lambda page: ask(page, MODEL),
    "follow-up": lambda page: (ask(page, RULE), ask(page, FOLLOWING)),
    "several questions": lambda page: ask(page, SEVERAL),
    "list": lambda page: ask(page, LIST),
    "not found": lambda page: ask(page, UNKNOWN),
    "opinion": _opinion,
    "source": lambda page: (ask(page, MODEL), source(page)),
    "search": at("/soeg"),
    "hits": at("/soeg", lambda page: look_up(page, "takst")),
    "no hits": at("/soeg", lambda page: look_up(page, "xyzzyq")),
    "decisions": at("/beslutninger", _row),
    "unreadable date": at("/beslutninger?fra=snart"),
    "course": at("/forloeb", lambda page: look_up(page, "Fyrtårnet")),
    "collection": at("/samling"),
    "about": at("/om"),
    "error": at("/findes-ikke"),
}
