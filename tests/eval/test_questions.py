"""Sets of questions are read as their authors wrote them."""

import json
from pathlib import Path

from eval.measures import Gold
from eval.questions import SAMPLE, Question, questions


def test_the_answerable_questions_come_with_their_quotes(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    golds = [{"doc": "a.txt", "quote": "x"}, {"doc": "b.txt", "quote": "y", "alt": True}]
    told = {"id": 1, "question": "Hvad?", "type": "fact", "answerable": True, "gold": golds}
    untold = {"id": 2, "question": "Nej?", "type": "trap", "answerable": False, "gold": []}
    file.write_text(f"{json.dumps(told)}\n\n{json.dumps(untold)}\n", "utf-8")

    assert questions(file) == [Question("1", "Hvad?", "fact", (Gold("x"), Gold("y", alt=True)))]


def test_the_sample_has_questions_to_measure_with() -> None:
    assert len(questions(SAMPLE / "questions.jsonl")) >= 40
