"""Whether a right place is cited at all."""

from eval.measures.cited_gold import of
from tests.eval.measures.made import cited, item, pair, record

QUOTE = "punktet udsættes til marts"


def test_one_right_citation_is_enough() -> None:
    assert of(pair(item(QUOTE), record(cited("andet", 1), cited(QUOTE, 2)))) == 1


def test_wrong_places_and_none_are_nothing() -> None:
    assert of(pair(item(QUOTE), record(cited("andet")))) == 0
    assert of(pair(item(QUOTE), record())) == 0


def test_unanswerable_questions_have_no_right_place() -> None:
    assert of(pair(item(), record(cited(QUOTE)))) is None
