"""What a cover says about the meeting: when it was held and who met."""

import pytest

from ingest.cover import cover
from ingest.extract import Sheet
from ingest.lines import Line, split, without_furniture

SOCIAL = "Styregruppe Social"
DAY = "2024-03-14"


def said(text: str) -> tuple[str | None, str | None]:
    lines = without_furniture(split(text))
    found = cover(lines, len(lines))
    return found.body, str(found.held) if found.held else None


def headed(*headers: str) -> list[Line]:
    sheet = Sheet(paged=True)
    for header in headers:
        sheet.line(header, furniture=True)
    sheet.line("Punkt 1.")
    return list(sheet.extract().lines)


@pytest.mark.parametrize(
    "line",
    [
        "Mødedato: 14. marts 2024",
        "Mødedato\t14. marts 2024",
        "Mødedato\n\n14. marts 2024",
        "Mødedato:\n14. marts 2024",
        "Mødedato 14. marts 2024",
        "MØDEDATO: 14. MARTS 2024",
        "Sted\tTeams\tMødedato\t14. marts 2024",
        "Mødedato\tSted\n14. marts 2024\tTeams",
        "Sted: Teams   Mødedato: 14. marts 2024",
        "Mødedato: ~~13. marts 2024~~ 14. marts 2024",
        "**Mødedato:** 14. marts 2024",
        "Dato: 14. marts 2024",
        "Dato: 2024-03-14",
        "Dato: 14/3-2024",
        "Dato: 14/03/2024",
        "Dato\t14-03-2024",
        "Dato: torsdag den 14. marts 2024 kl. 9-12",
        "Dato: 20. marts 2024\nMødedato: 14. marts 2024",
        "Dato og tid: 14. marts 2024, kl. 9.10-12.00",
        "Dato/tid: Torsdag den 14. marts 2024 kl. 13.00",
        "Tid og sted: Den 14. marts 2024, Rådhuset",
        "Sted og tid: Den 14. marts 2024, Rådhuset",
        "Tid: Torsdag d. 14.3.2024, kl. 09.00",
        "Tid: Tors. d. 14. marts 2024",
        "Tid: kl. 9.00-12.00, torsdag den 14. marts 2024",
        "Tid\tMødet den 14. marts 2024, kl. 12.00 - 16.00",
        "Tid: 14.-15. marts 2024",
        "Tidspunkt: 14. marts 2024",
        "Mødetidspunkt: 14. marts 2024",
        "Afholdt: 14. marts 2024",
        "Afholdt den 14. marts 2024",
        "Mødet afholdt: 14. marts 2024",
        "Møde: 14. marts 2024",
        "Mødet den 14. marts 2024",
        "Møde den 14. marts 2024",
        "Møde torsdag den 14. marts 2024",
        "Møde nr. 3, torsdag den 14. marts 2024 kl. 9-12",
        "Ekstraordinært møde den 14. marts 2024",
        "Styregruppemøde den 14. marts 2024",
        "Torsdag den 14. marts 2024",
        "Referat\n14. marts 2024",
        "Referat den 14. marts 2024",
        "Referat af mødet den 14. marts 2024",
        "14. marts 2024 kl. 9-12",
    ],
)
def test_the_day_of_the_meeting(line: str) -> None:
    assert said(f"{line}\n\nDeltagere: Anne Holm, Bo Lind\n") == (None, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "Næste møde: 14. marts 2024",
        "Næste møde den 14. marts 2024",
        "Formøde den 14. marts 2024",
        "Udsendt den 14. marts 2024",
        "Frist: 14. marts 2024",
        "Mødet den 14. marts 2024 blev aflyst",
        "Mødedato: ~~14. marts 2024~~",
        "Mødedato: ~~13.~~{++14.++} marts 2024",
        "2024-03-14",
        "Anne Holm, 14. marts 2024",
        "Godkendelse af referat fra mødet den 14. marts 2024",
        "2. Referat fra møde den 14. marts 2024",
        "• Referat fra møde den 14. marts 2024",
        "Referat fra sidste møde den 14. marts 2024",
        "Tid: kl. 9.10-11",
        "Tid: 9.10-11.00",
        "Mødedatoer: 14. marts 2024, 5. juni 2024",
        "Dato: 31. februar 2024",
        "Dato: 2024-13-40",
        "Sagen blev drøftet på mødet den 14. marts 2024",
    ],
)
def test_another_day_is_none(line: str) -> None:
    assert said(f"Kære alle\n\n{line}\n\nDeltagere: Anne Holm, Bo Lind\n") == (None, None)


