"""Search through the front door, on the sample's own questions."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eval.sample.build import HERE
from index import Filters, Hit, Index, Kind, PartKind, Visibility
from index.rank import with_surroundings

QUESTIONS = [
    json.loads(line) for line in (HERE / "questions.jsonl").read_text("utf-8").splitlines()
]
READING = 6_000  # characters a person would look through


def letters(text: str) -> str:
    return "".join(re.findall(r"[0-9a-zà-öø-ÿ]+", text.lower()))


def seen(hits: list[Hit]) -> str:
    """What stands in the first `READING` characters of the hits."""
    return letters("\n".join(hit.passage.text for hit in hits)[:READING])


def test_the_evidence_of_the_samples_questions_is_found(index: Index) -> None:
    answerable = [question for question in QUESTIONS if question["answerable"]]

    found = [
        any(
            letters(gold["quote"]) in seen(index.search(q["question"], Filters(), 60))
            for gold in q["gold"]
        )
        for q in answerable
    ]

    assert sum(found) >= 0.85 * len(answerable)


@pytest.mark.parametrize(
    ("question", "source", "punkt"),
    [
        ("Hvad skete der med takstskemaet den 12. marts 2025?", "referat-2025-03-12.txt", "5"),
        (
            "betydelig nedsat fysisk eller psykisk funktionsevne",
            "guide-midlertidigt-botilbud.txt",
            None,
        ),
    ],
)
def test_the_first_hit_names_its_place(
    index: Index, question: str, source: str, punkt: str | None
) -> None:
    ref = index.search(question, Filters(), 1)[0].passage.ref

    assert (ref.source, ref.punkt) == (source, punkt)


def test_hits_come_best_first_and_no_more_than_asked_for(index: Index) -> None:
    hits = index.search("takster og belægning", Filters(), 7)

    assert len(hits) == 7
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert index.search("takster", Filters(), 0) == []


def test_the_same_question_has_the_same_hits(index: Index, home: Path) -> None:
    with closing(Index(home)) as again:
        for question in QUESTIONS[:10]:
            text = question["question"]
            assert index.search(text, Filters(), 50) == again.search(text, Filters(), 50)


def test_filters_reach_the_stores(index: Index) -> None:
    filters = Filters(kinds=frozenset({"referat"}), start=date(2025, 1, 1), section="Beslutning")

    hits = index.search("Fyrtårnet", filters, 50)

    assert {h.passage.ref.source for h in hits} == {"referat-2025-03-12.txt"}
    assert {h.passage.ref.section for h in hits} == {"Beslutning"}


def test_closed_text_alone_can_be_searched_by_those_who_may(index: Index) -> None:
    hits = index.search("ejendom", Filters(visibility=frozenset({Visibility.CLOSED})), 50)

    assert {hit.passage.ref.punkt for hit in hits} == {"7"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "?!... --- §§§",
        "a" * 10_000,
        "takst " * 2_000,
        "§" * 10_000,
        "What was decided about the rates?",
        "该怎么办",
        "takst\0er",
        "😀 takst 🏳️‍🌈",
        "\ud800",
        "'; DROP TABLE documents; --",
        "12.13.2025 31.02.2024 punkt 99999999999999999999",
    ],
    ids=range(13),
)
@pytest.mark.timeout(5)
def test_any_text_is_a_question(index: Index, text: str) -> None:
    assert isinstance(index.search(text, Filters()), list)


def test_questions_at_once_have_the_answers_of_questions_alone(index: Index) -> None:
    texts = [question["question"] for question in QUESTIONS]
    alone = [index.search(text, Filters(), 20) for text in texts]

    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(lambda text: index.search(text, Filters(), 20), texts * 3))

    assert at_once == alone * 3


def test_a_document_is_given_back_as_it_was_read(index: Index) -> None:
    document = index.document("referat-2021-05-20")

    assert document
    assert (document.kind, document.held) == (Kind.REFERAT, date(2021, 5, 20))
    assert "Godkend" in document.text


def test_a_meeting_inside_another_is_a_document(index: Index) -> None:
    inner = index.document("referat-2024-09-05.2024-06-13")

    assert inner
    assert (inner.held, inner.within) == (date(2024, 6, 13), "2")
    assert {part.kind for part in inner.items} == {PartKind.ITEM}


def test_an_unknown_document_is_none(index: Index) -> None:
    assert index.document("findes-ikke") is None


def test_origin_of_a_hit_leads_into_the_document(index: Index) -> None:
    hit = index.search("Hvem kan få midlertidigt botilbud?", Filters(), 1)[0]
    document = index.document(hit.passage.ref.document)

    start, end = hit.passage.origin(0, len(hit.passage.text))

    assert document
    assert letters(document.text[start:end]) == letters(hit.passage.text)


def test_facts_tell_what_is_in_the_index(index: Index) -> None:
    facts = index.facts()

    assert facts.documents == 9
    assert facts.latest_meeting == date(2025, 3, 12)


def test_neighbours_and_the_best_of_an_item_lend_their_scores(index: Index) -> None:
    hits = index.search("Fyrtårnet", Filters(), 1)
    alone = replace(hits[0], score=1.0)
    beside = replace(alone, passage=replace(alone.passage, id=alone.passage.id + 1), score=1.0)

    with_one, with_two = (
        with_surroundings([alone], decision=False),
        with_surroundings([alone, beside], decision=False),
    )

    assert with_two[0].score > with_one[0].score > 1.0
