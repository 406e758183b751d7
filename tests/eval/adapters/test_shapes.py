"""Runs are written in the shapes that others read, and read by them where they are installed."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.adapters import Shape, export
from eval.measures.measure import Pair
from eval.runs.record import Cited, Passage, Record
from eval.runs.texts import KeptTexts
from eval.sets import Item, Reference

QUOTE = "Belægningen var 98,1 pct. i 2024."
ITEM = Item(
    "s-027", "Hvad var belægningen?", "number", True, "98,1 pct.", ("98,1 pct.",),
    (Reference("a.txt", QUOTE),), must_not=("97,2 {{",), meeting=date(2025, 3, 12),
)  # fmt: skip
RECORD = Record(
    "s-027", "answered", f"{QUOTE} [1] $${{{{x}}}}$$", (), (Cited(1, "a.txt", QUOTE),),
    (Passage("a.txt", QUOTE), Passage("b.txt", "Å")),
)  # fmt: skip
REFUSED = Pair(
    Item("s-041", "Hvad i 2022?", "unanswerable", False),
    Record("s-041", "not_found", "Dokumenterne svarer ikke."),
    KeptTexts({}),
)
PAIRS = [Pair(ITEM, RECORD, KeptTexts({})), REFUSED]


def written(shape: Shape, folder: Path) -> str:
    export(PAIRS, shape, folder / "out")
    return (folder / "out").read_text("utf-8")


def lines(shape: Shape, folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(shape, folder).splitlines()]


def test_ragas_line_is_a_single_turn_sample(tmp_path: Path) -> None:
    assert lines(Shape.RAGAS, tmp_path)[0] == {
        "user_input": "Hvad var belægningen?",
        "retrieved_contexts": [QUOTE, "Å"],
        "retrieved_context_ids": ["a.txt", "b.txt"],
        "reference_contexts": [QUOTE],
        "reference_context_ids": ["a.txt"],
        "response": RECORD.answer,
        "reference": "98,1 pct.",
    }


def test_lines_are_ascii_as_ragas_opens_files_in_the_machines_encoding(tmp_path: Path) -> None:
    assert written(Shape.RAGAS, tmp_path).isascii()


def test_deepeval_has_what_is_right_and_what_was_found_apart(tmp_path: Path) -> None:
    first = json.loads(written(Shape.DEEPEVAL, tmp_path))[0]

    assert (first["input"], first["actual_output"]) == (ITEM.question, RECORD.answer)
    assert (first["context"], first["retrieval_context"]) == ([QUOTE], [QUOTE, "Å"])


def test_promptfoo_repeats_the_answer_and_asserts_without_a_model(tmp_path: Path) -> None:
    config = json.loads(written(Shape.PROMPTFOO, tmp_path))

    assert config["providers"] == ["echo"]
    assert [one["type"] for one in config["tests"][0]["assert"]] == ["javascript", "not-icontains"]


def test_braces_of_an_answer_are_no_template(tmp_path: Path) -> None:
    answer = json.loads(written(Shape.PROMPTFOO, tmp_path))["tests"][0]["vars"]["answer"]

    assert answer == "{% raw %}" + RECORD.answer + "{% endraw %}"


def test_inspect_line_is_a_sample_with_the_answer_beside(tmp_path: Path) -> None:
    first, second = lines(Shape.INSPECT, tmp_path)

    assert (first["id"], first["input"], first["target"]) == ("s-027", ITEM.question, "98,1 pct.")
    assert first["metadata"]["citations"] == [{"n": 1, "document": "a.txt", "quote": QUOTE}]
    assert (second["metadata"]["status"], second["metadata"]["answerable"]) == ("not_found", False)


def test_ragas_reads_it(tmp_path: Path) -> None:
    ragas = pytest.importorskip("ragas", reason="ragas is no dependency; shapes are tested above")
    written(Shape.RAGAS, tmp_path)

    read = ragas.EvaluationDataset.from_jsonl(tmp_path / "out")

    assert [sample.response for sample in read] == [RECORD.answer, REFUSED.record.answer]


def test_deepeval_reads_it(tmp_path: Path) -> None:
    dataset = pytest.importorskip(
        "deepeval.dataset", reason="DeepEval is no dependency; shapes are tested above"
    )
    written(Shape.DEEPEVAL, tmp_path)
    read = dataset.EvaluationDataset()

    read.add_test_cases_from_json_file(
        str(tmp_path / "out"), "input", "actual_output", "expected_output", "context",
        "retrieval_context",
    )  # fmt: skip

    assert [case.expected_output for case in read.test_cases] == ["98,1 pct.", ""]


def test_inspect_reads_it(tmp_path: Path) -> None:
    dataset = pytest.importorskip(
        "inspect_ai.dataset", reason="Inspect is no dependency; shapes are tested above"
    )
    written(Shape.INSPECT, tmp_path)
    (tmp_path / "out").rename(tmp_path / "out.jsonl")

    read = dataset.json_dataset(str(tmp_path / "out.jsonl"))

    assert next(iter(read)).metadata["answer"] == RECORD.answer
