"""A table's row says what its cells are."""

from ingest.blocks import blocks, layout
from ingest.document import Block
from ingest.lines import split
from ingest.tables import is_heading_row, told, with_headings


def rows(text: str) -> list[Block]:
    lines = split(text)
    return with_headings(blocks(lines, layout(lines)))


def test_a_row_is_told_with_the_headings_of_its_columns() -> None:
    heading, row = rows("\t2024\t2023\nBelægning\t5,6\t5,1")

    assert told(row) == "Belægning (2024: 5,6; 2023: 5,1)"
    assert is_heading_row(heading)
    assert not is_heading_row(row)


def test_a_row_is_told_with_the_table_inside_the_table_it_stands_in() -> None:
    found = rows(
        "Tilsyn\t\t\n\t2022\t2023\n0-9 pladser\t1\t2\nSanktion\t\t\n\t2022\t2023\nI alt\t3\t4"
    )

    assert told(found[2]) == "Tilsyn, 0-9 pladser (2022: 1; 2023: 2)"
    assert told(found[5]) == "Sanktion, I alt (2022: 3; 2023: 4)"
    assert [is_heading_row(row) for row in found] == [True, True, False, True, True, False]


def test_two_columns_without_headings_name_each_other() -> None:
    first, second = rows("Tid\tMødet den 5. september 2024, kl. 12.00\nTil stede\tLone, Jens")

    assert told(first) == "Tid: Mødet den 5. september 2024, kl. 12.00"
    assert told(second) == "Til stede: Lone, Jens"
    assert not is_heading_row(first)


def test_two_columns_of_text_may_have_headings() -> None:
    assert (
        told(rows("Kategori\tIndhold\nPersonale\tLøn")[1]) == "Kategori, Personale (Indhold: Løn)"
    )


def test_a_table_that_begins_with_figures_has_no_headings() -> None:
    first, second = rows("Løn\t6.500\t1.000\nHusleje\t675\t-")

    assert told(first) == "Løn (6.500; 1.000)"
    assert told(second) == "Husleje (675; -)"


def test_an_empty_first_cell_is_no_subject() -> None:
    assert told(rows("\t2022\t2023\n\t7\t8")[1]) == "2022: 7; 2023: 8"


def test_a_row_with_more_cells_than_headings_keeps_them() -> None:
    assert told(rows("Navn\tTal\nA\t1\t2")[1]) == "Navn, A (Tal: 1; 2)"


def test_two_rows_of_headings_name_a_column_together() -> None:
    found = rows("\t2023\t2023\t2024\t2024\nTilbud\tAntal\tPct.\tAntal\tPct.\nDag\t4\t90\t5\t92")

    assert (
        told(found[2]) == "Tilbud, Dag (2023 Antal: 4; 2023 Pct.: 90; 2024 Antal: 5; 2024 Pct.: 92)"
    )
    assert [is_heading_row(row) for row in found] == [True, True, False]


def test_a_heading_over_two_rows_is_said_once() -> None:
    found = rows("Tilbud\t2024\t2024\nTilbud\tAntal\tPct.\nDag\t4\t90")

    assert told(found[2]) == "Tilbud, Dag (2024 Antal: 4; 2024 Pct.: 90)"


def test_a_cell_merged_over_the_row_heads_a_table_inside_the_table() -> None:
    found = rows("Tilsyn\tTilsyn\tTilsyn\n\t2022\t2023\n0-9 pladser\t1\t2")

    assert told(found[0]) == "Tilsyn"
    assert told(found[2]) == "Tilsyn, 0-9 pladser (2022: 1; 2023: 2)"


def test_a_row_of_equal_figures_is_no_heading() -> None:
    assert told(rows("\t2022\t2023\nI alt\t1\t1\n4\t4\t4")[2]) == "4 (2022: 4; 2023: 4)"


def test_two_columns_that_begin_with_a_figure_have_no_headings() -> None:
    first, second = rows("Svar på forespørgsel\t10 hverdage\nKlage\tfire uger")

    assert told(first) == "Svar på forespørgsel: 10 hverdage"
    assert told(second) == "Klage: fire uger"


def test_the_words_of_a_front_page_are_no_headings() -> None:
    first, second = rows("Møde\tStyregruppe Social\nSted\tNordhavn")

    assert told(first) == "Møde: Styregruppe Social"
    assert told(second) == "Sted: Nordhavn"


def test_headings_repeated_on_the_next_page_stay_headings() -> None:
    heads = "Tilbud\t2024\t2024\nTilbud\tAntal\tPct.\n"
    found = rows(f"{heads}Dag\t4\t90\n{heads}Nat\t5\t92")

    assert [is_heading_row(row) for row in found] == [True, True, False, True, True, False]
    assert told(found[5]) == "Tilbud, Nat (2024 Antal: 5; 2024 Pct.: 92)"


def test_one_repeated_row_of_headings_is_no_row_of_the_table() -> None:
    found = rows("Navn\tSted\tType\nHejre\tFjordby\tDag\nNavn\tSted\tType\nLærke\tVig\tNat")

    assert [is_heading_row(row) for row in found] == [True, False, True, False]
    assert found[2].text == "Navn Sted Type"
