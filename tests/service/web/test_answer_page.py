"""An answer on the page: its verdict, what is said of it, and what can be done with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import pytest

from index import Filters
from service import texts
from service.answer import Answer, AnswerStatus, Mode
from service.conversation import Turn
from service.english import SENTENCES
from tests.service.conftest import Shelf, answered, not_found, serving
from tests.service.web.parsed import Page, ask, fields

ASKED = "Hvad blev besluttet om takster?"
Ask = Callable[..., Page]


class Told(Shelf):
    """An assistant that gives the answer it was told to give."""

    answer = answered(ASKED)

    def ask(self, question: str, filters: Filters, before: Turn | None = None) -> Answer:
        return self.answer


@pytest.fixture(scope="module")
def told() -> Told:
    return Told()


@pytest.fixture(scope="module")
def page_of(told: Told) -> Iterator[Ask]:
    """The page of the usual answer, with the facts given instead of its own."""
    with serving(told) as url, httpx.Client(base_url=url) as client:

        def page(answer: Answer | None = None, **facts: object) -> Page:
            told.answer = replace(answer or answered(ASKED), **facts)  # type: ignore[arg-type]
            return Page(ask(client, ASKED))

        yield page


def data(page: Page, name: str) -> list[str | None]:
    return [attrs[name] for _, attrs, _ in page.elements if name in attrs]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (AnswerStatus.ANSWERED, "Fundet i dokumenterne"),
        (AnswerStatus.PARTLY, "Delvist besvaret"),
        (AnswerStatus.UNCLEAR, "Uklart spørgsmål"),
        (AnswerStatus.NOT_FOUND, "Ikke besvaret"),
    ],
)
def test_the_verdict_is_said_in_words(page_of, status, verdict):
    assert page_of(status=status).all("strong") == [verdict]


@pytest.mark.parametrize("note", [texts.UNSURE, SENTENCES[texts.UNSURE]])
def test_doubt_stands_with_the_verdict_and_not_among_the_remarks(page_of, note):
    page = page_of(notes=(note, "Kilde 1 er et udkast."))

    assert page.all("strong") == ["Fundet i dokumenterne. Vi er usikre"]
    assert note in page.all("span")
    assert page.all("li").count("Kilde 1 er et udkast.") == 1
    assert note not in page.all("li")


@pytest.mark.parametrize("mode", Mode)
def test_how_an_answer_was_made_can_be_read_by_people_and_programs(page_of, mode):
    page = page_of(mode=mode)

    assert texts.MODES[mode] in page.all("p")
    assert data(page, "data-mode") == [mode.value]
    assert [
        attrs["content"]
        for tag, attrs, _ in page.elements
        if tag == "meta" and attrs.get("name") == "aftalesvar-mode"
    ] == [mode.value]


def test_nothing_is_said_of_how_no_answer_was_made(page_of):
    page = page_of(not_found(ASKED))

    assert texts.MODES["extractive"] not in page.all("p")


def test_a_paper_says_when_and_from_what_an_answer_was_made(page_of):
    (made,) = [said for said in page_of().all("p") if said.startswith("Svaret er lavet")]

    assert made.endswith("ud fra samlingens udgave g1.")


def test_an_answer_is_copied_with_its_question_and_sources(page_of):
    whole, quote = data(page_of(), "data-copy")

    assert whole.startswith(ASKED)
    assert "Et nyt takstskema udarbejdes til 2026." in whole
    assert "das-2025-05-22.pdf" in whole
    assert quote == (
        "„Et nyt takstskema udarbejdes til 2026.“\n"
        "Referat af DAS Social, 22. maj 2025, punkt 6, Nyt takstskema, Beslutning, side 4, "
        "das-2025-05-22.pdf"
    )


def test_struck_text_is_a_deletion_where_it_is_quoted(page_of, cited):
    page = page_of(citations=(replace(cited, struck=True),))

    assert page.all("del") == [cited.quote]
    assert texts.STRUCK in page.all("span")


def test_what_we_say_ourselves_to_a_question_in_english_is_marked_as_english(told):
    told.answer = answered(ASKED)
    with serving(told) as url, httpx.Client(base_url=url) as client:
        page = Page(ask(client, "What was decided about the rates?"))

    languages = {tag: attrs["lang"] for tag, attrs, _ in page.elements if "lang" in attrs}
    assert languages == {"html": "da", "p": "en", "ul": "en"}


def test_an_opinion_is_of_this_answer(page_of):
    page = page_of()

    assert fields(page, "svar") == ["a1", "a1"]
    assert fields(page, "vurdering") == ["op", "ned"]
    assert fields(page, "grund") == list(texts.OPINION_REASONS)


def test_the_question_goes_with_an_opinion_only_where_its_box_is_ticked(page_of):
    boxes = [
        attrs
        for tag, attrs, _ in page_of().elements
        if tag == "input" and attrs.get("name") == "spoergsmaal"
    ]

    assert [(box["type"], box["value"], "checked" in box) for box in boxes] == [
        ("checkbox", ASKED, False)
    ]


def test_the_title_of_a_page_never_says_what_was_asked(page_of):
    assert page_of().all("title") == ["Fundet i dokumenterne – Aftalesvar"]
