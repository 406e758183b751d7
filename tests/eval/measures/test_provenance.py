"""Figures and dates that are told have a source."""

from eval.measures.provenance import of
from eval.runs import Said
from tests.eval.measures.made import HELD, cited, item, pair, record

CITED = cited("Taksten stiger til 1.412 kr. fra 1. juni.", meeting_date=HELD, punkt="7")


def share(said: Said, question: str = "Hvad?", **texts: str) -> float | None:
    """Of a statement, over the one citation."""
    return of(pair(item("x", question=question), record(CITED, said=(said,)), **texts))


def test_the_share_of_the_figures_that_the_quote_has() -> None:
    assert share(Said("1.412 kr. fra 1. juni, før 1.398 kr. og 2 pct.", (1,))) == 2 / 4


def test_date_and_item_of_the_place_are_known() -> None:
    assert share(Said("Mødet den 12. marts 2025, punkt 7", (1,))) == 1
    assert share(Said("Mødet den 12. marts 2024, punkt 8", (1,))) == 0


def test_headings_of_a_row_stand_in_the_document() -> None:
    row = Said("Taksten (2023: 1.412 kr.)", (1,))

    assert share(row, a="Takster 2023") == 1
    assert share(row, a="Takster 2024") == 1 / 2


def test_a_statement_of_ours_may_say_what_was_asked_and_how_many_there_are() -> None:
    assert share(Said("1 punkt fra mødet 4. april 2024"), "Hvad skete den 4.4.2024?") == 1
    assert share(Said("3 punkter fra mødet 4. april 2024")) == 0


def test_the_number_of_a_source_and_the_name_of_a_document_are_no_figures() -> None:
    assert share(Said("Kilde 1 er usikker.", (1,))) is None
    assert share(Said("„Aftalen 2025-2026“ er kun et udkast.")) is None
