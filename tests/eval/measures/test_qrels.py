"""Rankings of judged entries, by examples counted by hand."""

from math import log2

import pytest

from eval.measures.qrels import judged

RELEVANT = {"q1": {"a": 2, "b": 1}, "q2": {"c": 1}}


def test_the_numbers_are_of_the_questions_in_order() -> None:
    found = judged(RELEVANT, {"q2": ["x", "c"], "q1": ["b", "a"]})

    # (1/1 + 2/log2(3)) of (2/1 + 1/log2(3)), and 1/log2(3) of 1
    assert found["nDCG@10"] == pytest.approx([(1 + 2 / log2(3)) / (2 + 1 / log2(3)), 1 / log2(3)])
    assert found["R@10"] == [1, 1]
    assert found["RR@10"] == [1, 1 / 2]


def test_a_question_that_nothing_was_found_for_is_nought() -> None:
    assert judged(RELEVANT, {"q1": ["a"], "q2": []})["RR@10"] == [1, 0]


def test_order_decides_and_not_the_names_of_entries() -> None:
    for ids in (["z", "c"], ["0", "c"]):
        assert judged({"q2": {"c": 1}}, {"q2": ids})["RR@10"] == [1 / 2]
