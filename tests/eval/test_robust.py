"""What disturbed questions lose."""

from contextlib import closing
from pathlib import Path

from eval.collections import sample
from eval.robust import Loss, losses, rows
from index import Index

SCORES = {"RR@10": [1.0, 0.5]}


def test_a_loss_is_told_on_the_questions_that_changed() -> None:
    heads, lines = rows([Loss("a typo", SCORES, {"RR@10": [0.5, 0.0]})])

    assert heads == ["", "changed", "RR@10", "change"]
    assert lines == [["a typo", "2", "75.0", "-50.0 [-50.0; -50.0]*"]]


def test_a_disturbance_that_changes_nothing_has_no_figures() -> None:
    nothing: dict[str, list[float]] = {"RR@10": []}

    assert rows([Loss("a typo", nothing, nothing)])[1] == [["a typo", "0", "–", "–"]]


def test_the_same_seed_disturbs_the_sample_in_the_same_way(sample_home: Path) -> None:
    asked = sample().items[:20]

    with closing(Index(sample_home)) as index:
        found = losses(index, asked, seed=1)
        again = losses(index, asked, seed=1)

    assert found == again
    assert all(loss.before["RR@10"] for loss in found)
