"""What must never be said."""

from eval.measures.must_not import of
from tests.eval.measures.made import item, pair, record

ASKED = item("x", must_not=("15. august", "8 hverdage"))


def test_it_is_found_whatever_its_layout() -> None:
    assert of(pair(ASKED, record(answer="Senest den 15.\naugust."))) == 1
    assert of(pair(ASKED, record(answer="Senest den 1. september."))) == 0


def test_a_closed_item_is_guarded_where_there_should_be_no_answer() -> None:
    closed = item(must_not=("8,2 mio",))

    assert of(pair(closed, record(answer="Højst 8,2 mio. kr."))) == 1


def test_an_abstention_says_nothing() -> None:
    assert of(pair(ASKED, record(status="not_found", answer="15. august"))) == 0


def test_where_nothing_is_forbidden_there_is_no_number() -> None:
    assert of(pair(item("x"), record())) is None
    assert of(pair(item("x", must_not=("…",)), record())) is None
