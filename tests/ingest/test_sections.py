"""An item's sections, and the annexes that follow its decision without a separator."""

from collections.abc import Callable

from ingest import Document, Kind, Part, PartKind, Status, Visibility
from ingest.terms import OUTCOMES

HEADER = "Mødet den 01.02.2024\n\nStyregruppen\n\nÅben\n\n"
MEMO = """Bilag:

- Notat om ledige lokaler

Beslutning:

Ja

Notat om ledige lokaler

Tomt.

"""
AGREEMENT = MEMO.replace("Notat om ledige lokaler", "Styringsaftale 2025-2026")
Reader = Callable[[str], Document]


def item(parsed: Reader, text: str, number: str = "1") -> Part:
    found = parsed(f"{HEADER}Punkt {number}.\n\nEn sag\n\n{text}")
    return found.items[0]


def annexes(item: Part) -> list[Part]:
    return [part for part in item.parts if part.kind is PartKind.ANNEX]


def said(part: Part) -> list[str]:
    return [block.text for one in part.walk() for block in one.blocks]


def test_sections_go_by_their_standard_heading(parsed: Reader) -> None:
    found = item(parsed, "Resume\n\nA\n\nSagsbeskrivelse – takster\n\nB\n\nBeslutning:\n\nC\n")

    assert [(x.label, x.heading) for x in found.parts] == [
        ("Resumé", "Resume"),
        ("Sagsfremstilling", "Sagsbeskrivelse – takster"),
        ("Beslutning", "Beslutning:"),
    ]


def test_an_empty_decision_has_no_text(parsed: Reader) -> None:
    (decision,) = item(parsed, "Beslutning:\n\n").parts

    assert decision.label in OUTCOMES
    assert not said(decision)


def test_an_annex_begins_where_the_text_names_it(parsed: Reader) -> None:
    found = item(parsed, MEMO)

    (annex,) = annexes(found)
    assert (annex.heading, said(annex)) == ("Notat om ledige lokaler", ["Tomt."])
    assert said(found.parts[1]) == ["Ja"]
    assert annex.about
    assert annex.about.kind is Kind.NOTAT


def test_an_annex_that_is_only_listed_is_not_in_the_text(parsed: Reader) -> None:
    found = item(parsed, "Bilag:\n\n- Notat om lokaler\n- Budget 2024\n\nBeslutning:\n\nJa\n")

    assert found.listed == ("Notat om lokaler", "Budget 2024")
    assert annexes(found) == []


def test_a_name_broken_over_lines_is_one_name(parsed: Reader) -> None:
    found = item(parsed, "Bilag:\n- Notat om lokaler i den\nsydlige del\n\nBeslutning:\n\nJa\n")

    assert found.listed == ("Notat om lokaler i den sydlige del",)


def test_the_cover_above_the_title_is_the_annexs(parsed: Reader) -> None:
    text = "Bilag:\n\n- Kommissorium for netværket\n\nBeslutning:\n\nJa\n\n\n\nUnge og voksne\n\n"

    found = item(parsed, f"{text}Kommissorium for netværket\n\nTekst om opgaven.\n")

    assert said(found.parts[1]) == ["Ja"]
    assert [x.heading for x in annexes(found)[0].walk()][-1] == "Unge og voksne"


def test_one_word_of_an_annexs_name_does_not_begin_it(parsed: Reader) -> None:
    text = "Bilag:\n\n- Årsrapport for Ankeret 2024\n\nBeslutning:\n\nGodt.\n\nAnkeret\n\nIgen.\n"

    assert annexes(item(parsed, text)) == []


def test_a_memo_after_the_decision_was_not_decided(parsed: Reader) -> None:
    text = "Bilag:\n\n- Sagsbeskrivelse - aftale\n\nBeslutning:\n\nJa\n\nBaggrund\n\nTekst.\n"

    found = item(parsed, text)

    assert [part.label for part in found.parts] == ["Bilag", "Beslutning", None]
    assert annexes(found)[0].heading == "Sagsbeskrivelse - aftale"


def test_an_annex_that_stands_twice_stands_under_both_items(parsed: Reader) -> None:
    document = parsed(f"{HEADER}Punkt 1.\n\nA\n\n{MEMO}{HEADER}Punkt 2.\n\nB\n\n{MEMO}")

    assert [said(annex) for x in document.items for annex in annexes(x)] == [["Tomt."], ["Tomt."]]


def test_a_footer_makes_an_annex_a_draft(parsed: Reader) -> None:
    (annex,) = annexes(item(parsed, f"{AGREEMENT}Udkast 1.0 (SGS 5.9.24)\n\nSlut.\n"))

    assert annex.about
    assert annex.about.kind is Kind.STYRINGSAFTALE
    assert (annex.about.status, annex.about.edition) == (Status.UDKAST, "2025-2026")


def test_an_annex_of_unknown_standing_is_not_called_adopted(parsed: Reader) -> None:
    (annex,) = annexes(item(parsed, AGREEMENT.replace("Ja", "Godkendt")))

    assert annex.about
    assert annex.about.status is Status.UKENDT


def test_an_annex_marked_closed_is_closed(parsed: Reader) -> None:
    text = (
        "Bilag:\n\n- Notat om køb (lukket)\n\nBeslutning:\n\nJa\n\nNotat om køb (lukket)\n\nPris.\n"
    )

    (annex,) = annexes(item(parsed, text))

    assert annex.visibility is Visibility.CLOSED


def test_names_above_the_heading_of_their_list_are_the_list(parsed: Reader) -> None:
    text = " Punkt 1.\n\nRapporter\n\nSagsfremstilling\n\nRapporterne er kommet.\n"

    (found,) = parsed(f"{text} Rapport for Ankeret\n\nRapport for Birken\n\nBilag:\n").items

    assert found.listed == ("Rapport for Ankeret", "Rapport for Birken")


def test_running_text_on_the_next_page_ends_a_recommendation(parsed: Reader) -> None:
    text = " Punkt 1.\n\nTakster\n\nIndstilling\n\nDet indstilles, at\n\n• Godkende\n"

    (found,) = parsed(f"{text} Taksten stiger.\n").items

    assert [part.label for part in found.parts] == ["Indstilling", None]


def test_a_memo_after_a_decision_on_its_headings_line_was_not_decided(parsed: Reader) -> None:
    text = "Beslutning: Godkendt.\n\nBaggrund\n\nTaksten stiger med 3 pct.\n"

    found = item(parsed, text)

    assert [part.label for part in found.parts if part.label] == ["Beslutning"]
    assert said(annexes(found)[0])[-1] == "Taksten stiger med 3 pct."
