"""Citation recall, by examples counted by hand."""

from eval.measures.cite_recall import of
from tests.eval.measures.made import cited, gold, item, pair, record

FIRST, SECOND = "punktet udsættes", "guiden godkendes"


def test_the_share_of_the_quotes_that_citations_show() -> None:
    got = record(cited(FIRST, 1), cited("andet", 2))

    assert of(pair(item(FIRST, SECOND), got)) == 1 / 2


def test_a_stand_in_makes_up_for_what_is_missing() -> None:
    asked = item(references=(gold(FIRST), gold(SECOND, alt=True)))

    assert of(pair(asked, record(cited(SECOND)))) == 1


def test_an_answer_without_citations_shows_nothing() -> None:
    assert of(pair(item(FIRST), record())) == 0
    assert of(pair(item(), record())) is None
