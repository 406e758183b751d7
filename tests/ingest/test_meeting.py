"""Where agenda items begin, in the four ways of announcing them."""

from collections.abc import Callable

from ingest import Document, PartKind
from ingest.lines import split
from ingest.meeting import starts

HEADER = "Mødet den 01.02.2024 Styregruppen\nÅben\n"
Reader = Callable[[str], Document]


def numbers(document: Document) -> list[tuple[str | None, str]]:
    return [(item.number, item.heading) for item in document.items]


def test_items_under_a_header_of_their_own(parsed: Reader) -> None:
    text = f"{HEADER}Punkt 1.\n\nDagsorden\n\nBeslutning:\nJa\n{HEADER}Punkt 2.\n\nTakster\n"

    document = parsed(text)

    assert numbers(document) == [("1", "Dagsorden"), ("2", "Takster")]
    assert (document.body, str(document.held)) == ("Styregruppen", "2024-02-01")


def test_the_body_may_stand_on_the_next_line(parsed: Reader) -> None:
    document = parsed("Mødet den 01.02.2024\n\nStyregruppen\n\nÅben\n\nPunkt 1.\n\nTakster\n")

    assert document.body == "Styregruppen"


def test_a_case_number_stands_below_the_title(parsed: Reader) -> None:
    (item,) = parsed(f"{HEADER}Punkt 1.\n\nTakster\n\n2024-012345\n\nResumé\n\nTekst\n").items

    assert (item.heading, item.case_number) == ("Takster", "2024-012345")


def test_a_title_over_two_lines(parsed: Reader) -> None:
    (item,) = parsed(f"{HEADER}Punkt 1.\n\nTakster for\n2025\n\nResumé\n\nTekst\n").items

    assert item.heading == "Takster for 2025"


def test_an_item_without_a_title(parsed: Reader) -> None:
    document = parsed(
        f"{HEADER}Punkt 1.\n\nBeslutning:\nJa\n{HEADER}Punkt 2.\n{HEADER}Punkt 3.\n\nC"
    )

    assert numbers(document) == [("1", ""), ("2", ""), ("3", "C")]


def test_two_items_with_the_same_number_are_both_kept(parsed: Reader) -> None:
    document = parsed(f"{HEADER}Punkt 4.\n\nA\n\n{HEADER}Punkt 4.\n\nB\n")

    assert numbers(document) == [("4", "A"), ("4", "B")]


def test_two_items_under_one_heading(parsed: Reader) -> None:
    text = "1. Dagsorden (side 2)\n2. Referat fra sidst (side 2)\n"
    text += (
        "Punkt 1 + 2\n\n1. Dagsorden\n\nReferat\n\nOk\n\n2. Referat fra sidst\n\nReferat\n\nOk\n"
    )

    assert numbers(parsed(text)) == [("1", "Dagsorden"), ("2", "Referat fra sidst")]


def test_an_item_that_the_agenda_alone_announces(parsed: Reader) -> None:
    text = " 1. Dagsorden (side 2)\n\nTil orientering 2. Status på takster (side 3)\n"
    text += " Punkt 1\n\n1. Dagsorden\n\nReferat\n\nOk\n 2. Status på takster\n\nReferat\n\nOk\n"

    assert numbers(parsed(text)) == [("1", "Dagsorden"), ("2", "Status på takster")]


def test_numbers_inside_an_annex_are_no_items(parsed: Reader) -> None:
    text = f"{HEADER}Punkt 1.\n\nTakster\n\nBilag:\n- Notat om takster\n\nBeslutning:\nJa\n\n"
    text += "Notat om takster\n\n2. Frister\n\nTekst.\n\nPunkt 2\n\nMere tekst.\n"

    assert numbers(parsed(text)) == [("1", "Takster")]


def test_points_of_a_decision_stay_in_it(parsed: Reader) -> None:
    text = (
        f"{HEADER}Punkt 8.\n\nOrientering om møder\n\nBeslutning:\nPunkt 8.1 - Møde\n\nSkete.\n\n"
    )

    (item,) = parsed(f"{text}Punkt 8.2\n\nOgså.\n").items

    (decision,) = item.parts
    said = [block.text for x in decision.walk() for block in (x.head, *x.blocks) if block]
    assert said == ["Beslutning:", "Punkt 8.1 - Møde", "Skete.", "Punkt 8.2", "Også."]


def test_people_stay_on_the_front_page(parsed: Reader) -> None:
    text = "Referat\n\nMøde Styregruppen\n\nTid 3. maj 2024\n\nTil stede Ida\n\nDeltagere Bo\n\n"
    document = parsed(f"{text}Afbud Kaj\n\nPunkt 1.\n\nDagsorden\n\nReferat\n\nOk\n")

    front = document.parts[0]

    assert front.label == "Forside"
    assert [x.text for x in front.blocks][-3:] == ["Til stede Ida", "Deltagere Bo", "Afbud Kaj"]
    assert (document.body, str(document.held)) == ("Styregruppen", "2024-05-03")


def test_a_meeting_inside_an_annex_is_a_document_of_its_own(parsed: Reader) -> None:
    outer = "Mødet den 02.02.2024\n\nStyregruppen\n\nÅben\n\nPunkt {}.\n\nSag {}\n\n"
    outer += "Beslutning:\n\nJa\n\n"
    inner = outer.replace("02.02", "01.01")
    cover = "Referat\n\nStyregruppen\n\nMødet den 1. januar 2024\n\n"

    document = parsed(outer.format(1, "a") + cover + inner.format(1, "b") + outer.format(2, "c"))

    (within,) = document.documents
    assert numbers(document) == [("1", "Sag a"), ("2", "Sag c")]
    assert (within.within, str(within.held), numbers(within)) == (
        "1",
        "2024-01-01",
        [("1", "Sag b")],
    )
    assert document.items[0].parts[-1].kind is PartKind.ANNEX
    assert within.id == f"{document.id}.2024-01-01"


def test_a_number_of_absurd_length_is_no_item() -> None:
    assert starts(split("Punkt " + "1" * 5000)) == []