@pytest.mark.parametrize(
    "lines",
    [
        "Referat fra møde i Styregruppe Social\nTeams",
        "Møde i Styregruppe Social",
        "Møde i: Styregruppe Social",
        "Mødet i: Styregruppe Social",
        "Møde: Styregruppe Social",
        "Møde Styregruppe Social",
        "Møde i Styregruppe Social på Teams",
        "Møde i Styregruppe Social i Rådhuset",
        "Møde i Styregruppe Social, Mødelokale 3",
        "Udvalg: Styregruppe Social",
        "Udvalg\tStyregruppe Social",
        "Udvalg\n\nStyregruppe Social",
        "Forum: Styregruppe Social",
        "Mødeforum: Styregruppe Social",
        "Mødeforum Styregruppe Social",
        "Gruppe: Styregruppe Social",
        "Udvalg\tSted\nStyregruppe Social\tTeams",
        "Styregruppe Social\n\nReferat",
        "Referat\n\nStyregruppe Social",
        "Beslutningsreferat\nStyregruppe Social",
        "Styregruppe Social\nDagsorden",
        "Region Østfjorden\nStyregruppe Social\nMødereferat",
        "Referat – Styregruppe Social",
        "Referat: Styregruppe Social",
        "Udkast til referat - Styregruppe Social",
        "Styregruppe Social – Referat",
        "Styregruppe Social, referat",
        "Dagsorden for ordinært møde i Styregruppe Social",
    ],
)
def test_the_body_that_met(lines: str) -> None:
    assert said(f"{lines}\n\nDeltagere: Anne Holm, Bo Lind\n") == (SOCIAL, None)


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        ("Udvalg: Udvalget for Social, Sundhed og Unge", "Udvalget for Social, Sundhed og Unge"),
        ("Møde i Social-, Børne- og Ældreudvalget", "Social-, Børne- og Ældreudvalget"),
        ("Møde i KKR Østfjorden", "KKR Østfjorden"),
        ("Møde i Task Force Handicap", "Task Force Handicap"),
        ("Referat\nDen Administrative Styregruppe", "Den Administrative Styregruppe"),
        ("Referat\nArbejdsgruppe om takster", "Arbejdsgruppe om takster"),
        ("Organ: Socialtilsyn Øst", "Socialtilsyn Øst"),
    ],
)
def test_bodies_of_other_names(lines: str, body: str) -> None:
    assert said(f"{lines}\n\nDeltagere: Anne Holm\n") == (body, None)


@pytest.mark.parametrize(
    "line",
    [
        "Deltagere",
        "Mødelokale 3",
        "Teams",
        "Rådhuset",
        "Region Østfjorden",
        "Fjordby Kommune",
        "Anne Holm",
        "Anne Holm, formand for Styregruppe Social",
        "Formand for Styregruppe Social",
        "Medlemmer af Styregruppe Social",
        "Godkendt af Styregruppe Social",
        "Til Styregruppe Social",
        "Orientering fra Styregruppe Social",
        "Evaluering af Socialpolitisk Dialogforum",
        "Styregruppe Social mødes hver måned",
        "Styregruppe Social skal godkende referatet.",
        "Styregruppemøde",
        "Socialområdet",
        "Særlige målgrupper",
        "Sager til orientering",
        "Indholdsfortegnelse",
        "Takster for 2025",
        "Møde i Rådhuset",
        "Møde i mødelokale 3",
        "Møde i Fjordby",
        "Møde i Fjordby Øst",
        "Møde nr. 3",
        "Udvalg:",
        "Gruppe: Anne Holm, Bo Lind",
        "~~Styregruppe Social~~",
        "Udvalg: ~~Styregruppe Social~~",
        "{++Styregruppe Social++}",
        "• Styregruppe Social",
        "1. Styregruppe Social",
    ],
)
def test_what_is_no_body(line: str) -> None:
    assert said(f"Referat\n\n{line}\n\nMødedato: 14. marts 2024\n") == (None, DAY)


