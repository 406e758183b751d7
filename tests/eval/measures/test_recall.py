"""Recall over passages, by examples counted by hand."""

import pytest

from eval.measures.recall import recall_at
from tests.eval.measures.made import gold, item, pair, ranked

FIRST, SECOND = "punktet udsættes", "guiden godkendes"


@pytest.mark.parametrize(("before", "share"), [(0, 1), (3, 1), (4, 1 / 2)])
def test_the_quotes_that_the_first_passages_show(before: int, share: float) -> None:
    texts = [FIRST, *["andet"] * before, SECOND]

    assert recall_at(5).of(pair(item(FIRST, SECOND), ranked(*texts))) == share


def test_an_alternative_stands_in() -> None:
    asked = item(references=(gold(FIRST), gold(SECOND, alt=True)))

    assert recall_at(5).of(pair(asked, ranked(SECOND))) == 1


def test_what_has_no_answer_has_no_recall() -> None:
    assert recall_at(5).of(pair(item(), ranked(FIRST))) is None
