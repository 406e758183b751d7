"""A quote is found by its letters, wherever lines and words are broken."""

import pytest

from eval.measures import letters, shows

QUOTE = "Styregruppen godkendte taksterne for 2025 med den ændring, at de gælder fra marts."


def test_letters_are_what_layout_leaves() -> None:
    text = "Belæg-\nningen er  98,5\N{SOFT HYPHEN} pct.\nÆldre"

    assert letters(text) == "belægningener985pctældre"


@pytest.mark.parametrize(
    "text", [QUOTE, QUOTE.upper(), QUOTE.replace(" ", "\n"), f"Og: {QUOTE} Så"]
)
def test_a_quote_is_shown_whatever_its_layout(text: str) -> None:
    assert shows(letters(text), QUOTE)


def test_most_of_a_quote_is_enough() -> None:
    long = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuv"  # 58 letters, 6 runs of 24

    assert shows(long[:45], long)  # runs begin at 0, 6, 12, 18: 4 of 6
    assert not shows(long[:41], long)  # 3 of 6


def test_a_short_quote_must_stand_whole() -> None:
    assert shows("denblevudsattilmarts", "udsat til marts")
    assert not shows("denblevudsattil", "udsat til marts")
