"""Measures over all questions and by type."""

from eval.measures.scores import Scores
from eval.measures.summary import by_type, overall

SCORES = Scores(
    ("RR@10", "must_not"),
    {
        "1": {"RR@10": 1.0, "must_not": None},
        "2": {"RR@10": 0.5, "must_not": None},
        "3": {"RR@10": None, "must_not": None},
    },
    {"1": "rule", "2": "fact", "3": "unanswerable"},
)


def test_a_measure_counts_the_questions_that_it_applies_to() -> None:
    found = overall(SCORES)["RR@10"]

    assert (found.mean, found.n) == (0.75, 2)


def test_one_that_applies_to_none_is_left_out() -> None:
    assert "must_not" not in overall(SCORES)


def test_types_stand_alone() -> None:
    found = by_type(SCORES)

    assert list(found) == ["fact", "rule", "unanswerable"]
    assert found["fact"]["RR@10"].mean == 0.5
    assert found["unanswerable"] == {}
