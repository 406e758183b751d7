"""Evidence within a budget, by examples counted by hand."""

from eval.measures import evidence
from tests.eval.measures.made import gold

FIRST, SECOND, THIRD = "punktet udsættes", "taksten er 1.412 kr", "guiden godkendes"


def test_the_share_of_the_quotes_that_are_read() -> None:
    golds = [gold(FIRST), gold(SECOND), gold(THIRD)]

    assert evidence(golds, [SECOND, "andet", FIRST], 1000) == 2 / 3


def test_what_lies_behind_the_budget_is_not_read() -> None:
    texts = ["x" * 90, FIRST]

    assert evidence([gold(FIRST)], texts, 90 + len(FIRST)) == 1
    assert evidence([gold(FIRST)], texts, 90 + len(FIRST) - 1) == 0


def test_a_quote_in_two_passages_is_not_put_together() -> None:
    assert evidence([gold("udsættes")], ["udsæ", "ttes"], 100) == 0


def test_an_alternative_stands_in_for_all_that_is_missing() -> None:
    golds = [gold(FIRST), gold(SECOND), gold(THIRD, alt=True)]

    assert evidence(golds, [FIRST], 100) == 1 / 2
    assert evidence(golds, [THIRD], 100) == 1


def test_where_all_are_alternatives_one_is_enough() -> None:
    golds = [gold(FIRST, alt=True), gold(SECOND, alt=True)]

    assert evidence(golds, [SECOND], 100) == 1
    assert evidence(golds, [THIRD], 100) == 0
