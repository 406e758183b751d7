"""Where Danish sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mødet blev holdt den 22. maj 2025 kl. 10.00 i Aalborg.",
        "Det følger af § 107, stk. 3, nr. 2, jf. Lov om social service.",
        "Det gælder bl.a. Aalborg og f.eks. Hjørring m.fl. kommuner.",
        "Ifølge Dr. Hansen er der ca. 30 pladser.",
        "Taksten er 2.000 kr. pr. døgn.",
        "Driften koster 3,6 mio. kr. om året.",
    ],
)
def test_abbreviations_and_dates_end_nothing(text: str) -> None:
    assert parted(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["Taksten er 2.000 kr.", "Den stiger i 2026."],
        ["Det gælder kommuner, regioner m.v.", "Regionen orienterer."],
        ["Aftalen blev vedtaget i 2025.", "3 kommuner stemte imod."],
        ["Hvem betaler?", "Kommunen!", "Det er aftalt."],
        ["Hun sagde: ”Det går.”", "Så gik hun."],
        ["Det er afklaret.", "(Se bilag 2.)", "Punktet lukkes."],
    ],
)
def test_sentences_end_at_their_stops(expected: list[str]) -> None:
    assert parted(" ".join(expected)) == expected


def test_list_items_are_sentences_of_their_own() -> None:
    text = "1. Godkender referatet\n• Drøfter sagen. Orienterer\n\n- Intet"

    assert parted(text) == ["1. Godkender referatet", "• Drøfter sagen.", "Orienterer", "- Intet"]


@given(st.text(alphabet='aB1.?! \n"(•'))
def test_nothing_but_white_space_stands_between_sentences(text: str) -> None:
    assert "".join("".join(parted(text)).split()) == "".join(text.split())


@pytest.mark.timeout(5)
def test_a_long_text_of_abbreviations_takes_no_time() -> None:
    assert len(parted("bl.a. Xen " * 10_000)) == 1
