"""Addresses and telephone numbers of private persons are found, those of offices are not."""

import pytest

from ingest.personal import contact

HOPELESS = 60  # seconds; work that grows with the square of the text takes far longer


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in contact.find(text)]


@pytest.mark.parametrize(
    "address",
    [
        "bo.test@gmail.com",
        "Bo_Test-54+sag@hotmail.dk",
        "BO@LIVE.DK",
        "bo@outlook.com",
        "bo@icloud.com",
        "bo@yahoo.co.uk",
        "bo@mail.dk",
        "bo@stofanet.dk",
        "bo@vip.cybercity.dk",
        "bo(at)jubii.dk",
    ],
)
def test_an_address_is_private_by_its_provider(address: str) -> None:
    text = f"Skriv til {address}. Hilsen mor"

    assert contact.find(text) == [(10, 10 + len(address), contact.ADDRESS)]


@pytest.mark.parametrize(
    "text",
    [
        "post@oestfjorden.dk",
        "bo@mail.oestfjorden.dk",
        "bo@gmail.com.oestfjorden.dk",
        "bo@hotmailhuset.dk",
        "@gmail.com",
        "www.gmail.com",
    ],
)
def test_an_organisations_address_is_not_private(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Mor kan træffes på tlf. 20 30 40 50 efter kl. 16.", "20 30 40 50"),
        ("Telefon: 20304050", "20304050"),
        ("mobil 2030 4050", "2030 4050"),
        ("Mob. 20-30-40-50", "20-30-40-50"),
        ("Ring til mor på 203 04 050", "203 04 050"),
        ("hendes nummer er +45 20 30 40 50", "+45 20 30 40 50"),
        ("eller +4520304050.", "+4520304050"),
        ("eller 0045 20304050.", "0045 20304050"),
        ("Far: 20 30 40 50 (mobil)", "20 30 40 50"),
    ],
)
def test_a_number_that_is_said_to_be_one_is_private(text: str, number: str) -> None:
    assert contact.find(text) == [
        (text.index(number), text.index(number) + len(number), contact.TELEPHONE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "CVR-nr. 20304050",
        "budget 20304050 kr.",
        "20 30 40 50",
        "telefon i 20 pct. af 30405060,00",
        "EAN 5798020304050, telefon oplyses senere",
        "perioden 20-30-40-50-60",
        "Tlf. nr. findes i sag 2024-203040",
    ],
)
def test_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Østby Kommune, tlf. 20 30 40 50",
        "Ring til sekretariatet på 20 30 40 50",
        "Konsulent Bo Test\nTlf. 20 30 40 50",
        "Tlf. 20 30 40 50\nbote@oestfjorden.dk",
        "Hovednummer: 20 30 40 50 (tlf.)",
        "Socialtilsyn Øst\n\nTorvet 5\n\nTelefon: 20 30 40 50",
        "Telefon: 20 30 40 50\n\n \n\nsocialt@oestfjorden.dk",
    ],
)
def test_a_number_with_an_office_in_its_paragraph_is_not_private(text: str) -> None:
    assert found(text) == []


def test_an_office_in_another_paragraph_does_not_cover_a_private_number() -> None:
    text = (
        "Østby Kommune har behandlet sagen.\n\n"
        "Mor oplyser, at hun helst vil kontaktes om aftenen, på tlf. 20 30 40 50.\n\n"
        "Region Østfjorden er orienteret."
    )

    assert found(text) == ["20 30 40 50"]


def test_a_private_address_does_not_make_the_number_an_offices() -> None:
    assert found("Tlf. 20 30 40 50, bo@gmail.com") == ["20 30 40 50", "bo@gmail.com"]


@pytest.mark.timeout(HOPELESS)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "@gmail.com" * 10_000,
        "a@" * 50_000,
        "tlf 22222222 " * 8_000,
        "tlf 22222222\n\n" * 7_000,
        "22 22 22 2" * 10_000,
        "+45" * 33_000,
        "telefon " * 12_000,
        " \n" * 50_000,
        "\n" + " " * 100_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    found = contact.find(text)

    assert all(0 <= one[0] < one[1] <= len(text) for one in found)