@pytest.mark.parametrize(
    "lines",
    [
        "Referat fra møde i Styregruppe Social den 14. marts 2024",
        "Referat fra møde den 14. marts 2024 i Styregruppe Social",
        "Møde i Styregruppe Social den 14. marts 2024 kl. 9-12 på Teams",
        "Møde i Styregruppe Social, torsdag d. 14.3.2024",
        "Styregruppe Social\nMøde den 14. marts 2024",
        "Referat\nStyregruppe Social\nMøde nr. 3, torsdag den 14. marts 2024 kl. 9-12",
        "Referat\nMøde nr. 3, torsdag den 14. marts 2024\nStyregruppe Social",
        "Styregruppe Social, 14. marts 2024",
        "Styregruppe Social den 14. marts 2024",
        "Styregruppe Social – Referat – 14. marts 2024",
        "Styregruppe Social\n14. marts 2024",
        "Referat – Styregruppe Social\n\nTorsdag den 14. marts 2024",
        "Udvalg\tStyregruppe Social\nTid\tTorsdag den 14. marts 2024\nSted\tRådhuset",
        "Møde: Styregruppe Social den 14. marts 2024",
        "Udvalg: Styregruppe Social Dato: 14. marts 2024",
        "Styregruppe Social\tReferat\t14. marts 2024",
    ],
)
def test_the_day_and_the_body(lines: str) -> None:
    assert said(f"{lines}\n\nDeltagere: Anne Holm, Bo Lind\n") == (SOCIAL, DAY)


def test_two_names_by_the_covers_word_are_none() -> None:
    assert said("Socialforum Øst\nReferat\nArbejdsgruppe Takster\n") == (None, None)


@pytest.mark.parametrize(
    "headers",
    [
        ["Styregruppe Social Møde den 14. marts 2024 Side 1 af 4"],
        ["Mødet den 14.03.2024 Styregruppe Social"],
        ["Side 1 af 4 Styregruppe Social | Referat | 14. marts 2024"],
        ["Referat fra møde i Styregruppe Social den 14. marts 2024", "Side 1"],
        ["Styregruppe Social", "Møde den 14. marts 2024"],
        ["Udskrevet 20. marts 2024", "Styregruppe Social", "Mødedato: 14. marts 2024"],
    ],
)
def test_the_pages_headers_say_it_too(headers: list[str]) -> None:
    found = cover(headed(*headers), 0)

    assert (found.body, str(found.held)) == (SOCIAL, DAY)


@pytest.mark.parametrize(
    "header", ["Fjordby Kommune", "20. marts 2024", "Dato: 20. marts 2024", "Dok.nr. 14-03-2024"]
)
def test_a_header_about_the_paper_says_nothing_of_the_meeting(header: str) -> None:
    found = cover(headed(header), 0)

    assert (found.body, found.held) == (None, None)


def test_the_cover_comes_before_the_headers() -> None:
    lines = [*headed("Arbejdsgruppe Takster møde den 1. maj 2023"), *split(f"Udvalg: {SOCIAL}")]

    found = cover(lines, len(lines))

    assert (found.body, str(found.held)) == (SOCIAL, "2023-05-01")


def test_a_header_of_later_pages_may_be_an_annexs() -> None:
    lines = [Line(1, 0, "", page=9, removed=f"{SOCIAL} Møde den 14. marts 2024")]

    assert cover(lines, 0).held is None


def test_a_printed_pages_header_is_set_aside_and_read() -> None:
    lines = f"{SOCIAL}  Møde den 14. marts 2024  Side 1 af 4\n\nSe referatet af mødet side 3 af 4\n"

    kept = without_furniture(split(lines))

    assert [line.bare for line in kept if not line.blank] == ["Se referatet af mødet side 3 af 4"]
    assert said(lines) == (SOCIAL, DAY)
