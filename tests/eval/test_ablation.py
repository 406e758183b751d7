"""Parts of retrieval left out."""

from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from eval.ablation import PARTS, WHOLE, rows, summary
from eval.collections import sample
from eval.measured import hits, over_items
from eval.switched import over_documents
from index import Index
from index.weights import Weights

DOCUMENTS = sample().folder


@pytest.mark.parametrize(("name", "changes"), PARTS)
def test_every_part_is_switched_by_weights_there_are(name: str, changes: dict[str, float]) -> None:
    assert changes.keys() <= {field.name for field in fields(Weights)}, name


def test_names_of_parts_are_told_apart() -> None:
    assert len({name for name, _ in PARTS}) == len(PARTS)


def test_leaving_a_part_out_changes_the_ranking_and_nothing_for_others(
    tmp_path: Path, sample_home: Path
) -> None:
    asked = sample().items[:10]

    def told(index: Index) -> list[list[tuple[str, float]]]:
        return [[(h.passage.text, h.score) for h in hits(index, q.question)] for q in asked]

    with over_documents(DOCUMENTS, tmp_path, {"gram": 0.0}) as without:
        left_out = told(without)
    with over_documents(DOCUMENTS, tmp_path, {}) as whole:
        all_in = told(whole)
    with closing(Index(sample_home)) as usual:
        assert all_in == told(usual)
    assert left_out != all_in


def test_a_part_is_told_by_what_is_lost_without_it() -> None:
    found = {WHOLE: {"RR@10": [1.0, 0.5]}, "context": {"RR@10": [0.75, 0.25]}}

    heads, lines = rows(found)

    assert heads == ["", "RR@10"]
    assert lines == [[WHOLE, "75.0"], ["context", "-25.0 [-25.0; -25.0]*"]]


def test_the_summary_has_means_and_differences() -> None:
    found = {WHOLE: {"RR@10": [1.0, 0.5]}, "context": {"RR@10": [0.75, 0.25]}}

    told = summary(found)["context"]

    assert told == {
        "RR@10": {"mean": 0.5, "difference": {"mean": -0.25, "low": -0.25, "high": -0.25}}
    }


def test_the_sample_is_measured_by_its_quotes(sample_home: Path) -> None:
    asked = sample().items

    with closing(Index(sample_home)) as index:
        scores = over_items(index, asked)

    assert {name: len(values) for name, values in scores.items()} == {
        name: len(asked) for name in ("evidence@6000", "evidence@2000", "nDCG@10", "RR@10")
    }
    assert sum(scores["evidence@2000"]) <= sum(scores["evidence@6000"])
