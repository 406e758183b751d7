"""The sample is what its generator writes, and its questions and facts stand in it."""

import json
import re
from typing import Any

import pytest

from eval.sample.build import DOCUMENTS, HERE, build

DOCS = {path.name: path.read_text("utf-8") for path in sorted(DOCUMENTS.glob("*.txt"))}
QUESTIONS = [
    json.loads(line) for line in (HERE / "questions.jsonl").read_text("utf-8").splitlines()
]
FACTS = json.loads((HERE / "facts.json").read_text("utf-8"))
GOLDS = [(question["id"], gold) for question in QUESTIONS for gold in question["gold"]]
# Names of the region the product is made for, and of its bodies; none may occur here.
REAL = """Nordjyl Nordjysk Aalborg Brønderslev Frederikshavn Hjørring Jammerbugt Læsø Mariagerfjord
    Morsø Rebild Thisted Vesthimmerland Østerskoven Kvisten Sødisebakke Kompasset Aalborgskolen
    Socialtilsyn_Nord Administrative_Styregruppe DAS Planethuset Strandgården Ålborg"""


def letters(text: str) -> str:
    """Letters and digits alone, with words joined that a line's end divides."""
    joined = re.sub(r"(\w)-\s*\n\s*(\w)", r"\1\2", text.lower())
    return "".join(re.findall(r"[0-9a-zà-öø-ÿ]+", joined))


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in strings(part)]


def test_committed_documents_are_what_the_generator_writes() -> None:
    assert build() == DOCS


@pytest.mark.parametrize(("question", "gold"), GOLDS)
def test_quote_stands_at_its_lines(question: str, gold: dict[str, Any]) -> None:
    lines = DOCS[gold["doc"]].split("\n")[gold["line_from"] - 1 : gold["line_to"]]

    assert letters(gold["quote"]) in letters("\n".join(lines))


def test_question_ids_are_unique() -> None:
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS)


def test_every_type_of_question_is_asked() -> None:
    types = "decision rule fact number list definition timeline trap paraphrase keyword"

    assert {question["type"] for question in QUESTIONS} == {*types.split(), "unanswerable"}


def test_only_unanswerable_questions_lack_gold() -> None:
    for question in QUESTIONS:
        assert bool(question["gold"]) == question["answerable"] == bool(question["nuggets"])


def test_no_answer_says_what_it_must_not() -> None:
    for question in QUESTIONS:
        wrong = [letters(text) for text in question.get("must_not", [])]

        assert not [text for text in wrong if text in letters(question["answer"])]


@pytest.mark.parametrize("name", REAL.split())
def test_nothing_of_the_real_region_occurs(name: str) -> None:
    texts = "\n".join([*DOCS.values(), *strings(QUESTIONS), *strings(FACTS)])

    assert not re.search(rf"\b{name.replace('_', ' ')}", texts)


def test_facts_cover_every_document() -> None:
    assert FACTS.keys() == DOCS.keys()


@pytest.mark.parametrize("name", sorted(DOCS))
def test_titles_and_struck_text_of_the_facts_stand_in_the_document(name: str) -> None:
    facts, text = FACTS[name], letters(DOCS[name])
    items = facts["items"] + [item for meeting in facts["embedded"] for item in meeting["items"]]
    wanted = [item["title"] for item in items] + [title for _, title in facts["chapters"]]
    wanted += [annex for item in items for annex in item["annexes_listed"]]

    assert not [title for title in wanted if letters(title) not in text]
    assert re.findall(r"~~(.+?)~~", DOCS[name]) == facts["struck"]
