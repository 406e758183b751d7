"""What a collection asks itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from index import Passage, words
from index.known_items import Quiz, quiz
from index.split import passages
from ingest import Document


@pytest.fixture(scope="module")
def of_sample(sample: list[Document]) -> list[Passage]:
    made: list[Passage] = []
    for document in sample:
        made.extend(passages(document, len(made) + 1))
    return made


@pytest.fixture(scope="module")
def asked(of_sample: list[Passage]) -> Quiz:
    return quiz(of_sample)


def test_every_question_has_its_answers_in_the_pool(asked: Quiz) -> None:
    pool = {passage.id for passage in asked.pool}

    assert len(asked.questions) > 100
    assert all(question.answers and question.answers <= pool for question in asked.questions)


def test_no_text_that_is_searched_holds_the_question(asked: Quiz) -> None:
    lines = {line.strip() for passage in asked.pool for line in passage.text.split("\n")}

    assert lines.isdisjoint(question.text for question in asked.questions)
    assert {passage.context for passage in asked.pool} == {""}


def test_many_questions_share_no_rare_word_with_their_answers(asked: Quiz) -> None:
    texts = {passage.id: set(words(passage.text)) for passage in asked.pool}
    often = {
        w
        for w in set().union(*texts.values())
        if sum(w in text for text in texts.values()) >= 0.05 * len(texts)
    }

    otherwise = [
        question
        for question in asked.questions
        if not set(words(question.text))
        & set().union(*(texts[a] for a in question.answers)) - often
    ]

    assert 0.4 < len(otherwise) / len(asked.questions) < 0.8


def test_the_same_passages_ask_the_same(of_sample: list[Passage], asked: Quiz) -> None:
    assert quiz(of_sample) == asked


def test_what_is_struck_neither_asks_nor_answers(of_sample: list[Passage]) -> None:
    struck = [replace(p, ref=replace(p.ref, struck=True)) for p in of_sample]

    assert quiz(struck) == Quiz((), ())


def test_a_title_that_stands_everywhere_asks_nothing(passage: Callable[..., Passage]) -> None:
    title = "Orientering fra formanden og sekretariatet"
    found = [
        passage(n, f"Tekst nummer {n} siger noget andet.", document=f"d{n}", item_title=title)
        for n in range(1, 9)
    ]

    assert quiz(found).questions == ()
    assert {q.text for q in quiz(found[:1]).questions} == {title}


def test_an_outcome_asks_for_its_case_and_is_not_searched(passage: Callable[..., Passage]) -> None:
    place = {"item_title": "Status", "punkt": "3"}
    case = passage(1, "Belægningen er faldet i to år.", section="Sagsfremstilling", **place)
    said = "Styregruppen besluttede at lukke afdelingen og flytte borgerne inden sommerferien."
    outcome = passage(2, said, section="Beslutning", **place)

    assert quiz([case, replace(outcome, group=1)]).questions == ()  # a title of one word

    place["item_title"] = "Status for pladser på Havblik"
    case = passage(1, "Belægningen er faldet i to år.", section="Sagsfremstilling", **place)
    outcome = passage(2, said, section="Beslutning", **place)
    asked = quiz([case, outcome])

    assert [p.id for p in asked.pool] == [1]
    assert {question.answers for question in asked.questions} == {frozenset({1})}
    assert len(asked.questions) == 2
