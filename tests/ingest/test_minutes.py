"""Meetings become documents, also those printed inside another meeting's annex."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as Word

from ingest import Block, Document, Kind, PartKind, Visibility
from ingest.read import read_bytes

Reader = Callable[[str], Document]


def item(day: str, number: int, title: str, mark: str = "Åben") -> str:
    header = f"Mødet den {day}.2024\n\nStyregruppen\n\n{mark}\n\nPunkt {number}.\n\n{title}\n\n"
    return f"{header}Beslutning:\n\nGodkendt {title}\n\n"


def titles(document: Document) -> list[str]:
    return [part.heading for part in document.items]


def test_a_meeting_inside_is_cut_off_at_its_cover(parsed: Reader) -> None:
    cover = "Referat\n\nMødet den 1. januar 2024\n\nTil stede Ida\n\n"
    document = parsed(item("02.02", 1, "A") + cover + item("01.01", 1, "B") + item("02.02", 2, "C"))

    (inner,) = document.documents

    assert (titles(document), titles(inner)) == (["A", "C"], ["B"])
    assert inner.parts[0].label == "Forside"
    assert document.items[0].parts[-1].kind is PartKind.ANNEX
    assert not any("Ida" in x.text for part in document.walk() for x in part.blocks)


def test_two_meetings_inside_are_two_documents(parsed: Reader) -> None:
    first, second = item("01.01", 1, "B"), item("08.01", 1, "C")
    document = parsed(item("02.02", 1, "A") + first + second + item("02.02", 2, "D"))

    assert [(str(x.held), titles(x), x.within) for x in document.documents] == [
        ("2024-01-01", ["B"], "1"),
        ("2024-01-08", ["C"], "1"),
    ]
    assert len({x.id for x in (document, *document.documents)}) == 3


def test_a_meeting_inside_a_closed_item_is_closed(parsed: Reader) -> None:
    document = parsed(item("02.02", 1, "A", "Lukket") + item("01.01", 1, "B"))

    (inner,) = document.documents

    assert inner.visibility is Visibility.CLOSED
    assert {part.visibility for part in inner.walk()} == {Visibility.CLOSED}


def test_date_and_body_may_stand_in_the_footers_alone(parsed: Reader) -> None:
    text = " Punkt 1.\n\nTakster\n\nIndstilling\n\nGodkend\n\nStyregruppen Møde den 16.11.2023\n"

    document = parsed(text)

    assert (document.body, str(document.held)) == ("Styregruppen", "2023-11-16")
    assert document.kind is Kind.DAGSORDEN


def test_a_meeting_without_a_date_or_body_has_none(parsed: Reader) -> None:
    document = parsed("Punkt 1.\n\nTakster\n\nReferat\n\nGodkendt\n")

    assert (document.body, document.held, document.title) == (None, None, "Referat")


def test_the_front_page_does_not_betray_a_closed_item() -> None:
    text = (
        "\n\nReferat\n\nStyregruppen\n\nMødet den 1. maj 2025\n\nIndholdsfortegnelse\n\n"
        "1.\tGodkendelse af dagsorden\t2\n2.\tKøb af ejendommen Lysholm\t3\n3.\tEventuelt\t4\n\n"
        "Tid\tMødet den 1. maj 2025\nEmner\tBlandt andet køb af ejendommen Lysholm\n\n"
        "Mødet den 01.05.2025\n\nStyregruppen\n\nÅben\n\nPunkt 1.\n\nGodkendelse af dagsorden\n\n"
        "Beslutning:\n\nGodkendt\n\n"
        "Mødet den 01.05.2025\n\nStyregruppen\n\nLukket\n\nPunkt 2.\n\n"
        "Køb af ejendommen Lysholm\n\nBeslutning:\n\nGodkendt\n\n"
        "Mødet den 01.05.2025\n\nStyregruppen\n\nÅben\n\nPunkt 3.\n\nEventuelt\n\n"
        "Beslutning:\n\nIntet\n"
    )

    document = read_bytes(text.encode(), "referat.txt")

    naming = [p for p in document.walk() if any("Lysholm" in b.text for b in p.blocks)]
    assert len(naming) == 2
    assert {part.visibility for part in naming} == {Visibility.CLOSED}
    assert any(
        "Eventuelt" in b.text for p in document.walk() if p.label == "Indhold" for b in p.blocks
    )


def front_of(document: Document) -> str:
    return "\n".join(
        block.text
        for part in document.walk()
        if part.visibility is Visibility.OPEN
        for block in part.blocks
    )


@pytest.mark.parametrize(
    ("agenda", "title"),
    [
        ("2. Køb af Hejrevang", "Køb af Hejrevang (lukket)"),
        ("2. Køb af ejendommen\n\nHejrevang 27", "Køb af ejendommen Hejrevang 27"),
        ("2. Handel med\n\nHejrevang", "Køb af ejendom"),
        ("• Køb af ejendommen\n\nHejrevang 27", "Lukket: Køb af ejendommen Hejrevang 27"),
    ],
)
def test_the_agenda_does_not_betray_it_in_other_words(
    parsed: Reader, agenda: str, title: str
) -> None:
    text = f"Dagsorden\n\n1. Takster\n\n{agenda}\n\n3. Næste møde\n\nTil stede Ida\n\n"

    document = parsed(text + item("01.05", 1, "Takster") + item("01.05", 2, title, "Lukket"))

    assert "Hejrevang" not in front_of(document)
    assert "Næste møde" in front_of(document)
    assert "Til stede Ida" in front_of(document)


def test_the_name_of_a_closed_annex_is_closed(parsed: Reader) -> None:
    text = item("01.05", 1, "Takster").replace(
        "Beslutning:", "Bilag:\n- Oversigt\n- Notat om Hejrevang (lukket bilag)\n\nBeslutning:"
    )

    (first,) = parsed(text).items

    assert first.listed == ("Oversigt",)
    assert "Hejrevang" not in front_of(parsed(text))
    assert "Oversigt" in front_of(parsed(text))


ITEM = "Punkt 1: Takster\n\nBeslutning: Godkendt.\n"


@pytest.mark.parametrize(
    "front",
    [
        "Styregruppe Social\nMøde den 5. juni 2024\n\n",
        "Møde nr. 3, onsdag den 5. juni 2024 kl. 9-12\nStyregruppe Social\nReferat\n\n",
        "Udvalg\tStyregruppe Social\nMødedato\t5. juni 2024\n\n",
        "Styregruppe Social  Møde den 5. juni 2024  Side 1 af 4\n\n",
    ],
)
def test_the_cover_says_who_met_and_when(parsed: Reader, front: str) -> None:
    document = parsed(front + ITEM)

    assert (document.title, document.body) == ("Referat Styregruppe Social", "Styregruppe Social")
    assert str(document.held) == "2024-06-05"


def test_the_headers_of_a_word_file_say_it_too() -> None:
    file = Word()
    file.sections[0].header.paragraphs[0].text = "Styregruppe Social\tMøde den 5. juni 2024\tSide 1"
    for text in ("Referat", *ITEM.split("\n\n")):
        file.add_paragraph(text)
    data = BytesIO()
    file.save(data)

    document = read_bytes(data.getvalue(), "referat.docx")

    assert (document.body, str(document.held)) == ("Styregruppe Social", "2024-06-05")


def test_a_header_that_says_when_does_not_change_the_cover(parsed: Reader) -> None:
    front = "Referat\n\nArbejdsgruppe Takster\n\nMødedato: 3. maj 2024\n\n"
    header = "Styregruppe Social  Møde den 5. juni 2024  Side 1 af 4\n\n"

    document = parsed(header + front + ITEM)

    assert (document.body, str(document.held)) == ("Arbejdsgruppe Takster", "2024-05-03")


def test_a_line_where_the_mark_should_be_closes_the_item_and_is_not_lost(
    parsed: Callable[[str], Document], printed_blocks: Callable[[Document], list[Block]]
) -> None:
    document = parsed(
        "Mødet den 01.02.2024\nStyregruppe Social\nTaksten er 14 kr.\nPunkt 2. Andet\n"
        "Referat\nGodkendt."
    )

    assert document.items[0].visibility is Visibility.CLOSED
    assert "Taksten er 14 kr." in [block.text for block in printed_blocks(document)]
