"""A conversation on the page: carried along by the form, and kept nowhere."""

from collections.abc import Iterator, Sequence

import httpx
import pytest

from index import Filters
from service.assistant import ExtractiveAssistant
from service.conversation import Turn
from tests.service.conftest import Shelf, serving
from tests.service.web.parsed import BROWSER, Page, ask, fields


class Listening(Shelf):
    """An assistant that keeps which questions it was told of."""

    earlier: Sequence[str] = ()

    def followed(self, earlier: Sequence[str], filters: Filters) -> Turn | None:
        self.earlier = earlier
        return None


@pytest.fixture(scope="module")
def listening() -> Listening:
    return Listening()


@pytest.fixture(scope="module")
def talk(listening: Listening) -> Iterator[httpx.Client]:
    with serving(listening) as url, httpx.Client(base_url=url) as client:
        yield client


def follow_up(page: Page) -> list[str | None]:
    """What the form at the end of the page sends along."""
    opening = [at for at, (tag, _, _) in enumerate(page.elements) if tag == "textarea"][1]
    hidden = [attrs for tag, attrs, _ in page.elements[opening:] if tag == "input"]
    return [attrs["value"] for attrs in hidden if attrs["name"] == "tidligere"]


def test_a_follow_up_is_asked_with_the_questions_before_it(talk):
    page = Page(ask(talk, "og i 2023?", "Hvad kostede det?"))

    assert follow_up(page) == ["Hvad kostede det?", "og i 2023?"]


def test_a_conversation_carries_five_questions(talk):
    page = Page(ask(talk, "6", *"12345"))

    assert follow_up(page) == list("23456")


def test_the_assistant_is_told_what_was_asked_before(talk, listening):
    ask(talk, "og i 2023?", "Hvad kostede det?", "og i 2024?")

    assert listening.earlier == ["Hvad kostede det?", "og i 2024?"]


def test_lines_of_an_earlier_question_come_back_as_they_were_written(talk, listening):
    ask(talk, "og i 2023?", "Hvad\r\nkostede det?")

    assert listening.earlier == ["Hvad\nkostede det?"]


@pytest.mark.parametrize("earlier", [list("123456"), ["x" * 2_001]])
def test_a_forged_conversation_is_refused(talk, earlier):
    response = ask(talk, "og i 2023?", *earlier)

    assert response.status_code == 422
    assert "Vi kunne ikke læse det, du sendte" in Page(response).all("h1")


def test_one_can_go_back_to_each_question_with_what_came_before_it(talk):
    page = Page(ask(talk, "c?", "a?", "b?"))

    inputs = [
        (attrs["name"], attrs["value"])
        for tag, attrs, _ in page.elements
        if tag in ("input", "button") and attrs.get("name") in ("tidligere", "spoergsmaal")
    ]
    assert inputs[:3] == [("spoergsmaal", "a?"), ("tidligere", "a?"), ("spoergsmaal", "b?")]


def test_a_refused_follow_up_keeps_the_conversation(talk):
    page = Page(ask(talk, "?!", "Hvad kostede det?"))

    assert page.all("textarea") == ["?!"]
    assert fields(page, "tidligere") == ["Hvad kostede det?"]
    assert "Hvad kostede det?" in page.all("li")


def test_a_new_conversation_is_a_link_to_the_front_page(talk):
    page = Page(ask(talk, "og i 2023?", "Hvad kostede det?"))

    assert ("/", "Ny samtale") in [
        (attrs["href"], "".join(text)) for tag, attrs, text in page.elements if tag == "a"
    ]


def test_nothing_is_kept_in_the_browser(talk):
    response = ask(talk, "og i 2023?", "Hvad kostede det?")

    assert "set-cookie" not in response.headers
    assert response.headers["cache-control"] == "no-store"


def test_a_cpr_number_is_not_carried_along(talk):
    page = Page(ask(talk, "Hvad fik 010190-1234 bevilget?", "Og 020290-1234?"))

    assert not any("-1234" in value for value in page.attributes("value"))
    assert not any("-1234" in said for said in (*page.all("h1"), *page.all("li")))


def test_a_follow_up_says_what_it_was_taken_for(assistant: ExtractiveAssistant):
    with serving(assistant) as url, httpx.Client(base_url=url, headers=BROWSER) as client:
        page = Page(ask(client, "i 2023?", "Hvad var belægningen på Birkegården i 2024?"))

    assert page.all("h1") == ["i 2023?"]
    assert "Forstået som: Hvad var belægningen på Birkegården i 2023?" in page.all("p")
