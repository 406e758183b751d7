"""CPR numbers leave every part of an extract; what is told of personal data does not repeat it."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from ingest import Concern, Document, Finding, Link, PartKind
from ingest.extract import Extract, Options, Sheet
from ingest.lines import split, without_furniture
from ingest.personal import masked, masked_name, pseudonyms
from ingest.readers.text import extract as read_text

HOPELESS = 60  # seconds; work that grows with the square of the text takes far longer
NUMBER = f"0101651{random.Random(1).randrange(1000):03}"  # without modulus 11, of nobody
HYPHENATED = f"{NUMBER[:6]}-{NUMBER[6:]}"
CROSSED = "xxxxxx-xxxx"


def of_text(text: str) -> Extract:
    return read_text(text.encode(), "prøve.txt", Options())


def cpr_finding(line: int, page: int | None = None, where: str = "") -> Finding:
    return Finding(Concern.CPR, "CPR number", where, line, page)


def test_the_digits_are_crossed_out_and_every_place_stays() -> None:
    text = f"Borger {HYPHENATED} har søgt.\nBevilget."

    extract = masked(of_text(text))

    assert extract.text == f"Borger {CROSSED} har søgt.\nBevilget."
    assert extract.lines == tuple(split(extract.text))
    assert extract.findings == (cpr_finding(line=1),)


def test_a_finding_tells_line_and_page_of_each_number() -> None:
    extract = masked(of_text(f"Side et\n\fCPR {NUMBER}\nog {HYPHENATED}\n"))

    assert extract.findings == (cpr_finding(2, page=2), cpr_finding(3, page=2))


def test_a_number_over_two_lines_is_masked_in_both() -> None:
    extract = masked(of_text(f"Borger {NUMBER[:6]}-\n{NUMBER[6:]} har søgt.\n"))

    assert [line.text for line in extract.lines] == ["Borger xxxxxx-", "xxxx har søgt."]
    assert extract.findings == (cpr_finding(line=1),)


def test_a_page_that_begins_inside_a_number_keeps_its_place() -> None:
    extract = masked(of_text(f"Borger {NUMBER[:6]}-\n\f{NUMBER[6:]} har søgt.\n"))

    assert [(line.text, line.page) for line in extract.lines] == [
        ("Borger xxxxxx-", 1),
        (" xxxx har søgt.", 2),
    ]


def test_what_was_set_aside_is_masked_too() -> None:
    sheet = Sheet(paged=True)
    sheet.line(f"Personnr.  {NUMBER[:2]} {NUMBER[2:]}", furniture=True)
    sheet.line("Brødtekst")

    extract = masked(sheet.extract())

    assert extract.text == "Personnr.  xx xxxxxxxx\nBrødtekst\n"
    assert extract.lines[0].removed == "Personnr. xx xxxxxxxx"


def test_what_was_set_aside_is_read_with_the_line_above() -> None:
    sheet = Sheet(paged=True)
    sheet.line("Personnr.")
    sheet.line(f"{NUMBER[:2]}/{NUMBER[2:6]}/{NUMBER[6:]}", furniture=True)

    assert masked(sheet.extract()).lines[1].removed == "xx/xxxx/xxxx"


def test_lines_with_furniture_already_blanked_are_masked() -> None:
    text = f"Tekst\nUdkast 1.0 (SGS {HYPHENATED})\nTekst"
    extract = Extract(text, tuple(without_furniture(split(text))))

    assert masked(extract).lines[1].removed == f"Udkast 1.0 (SGS {CROSSED})"


def test_title_labels_findings_and_addresses_are_masked() -> None:
    address = f"https://oestby.dk/Svar%20{HYPHENATED}.pdf"
    extract = Extract(
        "Se svar.\n",
        tuple(split("Se svar.\n")),
        findings=(Finding(Concern.COMMENT, "comment", f"Ark {HYPHENATED}", 1),),
        links=(Link(3, 7, address),),
        labels=(NUMBER,),
        title=f"Klage fra {HYPHENATED}",
    )

    made = masked(extract)

    assert made.title == f"Klage fra {CROSSED}"
    assert made.labels == ("xxxxxxxxxx",)
    assert made.links == (Link(3, 7, f"https://oestby.dk/Svar%20{CROSSED}.pdf"),)
    assert made.findings == (
        Finding(Concern.COMMENT, "comment", f"Ark {CROSSED}", 1),
        cpr_finding(1, where="title"),
        cpr_finding(1, where="link"),
    )


def test_an_escaped_hyphen_in_an_address_is_a_hyphen() -> None:
    link = Link(0, 2, f"https://oestby.dk/?nr={NUMBER[:6]}%2D{NUMBER[6:]}")

    made = masked(Extract("Se", tuple(split("Se")), links=(link,)))

    assert made.links[0].address == "https://oestby.dk/?nr=xxxxxx%2Dxxxx"


def test_misread_letters_and_digits_of_other_scripts_are_crossed_out() -> None:
    wide = NUMBER.translate({ord("0") + d: 0xFF10 + d for d in range(10)})

    assert masked_name(f"CPR O{NUMBER[1:]}") == "CPR xxxxxxxxxx"
    assert masked_name(f"nr. {wide}") == "nr. xxxxxxxxxx"


def test_a_file_is_named_without_the_number() -> None:
    assert masked_name(f"Afgørelse_{HYPHENATED}.pdf") == f"Afgørelse_{CROSSED}.pdf"
    assert masked_name("Referat 22.05.2025.pdf") == "Referat 22.05.2025.pdf"


def test_masking_twice_changes_nothing() -> None:
    once = masked(of_text(f"CPR {HYPHENATED}, {NUMBER}"))

    assert masked(once) == once


def test_an_extract_without_personal_data_stays_as_it_is() -> None:
    extract = of_text("Punkt 1\nTaksten er 1.234 kr. i sag 2024-029219.\n")

    assert masked(extract) == extract


def test_private_contacts_are_reported_and_stay() -> None:
    text = "Mor kan nås på tlf. 20 30 40 50.\nEller bo.test@gmail.com.\n"

    made = masked(of_text(text))

    assert made.text == text
    assert made.findings == (
        Finding(Concern.CONTACT, "private telephone number", "", 1),
        Finding(Concern.CONTACT, "private e-mail address", "", 2),
    )


def test_a_private_address_behind_a_link_is_reported() -> None:
    extract = of_text("Skriv til mor\n")
    link = Link(0, 5, "mailto:bo.test@gmail.com")

    made = masked(replace(extract, links=(link,)))

    assert made.findings == (Finding(Concern.CONTACT, "private e-mail address", "link", 1),)


@pytest.mark.timeout(HOPELESS)
def test_a_large_text_without_numbers_is_passed_quickly() -> None:
    line = "Der er 7 pladser til børn og unge i kommunens 3 tilbud, jf. § 5.\n"
    text = line * (25_000_000 // len(line))
    extract = Extract(text, tuple(split(text)))

    assert masked(extract) == extract


@pytest.mark.timeout(HOPELESS)
def test_a_long_line_of_many_numbers_is_masked_in_one_go() -> None:
    text = f"{HYPHENATED} " * 8_000

    made = masked(of_text(text))

    assert made.lines[0].text == f"{CROSSED} " * 8_000


MINUTES = (
    "Referat af møde i Styregruppe Social\nMødet den 22. maj 2025\n\n"
    "Punkt 1. Økonomi\n\nSagsfremstilling:\n{one}\n\nBeslutning:\nGodkendt.\n\n"
    "Punkt 2. {title}\n\nSagsfremstilling:\n{two}\n\nBeslutning:\nGodkendt.\n"
)
CASE = "Borger A bor på et botilbud.\nA. har støtte, og Mikkel\ntrives."


def slips(document: Document) -> list[tuple[str, int]]:
    assert document.parts[-1].kind is PartKind.ITEM
    return [(finding.where, finding.line) for finding in pseudonyms(document)]


def test_a_broken_pseudonym_is_told_with_item_and_line(
    parsed: Callable[[str], Document],
) -> None:
    text = MINUTES.format(one="Budgettet holder.", two=CASE, title="Et forløb")
    line = next(at for at, row in enumerate(text.split("\n"), 1) if "Mikkel" in row)

    document = parsed(text)

    assert slips(document) == [("Et forløb", line)]
    assert {finding.concern for finding in pseudonyms(document)} == {Concern.PSEUDONYM}


def test_a_name_in_the_heading_is_not_repeated(parsed: Callable[[str], Document]) -> None:
    text = MINUTES.format(one="Budgettet holder.", two=CASE, title="Sagen om Mikkel")

    found = pseudonyms(parsed(text))

    assert found
    assert not any("Mikkel" in str(finding) for finding in found)


def test_a_name_in_another_item_is_another_matter(parsed: Callable[[str], Document]) -> None:
    text = MINUTES.format(one="Mikkel bor i Østby.", two="Borger A bor alene.", title="Et forløb")

    assert slips(parsed(text)) == []


def test_a_document_without_items_is_searched_too(parsed: Callable[[str], Document]) -> None:
    document = parsed(f"Notat om støtte\n\n{CASE}\n")

    assert [finding.line for finding in pseudonyms(document)] == [4]


def test_a_meeting_inside_an_annex_is_searched(parsed: Callable[[str], Document]) -> None:
    inner = parsed(MINUTES.format(one=CASE, two="Intet.", title="Et forløb"))
    outer = replace(inner, parts=(), documents=(inner,))

    assert pseudonyms(outer) == pseudonyms(inner) != ()


@pytest.mark.parametrize("text", ["", "\n", "Notat"])
def test_little_text_tells_nothing(parsed: Callable[[str], Document], text: str) -> None:
    assert masked(Extract(text, tuple(split(text)))).findings == ()
    assert pseudonyms(replace(parsed("Notat om støtte"), text=text, parts=())) == ()
