"""The questions of a set that retrieval is measured by."""

import json
from pathlib import Path

from eval.questions import SAMPLE, questions


def test_those_without_an_answer_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    golds = [{"doc": "a.txt", "quote": "x"}]
    told = {"id": 1, "question": "Hvad?", "type": "fact", "answerable": True, "gold": golds}
    untold = {"id": 2, "question": "Nej?", "type": "trap", "answerable": False, "gold": []}
    file.write_text(f"{json.dumps(told)}\n\n{json.dumps(untold)}\n", "utf-8")

    assert [item.id for item in questions(file)] == ["1"]


def test_the_sample_has_questions_to_measure_with() -> None:
    assert len(questions(SAMPLE / "questions.jsonl")) >= 40
