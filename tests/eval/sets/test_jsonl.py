"""Sets of questions are read whole, or not at all with every fault and its line."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.errors import BadSet
from eval.questions import SAMPLE
from eval.sets import Item, Reference, read
from eval.sets.row import schema

GOOD = {
    "id": "a-1",
    "question": "Blev guiden godkendt?",
    "type": "decision",
    "answerable": True,
    "gold": [{"doc": "a.txt", "quote": "godkendt", "line_from": 3, "line_to": 4}],
}


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "set.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadSet) as error:
        read(path)
    return [(fault.place, fault.says) for fault in error.value.faults]


def test_a_question_is_read_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    more = {"meeting": "2025-03-12", "punkt": 6, "nuggets": ["godkendt"], "difficulty": "easy"}

    (item,) = read(written(tmp_path, GOOD | more))

    assert item == Item(
        id="a-1",
        question="Blev guiden godkendt?",
        type="decision",
        answerable=True,
        nuggets=("godkendt",),
        references=(Reference("a.txt", "godkendt", (3, 4)),),
        meeting=date(2025, 3, 12),
        punkt="6",
        difficulty="easy",
    )


def test_every_question_of_the_sample_is_read() -> None:
    assert len(read(SAMPLE / "questions.jsonl")) == 123


def test_byte_order_mark_carriage_returns_and_empty_lines_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    lines = ["", json.dumps(GOOD), "", json.dumps(GOOD | {"id": 2}), ""]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())

    assert [item.id for item in read(path)] == ["a-1", "2"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question": 5}, "'question': Input should be a valid string, and not 5"),
        ({"question": " "}, "'question' is empty; fill it in"),
        ({"id": 1.5}, "'id': write a text or a whole number, and not 1.5"),
        ({"answerable": "ja"}, "'answerable': Input should be a valid boolean, and not \"ja\""),
        ({"nugets": []}, "'nugets' is no field; write 'nuggets'"),
        ({"meeting": "12.3.2025"}, '\'meeting\': "12.3.2025" is no day; write "yyyy-mm-dd"'),
        ({"gold": []}, "it is answerable but has no 'gold'; say where the answer stands"),
        ({"gold": [{"doc": "a.txt"}]}, "'gold.1.quote' is missing; add it"),
    ],
)
def test_a_wrong_field_says_what_to_do(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    assert faults(written(tmp_path, GOOD | change)) == [("line 1", said)]


def test_lines_in_the_wrong_order_are_told(tmp_path: Path) -> None:
    gold = {"doc": "a.txt", "quote": "x", "line_from": 9, "line_to": 4}

    ((place, said),) = faults(written(tmp_path, GOOD | {"gold": [gold]}))

    assert (place, said) == ("line 1", "'gold.1': 'line_from' 9 is after 'line_to' 4")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": 1', "no JSON"),
        (b"[]", "no JSON object"),
        (b"[" * 50_000, "no JSON"),
        (b'{"id": "\xe6"}', "byte 9 is no UTF-8"),
        (b'{"id": "\\ud800"}', "no JSON"),
        (b'{"id": "a", "id": "b", "question": "?", "type": "x", "answerable": false}', "twice"),
        (b"x" * 1_000_001, "longer than 1,000,000 bytes"),
        ('{"id": 1}'.encode("utf-16"), "save the file as UTF-8"),
    ],
)
def test_a_line_that_is_no_question_is_told_with_its_number(
    tmp_path: Path, line: bytes, said: str
) -> None:
    path = written(tmp_path, GOOD)
    path.write_bytes(path.read_bytes() + line)

    ((place, what),) = faults(path)

    assert place == "line 2"
    assert said in what


def test_all_faults_are_told_at_once_and_nothing_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD | {"type": 1}, GOOD, {"id": "b"}, GOOD)

    places = [place for place, _ in faults(path)]

    assert places == ["line 1", "line 3", "line 3", "line 3", "line 4"]


def test_a_file_without_questions_is_no_set(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("\n \n", "utf-8")

    assert faults(path) == [("", "no questions in it; write one in each line")]


def test_proposals_are_refused_until_a_person_has_judged_them(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, GOOD | {"id": 2, "status": "forslag"})

    ((place, said),) = faults(path)

    assert place == "line 2"
    assert said.startswith("1 of 2 are proposals")
    assert len(read(path, proposals=True)) == 2


def test_what_a_person_dropped_is_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, GOOD | {"id": 2, "status": "kasseret"})

    assert [item.id for item in read(path)] == ["a-1"]


def test_the_schema_has_every_field_of_a_question() -> None:
    assert schema()["required"] == ["id", "question", "type", "answerable"]
    assert schema()["additionalProperties"] is False
