"""Where agenda items begin, in the four ways of announcing them."""

from collections.abc import Callable

import pytest

from ingest import Document, PartKind, Visibility
from ingest.lines import split
from ingest.meeting import starts
from ingest.read import read_bytes

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


def html(*items: str) -> Document:
    title = "<h1>Referat fra møde i Styregruppe Social</h1><p>Mødedato: 14. marts 2024</p>"
    return read_bytes((title + "".join(items)).encode(), "referat.html")


@pytest.mark.parametrize("number", ["Punkt {} ", "Punkt {}: ", "{}. ", "{} "])
def test_items_by_the_files_own_headings(number: str) -> None:
    first = f"<h2>{number.format(1)}Status på takster</h2><h3>Beslutning:</h3><p>Godkendt.</p>"
    second = f"<h2>{number.format(2)}Eventuelt</h2><p><b>Beslutning:</b> Intet.</p>"

    document = html(first, second)

    assert numbers(document) == [("1", "Status på takster"), ("2", "Eventuelt")]
    assert [[x.label for x in item.parts] for item in document.items] == [["Beslutning"]] * 2
    assert (document.body, str(document.held)) == ("Styregruppe Social", "2024-03-14")


@pytest.mark.parametrize("number", ["Punkt {} ", "{}. ", "{} "])
def test_headings_that_count_on_are_items_without_sections_too(number: str) -> None:
    heads = (f"<h2>{number.format(n)}Sag</h2><p>Det blev drøftet.</p>" for n in (1, 2, 3))

    assert numbers(html(*heads)) == [("1", "Sag"), ("2", "Sag"), ("3", "Sag")]


def test_headings_with_numbers_in_a_report_are_no_items() -> None:
    heads = "".join(f"<h2>Punkt {n} Formål</h2><p>Tekst.</p>" for n in (1, 2))

    document = read_bytes(f"<h1>Samarbejdsaftale</h1>{heads}".encode(), "aftale.html")

    assert document.items == ()


@pytest.mark.parametrize("title", ["Lukket: Køb af Hejrevang", "Køb af Hejrevang (lukket)"])
@pytest.mark.parametrize("number", ["Punkt {} ", "{}. ", "{} "])
def test_a_closed_item_by_a_heading_is_closed(number: str, title: str) -> None:
    heads = [f"<h2>{number.format(n)}Sag</h2><p>Beslutning: Ja.</p>" for n in (1, 2, 3)]
    heads[1] = heads[1].replace("Sag", title)

    document = html(*heads)

    assert [x.visibility for x in document.items] == [
        Visibility.OPEN,
        Visibility.CLOSED,
        Visibility.OPEN,
    ]


def test_an_annex_with_headings_of_its_own_numbers_makes_no_items() -> None:
    items = [f"<h2>Punkt {n} Sag</h2><p>Beslutning: Ja.</p>" for n in (1, 2)]
    annex = [f"<h2>Punkt {n} Formål</h2><p>Tekst.</p>" for n in (1, 2, 3)]

    assert numbers(html(*items, *annex)) == [("1", "Sag"), ("2", "Sag")]


def test_a_section_may_begin_on_the_line_of_its_heading(parsed: Reader) -> None:
    text = "Punkt 1: Takster\nIndstilling: Taksten godkendes.\nBeslutning: Godkendt.\n"
    document = parsed(f"{text}\nPunkt 2: Eventuelt\nReferat: Intet.\n")

    first, second = document.items
    assert [(x.heading, [b.text for b in x.blocks]) for x in (*first.parts, *second.parts)] == [
        ("Indstilling:", ["Taksten godkendes."]),
        ("Beslutning:", ["Godkendt."]),
        ("Referat:", ["Intet."]),
    ]
    (said,) = first.parts[1].blocks
    assert document.text[slice(*said.span)] == "Godkendt."


def test_struck_text_after_a_sections_heading_stays_struck(parsed: Reader) -> None:
    (item,) = parsed(f"{HEADER}Punkt 1.\n\nTakster\n\nBeslutning: ~~Afvist.~~ Godkendt.\n").items

    assert [(b.text, b.struck) for b in item.parts[0].blocks] == [
        ("Godkendt.", False),
        ("Afvist.", True),
    ]


@pytest.mark.parametrize(
    "line", ["Baggrund: Udgifterne stiger.", "beslutning: nej.", "En beslutning: ja."]
)
def test_other_words_with_a_colon_begin_no_section(parsed: Reader, line: str) -> None:
    (item,) = parsed(f"{HEADER}Punkt 1.\n\nTakster\n\nSagsfremstilling\n\nTekst.\n\n{line}\n").items

    assert [x.label for x in item.parts] == ["Sagsfremstilling"]


def test_a_recommendation_told_after_the_decision_begins_nothing(parsed: Reader) -> None:
    text = f"{HEADER}Punkt 1.\n\nTakster\n\nBeslutning:\n\nGodkendt.\n\nIndstilling: som før.\n"

    (item,) = parsed(text).items

    assert [b.text for b in item.parts[0].blocks] == ["Godkendt.", "Indstilling: som før."]
