"""Lines become paragraphs, list items and table rows again."""

from ingest.blocks import blocks, layout
from ingest.document import Block
from ingest.lines import split

FULL = "Denne linje er så lang som de linjer, der fylder hele siden ud til kanten af den"


def read(text: str) -> list[Block]:
    lines = split(text)
    return blocks(lines, layout(lines))


def texts(text: str) -> list[str]:
    return [block.text for block in read(text)]


def test_lines_broken_at_the_pages_edge_are_one_paragraph() -> None:
    assert texts(f"{FULL}\nog videre til slut.\nNyt afsnit.") == [
        f"{FULL} og videre til slut.",
        "Nyt afsnit.",
    ]


def test_an_empty_line_after_every_line_does_not_end_the_paragraph() -> None:
    assert texts(f"{FULL}\n\nogså her\n\n{FULL}\n\nOlsen til slut.")[0] == f"{FULL} også her"
    assert texts(f"{FULL}\n\nOlsen sagde det.") == [f"{FULL} Olsen sagde det."]


def test_an_empty_line_ends_the_paragraph_where_lines_stand_close() -> None:
    found = texts(f"{FULL}\n{FULL}\n\nOverskriften\n\n{FULL}\nog mere.")

    assert found == [f"{FULL} {FULL}", "Overskriften", f"{FULL} og mere."]


def test_a_sentence_goes_on_over_a_page_break() -> None:
    assert texts(f" {FULL}\n fortsat her.") == [f"{FULL} fortsat her."]


def test_a_broken_word_goes_on_over_an_empty_line() -> None:
    assert texts("De kommuner del-\n\ntager i møder") == ["De kommuner deltager i møder"]


def test_list_items_stand_apart_with_their_second_lines() -> None:
    assert texts("\uf0b7 det første\nsom fortsætter\n1. det andet\no det tredje") == [
        "• det første som fortsætter",
        "1. det andet",
        "o det tredje",
    ]


def test_a_paragraph_a_line_is_kept() -> None:
    long = "Et afsnit, der står på én linje. " * 6

    assert texts(f"{long}\n{long}\nkort") == [long.strip(), long.strip(), "kort"]


def test_a_row_has_cells() -> None:
    (row,) = read("Tilbud\tuger²\t1.000 kr.")

    assert [cell.text for cell in row.cells] == ["Tilbud", "uger", "1.000 kr."]
    assert row.text == "Tilbud uger 1.000 kr."


def test_struck_words_are_a_block_of_their_own() -> None:
    found = [(block.text, block.struck) for block in read("Frist er ~~1. maj~~ 1. juni.")]

    assert found == [("Frist er 1. juni.", False), ("1. maj", True)]


def test_a_struck_passage_goes_on_until_its_end() -> None:
    found = [(x.text, x.struck) for x in read("~~Slettet her\n\nOg her~~ gælder\n\nGælder også")]

    assert found == [
        ("gælder", False),
        ("Slettet her Og her", True),
        ("Gælder også", False),
    ]


def test_a_mark_that_is_never_closed_strikes_its_paragraph_alone() -> None:
    found = [(x.text, x.struck) for x in read("Gælder ~~måske ikke\n\nGælder\n\n~~Nej~~ ja")]

    assert found == [
        ("Gælder", False),
        ("måske ikke", True),
        ("Gælder", False),
        ("ja", False),
        ("Nej", True),
    ]


def test_lines_without_letters_or_digits_are_no_blocks() -> None:
    assert texts("***\n\n----\n\n☐") == []


def test_lead_counts_the_empty_lines_above() -> None:
    assert [block.lead for block in read("A.\n\n\nB.\nC.")] == [0, 2, 0]
