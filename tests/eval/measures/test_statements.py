"""Statements taken apart."""

import pytest

from eval.measures.statements import Row, borne, pieces, row
from eval.runs import Said
from tests.eval.measures.made import cited, record


def test_lines_and_what_is_left_out_part_a_statement() -> None:
    assert pieces(Said("Første. […] Anden.\nTredje.\n")) == ["Første.", "Anden.", "Tredje."]


def test_a_row_has_cells_and_headings() -> None:
    told = row("Tilsyn, 8-24 pladser (2022: 44.275 kr.; 2023: 49.269 kr.)")

    cells = ("8-24 pladser", "44.275 kr.", "49.269 kr.")
    assert told == Row(cells, ("Tilsyn", "2022", "2023"))


def test_a_bracket_in_the_name_of_a_row_is_part_of_it() -> None:
    told = row("Udgifter (overhead m.v.) (2024: 2,516)")

    assert told == Row(("Udgifter (overhead m.v.)", "2,516"), ("2024",))


@pytest.mark.parametrize(
    "text", ["Taksten stiger.", "Taksten (se punkt 5) stiger.", "Taksten (ny)"]
)
def test_a_sentence_is_no_row(text: str) -> None:
    assert row(text) is None


def test_a_statement_rests_on_the_citations_it_names() -> None:
    first, second = cited("a", 1), cited("b", 2)

    assert borne(record(first, second), Said("b", (2,))) == [second]
