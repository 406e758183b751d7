import pytest

from service.conflicts.claims import said, years_of
from service.conflicts.figures import Sort


def _values(text: str) -> list[tuple[Sort, float | str]]:
    return [(claim.sort, claim.value) for claim in said(text).claims]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Godkendt d. 12.03.24 af KKR.", [(Sort.DAY, "2024-03-12")]),
        ("Fristen er den 1. oktober.", [(Sort.DAY_OF_YEAR, "10-01")]),
        ("Centret blev oprettet i 2019.", [(Sort.YEAR, "2019")]),
        ("Det sker to gange om året.", [(Sort.OFTEN, 2.0)]),
        ("Formand for rådet er Lone Brandt.", [(Sort.NAME, "Lone Brandt")]),
        ("Se § 107, bilag 3 og Socialaftale 2025-2026.", []),
        ("Sagen var på mødet den 5. september 2024.", []),
    ],
)
def test_what_a_sentence_claims(text: str, values: list[tuple[Sort, float | str]]) -> None:
    assert _values(text) == values


def test_a_year_says_when_a_figure_holds() -> None:
    found = said("Der blev oprettet 12 pladser i 2023.")

    assert _values("Der blev oprettet 12 pladser i 2023.") == [(Sort.COUNT, 12.0)]
    assert found.years == {2023}


def test_a_row_claims_each_cell_under_its_column() -> None:
    found = said("Fyrtårnet (tidl. Havhuset) (2023: 3.517 kr.; I alt: 4515)")

    assert [(claim.column, claim.written) for claim in found.claims] == [
        ("2023", "3.517 kr."),
        ("I alt", "4515"),
    ]


def test_values_are_not_among_the_words() -> None:
    assert said("Fyrtårnet har 22 pladser i marts 2024.").words == {"fyrtårn", "plad"}


def test_an_edition_has_both_its_years() -> None:
    assert years_of("Styringsaftale 2025-26") == {2025, 2026}
