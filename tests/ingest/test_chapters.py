"""Agreements and reports fall into chapters, tables and headings."""

from ingest import Part, PartKind
from ingest.blocks import blocks, layout
from ingest.chapters import outline
from ingest.lines import split

LONG = "Kommunerne og regionen følger udgifterne tæt, og de drøftes hvert år på et møde i foråret."
TEXT = f"{LONG} {LONG}"


def parts(text: str) -> tuple[Part, ...]:
    lines = split(text)
    return outline(blocks(lines, layout(lines)))[1]


def outlined(text: str) -> list[tuple[str | None, str]]:
    return [(x.number, x.heading) for part in parts(text) for x in part.walk()]


def test_a_table_of_contents_says_which_lines_are_headings() -> None:
    text = f"Indhold\n\n1. Mål ..... 2\n\n2. Takst ..... 3\n\n2.1 Frist ..... 3\n\n1. Mål\n\n{TEXT}"
    text += f"\n\n2. Takst\n\n{TEXT}\n\n3. ikke en overskrift\n\n2.1 Frist\n\n{TEXT}"

    assert outlined(text) == [(None, "Indhold"), ("1", "Mål"), ("2", "Takst"), ("2.1", "Frist")]


def test_the_heading_of_the_contents_is_the_contents_own() -> None:
    (contents,) = parts("3 INDHOLD\n\n1 Mål ..... 2\n\n2 Takst ..... 3\n\n3 Frist ..... 3")

    assert contents.label == "Indhold"
    assert contents.head
    assert len(contents.blocks) == 3


def test_chapters_lie_inside_each_other() -> None:
    text = f"1 Takster\n\n1.1 Frister\n\n{TEXT}\n\n1.1.1 Særligt\n\n{TEXT}\n\n2 Andet\n\n{TEXT}"

    first, second = parts(text)

    assert [x.number for x in first.walk()] == ["1", "1.1", "1.1.1"]
    assert second.number == "2"


def test_numbered_sentences_are_no_chapters() -> None:
    assert outlined(f"1. Godkender aftalen\n\n2. Drøfter frister\n\n{TEXT}") == []


def test_a_short_line_above_running_text_is_a_heading() -> None:
    assert outlined(f"{TEXT}\n\nHvem betaler hvad?\n\n{TEXT}") == [(None, "Hvem betaler hvad?")]


def test_a_heading_may_stand_above_its_first_subheading() -> None:
    text = f"{TEXT}\n\nDe syv trin\n\nTrin 1: Behovet\n\n{TEXT}"

    assert outlined(text) == [(None, "De syv trin"), (None, "Trin 1: Behovet")]


def test_cells_of_a_table_that_lost_its_lines_are_no_headings() -> None:
    cells = "Skovlund\n\nHedestrup\n\nNordhavn\n\nLyngholm\n\n"

    assert outlined(f"{TEXT}\n\n{cells}{TEXT}") == []


def test_a_caption_above_rows_makes_a_table() -> None:
    (table,) = parts("Tabel 1: Besøg\n\n\t2022\t2023\nAnmeldte\t3\t4")

    assert (table.kind, table.heading) == (PartKind.TABLE, "Tabel 1: Besøg")
    assert len(table.blocks) == 2


def test_struck_text_is_no_heading() -> None:
    assert outlined(f"{TEXT}\n\n~~2.1 Gamle frister~~\n\n{TEXT}") == []
