"""Abbreviations that the documents explain."""

import pytest

from index.abbreviations import OFTEN, abbreviations, long_form


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "Sagen behandles i Den Administrative Styregruppe (DAS) i maj.",
            "DAS",
            "Den Administrative Styregruppe",
        ),
        ("Der foreligger en central udmelding (CU).", "CU", "central udmelding"),
        (
            "Kommunerne har spurgt Nationalt Center for Sjældne Lidelser (herefter NCSL) herom.",
            "NCSL",
            "Nationalt Center for Sjældne Lidelser",
        ),
        ("aftalt med Fælles Faglig Forum (”FFF”)", "FFF", "Fælles Faglig Forum"),
    ],
)
def test_a_short_form_in_brackets_is_explained_by_the_words_before(
    text: str, short: str, long: str
) -> None:
    assert abbreviations([text]) == {short: long}


@pytest.mark.parametrize(
    "text",
    [
        "Mødet holdes i Aabenraa (DAS).",
        "Den Administrative Styregruppe. Mødet (DAS) flyttes.",
        "Den Administrative Styregruppe (Das) mødes.",
        "(DAS)",
        "DAS (DAS)",
        "Takst (2025) og pris (kr.)",
        "",
    ],
)
def test_what_is_explained_by_nothing_is_not_learnt(text: str) -> None:
    assert abbreviations([text]) == {}


def test_the_long_form_used_most_often_explains() -> None:
    once, often = "Det Andet Sted (DAS)", "Den Administrative Styregruppe (DAS)"

    assert abbreviations([once, often, often]) == {"DAS": "Den Administrative Styregruppe"}


def test_a_name_and_its_capitals_that_are_both_used_often_belong_together() -> None:
    name, capitals = "hos Fælles Faglig Forum i dag", "hos FFF i dag"

    assert abbreviations([name, capitals] * OFTEN) == {"FFF": "Fælles Faglig Forum"}
    assert abbreviations([name, capitals] * (OFTEN - 1)) == {}


def test_what_a_bracket_says_counts_before_what_the_letters_would() -> None:
    texts = ["Fælles Faglig Forum og FFF"] * OFTEN

    found = abbreviations([*texts, "den fynske foreningsfond (FFF)"])

    assert found == {"FFF": "fynske foreningsfond"}


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("CU", "den nye centrale udmelding", "centrale udmelding"),
        ("KKR", "i Kommunekontaktrådet er", "Kommunekontaktrådet"),
        ("VISO", "rådgivning", None),
        ("DAS", "", None),
    ],
)
def test_the_long_form_begins_where_the_first_letter_begins_a_word(
    short: str, before: str, long: str | None
) -> None:
    assert long_form(short, before) == long


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text",
    ["(" * 20_000, "Aa " * 10_000, "DAS " * 10_000, "a" * 20_000 + " (AA)", "\x00😀" * 5_000],
    ids=range(5),
)
def test_any_text_is_read(text: str) -> None:
    assert isinstance(abbreviations([text]), dict)
