"""What can be told alone, and where it stands in its document."""

from collections.abc import Callable

import pytest

from index import Passage
from ingest import Run
from service.units import LONGEST, Section, pieces, repeats_headings, sections

Made = Callable[..., Passage]


def told(text: str) -> list[str]:
    return [text[a:b] for a, b in pieces(text)]


def test_passages_that_go_on_in_each_other_are_one_section(passage: Made) -> None:
    later, first = passage(2, "Den gælder fra 2026."), passage(1, "Taksten stiger.")

    (section,) = sections([later, first])

    assert section.passages == (first, later)
    assert section.text == "Taksten stiger.\nDen gælder fra 2026."


@pytest.mark.parametrize(
    "facts",
    [
        {"number": 3},
        {"section": "Indstilling"},
        {"headings": ("5.3 Overskud",)},
        {"struck": True},
        {"proposed": True},
        {"document": "udkast"},
        {"group": 2},
    ],
)
def test_what_stands_elsewhere_or_otherwise_is_another_section(
    passage: Made, facts: dict[str, object]
) -> None:
    place = {"number": 2, "text": "Den gælder fra 2026."} | facts

    assert len(sections([passage(1, "Taksten stiger."), passage(**place)])) == 2


def test_a_table_is_a_section_of_its_own(passage: Made) -> None:
    lead, table = passage(1, "Taksterne er:"), passage(2, "Fyrtårnet 512", rows=["Fyrtårnet 512"])

    assert [each.passages for each in sections([lead, table])] == [(lead,), (table,)]


def test_a_piece_of_a_table_that_repeats_its_headings_begins_a_section(passage: Made) -> None:
    first = passage(1, "Tilbud Takst\nFyrtårnet 512", rows=["Fyrtårnet 512"])
    later = passage(2, "Tilbud Takst\nMosen 498", rows=["Mosen 498"])
    runs = (Run(0, 1000, 12), Run(13, 2000, 9))
    repeating = Passage(2, 1, later.text, "", runs, later.ref, later.rows)

    assert repeats_headings(repeating)
    assert not repeats_headings(later)
    assert len(sections([first, repeating])) == 2


def test_rows_are_told_with_their_headings_and_quoted_without(passage: Made) -> None:
    (section,) = sections([passage(1, "Tilbud Takst\nFyrtårnet 512", rows=["Fyrtårnet 512"])])

    (unit,) = section.units

    assert (unit.told, unit.row) == ("Takst: Fyrtårnet 512", True)
    assert section.text[unit.start : unit.end] == "Fyrtårnet 512"


def test_units_are_told_word_for_word_in_reading_order(section: Callable[..., Section]) -> None:
    found = section("Gruppen drøftede sagen. Taksten stiger i 2026.")

    assert [unit.told for unit in found.units] == [
        "Gruppen drøftede sagen.",
        "Taksten stiger i 2026.",
    ]
    assert [found.text[unit.start : unit.end] for unit in found.units] == [
        unit.told for unit in found.units
    ]


def test_a_piece_has_its_place_in_the_document(passage: Made) -> None:
    first, later = passage(1, "Taksten stiger."), passage(2, "Den gælder fra 2026.")
    (section,) = sections([first, later])
    start = section.text.index("fra 2026")

    assert section.place(start, start + 8) == ((later,), 2011, 2019)
    assert section.place(8, start + 8) == ((first, later), 1008, 2019)


def test_each_sentence_is_a_piece() -> None:
    assert told("Taksten er 512 kr. pr. døgn. Fristen er 1. oktober.") == [
        "Taksten er 512 kr. pr. døgn.",
        "Fristen er 1. oktober.",
    ]


def test_a_list_is_one_piece_with_its_lead() -> None:
    listed = "Gruppen godkender:\n• takstbilaget.\n• tidsplanen."

    assert told(f"Sagen blev drøftet.\n{listed}\nNæste møde er i juni.") == [
        "Sagen blev drøftet.",
        listed,
        "Næste møde er i juni.",
    ]


def test_numbered_lines_after_a_lead_are_its_list() -> None:
    assert len(told("Kravene er:\n1. Udredning.\n2. Samtykke.")) == 1


def test_a_list_that_is_too_long_is_told_in_pieces() -> None:
    found = told("Kravene er:\n" + "\n".join(f"• {'krav ' * 30}{n}" for n in range(9)))

    assert len(found) > 1
    assert max(map(len, found)) <= LONGEST


def test_a_heading_is_told_with_what_it_heads() -> None:
    assert told("5.3 Overskud\nDriftsherren overfører 5 pct.") == [
        "5.3 Overskud\nDriftsherren overfører 5 pct."
    ]


def test_a_sentence_that_leans_on_the_one_before_is_told_with_it() -> None:
    assert told("Taksten stiger. Dette gælder fra 2026. Fristen er i maj.") == [
        "Taksten stiger. Dette gælder fra 2026.",
        "Fristen er i maj.",
    ]


def test_a_sentence_on_a_line_of_its_own_leans_on_nothing() -> None:
    assert len(told("Taksten stiger.\nDette gælder fra 2026.")) == 2


def test_no_text_has_no_pieces() -> None:
    assert pieces(" \n ") == []
