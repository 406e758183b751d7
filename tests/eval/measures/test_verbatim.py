"""Citations looked up in the documents."""

from eval.measures.verbatim import of
from tests.eval.measures.made import cited, item, pair, record

TEXT = "Styregruppen godkendte guiden.\nTaksten er 1.412 kr."


def test_the_share_of_the_quotes_that_stand_there() -> None:
    got = record(cited("Taksten er 1.412 kr.", 1), cited("Taksten er 1.421 kr.", 2))

    assert of(pair(item("x"), got, a=TEXT)) == 1 / 2


def test_what_the_system_says_of_itself_does_not_count() -> None:
    assert of(pair(item("x"), record(cited("Andet", verified=True)), a=TEXT)) == 0
    assert of(pair(item("x"), record(cited("Taksten er", verified=False)), a=TEXT)) == 1


def test_a_document_that_is_not_there_has_no_quotes() -> None:
    assert of(pair(item("x"), record(cited("Taksten er", document="b.txt")), a=TEXT)) == 0


def test_without_citations_there_is_no_number() -> None:
    assert of(pair(item("x"), record(), a=TEXT)) is None
