"""What a text says it is."""

from collections.abc import Callable
from datetime import date

import pytest

from ingest import Document, Kind, Status, Validity
from ingest.identity import adopted_by, edition_of, kind_of, status_of, validity_of

Reader = Callable[[str], Document]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Sagsbeskrivelse - Styringsaftale 2025", Kind.NOTAT),
        ("STYRINGSAFTALEN | 2025-2026", Kind.STYRINGSAFTALE),
        ("Fælles Socialaftale", Kind.SOCIALAFTALE),
        ("Rammeaftale 2020", Kind.SOCIALAFTALE),
        ("Årsrapport for tilsynet", Kind.AARSRAPPORT),
        ("Statusrapport fra arbejdsgruppen", Kind.ANDET),
        ("Miniguide om dom", Kind.GUIDE),
        ("Kommissorie 1.0", Kind.KOMMISSORIUM),
        ("Noget helt andet", Kind.ANDET),
    ],
)
def test_kind(title: str, kind: Kind) -> None:
    assert kind_of([title]) is kind


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Udkast til aftale", Status.UDKAST),
        ("Aftale (høringsversion)", Status.UDKAST),
        ("Aftalen er endnu ikke godkendt", Status.UDKAST),
        ("Godkendt af KKR den 3. maj 2024", Status.VEDTAGET),
        ("Aftale 2024 (godkendt)", Status.VEDTAGET),
        ("Udkast, godkendt af KKR den 3. maj 2024", Status.UDKAST),
        ("Aftale om takster", Status.UKENDT),
    ],
)
def test_status(text: str, status: Status) -> None:
    assert status_of([text]) is status


def test_running_text_about_an_earlier_draft_makes_no_draft() -> None:
    told = "Et udkast har været i høring hos alle kommuner og regionen, og svarene er indarbejdet. "

    assert status_of(["Godkendt af KKR den 3. maj 2024", told * 2]) is Status.VEDTAGET


@pytest.mark.parametrize("between", ["-", " - ", "–", "/"])
def test_edition(between: str) -> None:
    assert edition_of([f"Styringsaftale 2025{between}2026"]) == "2025-2026"


def test_the_body_that_adopted() -> None:
    assert adopted_by(["Titel", "Godkendt af KKR Vest den 3. maj 2024"]) == "KKR Vest"
    assert adopted_by(["Godkendt"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Gælder fra 1. januar 2025 til 31. december 2026",
        "Gældende for perioden 1.1.2025 - 31.12.2026",
        "Aftalen er gyldig fra den 1. januar 2025 til og med den 31. december 2026",
    ],
)
def test_validity(text: str) -> None:
    assert validity_of(text) == Validity(date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["Gælder for 2025-2026", "Gælder fra 31.12.2026 til 1.1.2025", "Fra 1.1.2025 til 2.1.2025"],
)
def test_no_validity_is_guessed(text: str) -> None:
    assert validity_of(text) is None


def test_a_draft_whose_only_sign_is_its_footer(parsed: Reader) -> None:
    document = parsed("Styringsaftale 2025-2026\n\nTaksten er fast.\n\nUdkast 1.1 (SGS 5.9.24)\n")

    assert document.status is Status.UDKAST


def test_an_adopted_agreement(parsed: Reader) -> None:
    text = "Socialaftale 2025-2026\n\nGodkendt af KKR Vest den 3. maj 2024\n\n"
    document = parsed(
        f"{text}Gælder fra 1. januar 2025 til 31. december 2026\n\nTaksten er fast.\n"
    )

    assert (document.kind, document.status) == (Kind.SOCIALAFTALE, Status.VEDTAGET)
    assert (document.body, document.edition) == ("KKR Vest", "2025-2026")
    assert document.validity == Validity(date(2025, 1, 1), date(2026, 12, 31))
