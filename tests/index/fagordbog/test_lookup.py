"""What an editor is shown of a word."""

from collections.abc import Callable

from index.fagordbog import Book
from index.fagordbog.lookup import standing_for


def found(made: Book, text: str) -> list[tuple[str, str]]:
    return [(concept.term, named.phrase.text) for concept, named in standing_for(made, text)]


def test_a_word_is_shown_in_every_concept_the_surest_first(book: Callable[..., Book]) -> None:
    made = book(a="[regning]\nhverdag: pris?\n[takst]\nhverdag: pris; takstpris\n[plads]")

    assert found(made, "priserne") == [("takst", "pris"), ("regning", "pris")]


def test_a_word_of_no_concept_is_none(book: Callable[..., Book]) -> None:
    assert found(book(a="[takst]"), "kaffe") == []
