"""Dates in the ways the documents write them."""

from datetime import date

import pytest

from ingest.dates import all_dates, first_date, month_of, written


@pytest.mark.parametrize(
    "text",
    [
        "22.05.2025",
        "d. 22.5.25",
        "22/5-2025",
        "22-05-2025",
        "22. maj 2025",
        "22 May 2025",
        "22. MAJ 2025",
    ],
)
def test_first_date(text: str) -> None:
    assert first_date(f"Mødet {text} kl. 12") == date(2025, 5, 22)


@pytest.mark.parametrize(
    "text", ["31.02.2025", "1. kvartal 2025", "maj 2025", "5.3.2", "1.234.567"]
)
def test_no_date_is_guessed(text: str) -> None:
    assert first_date(text) is None


def test_all_dates_come_in_their_order() -> None:
    assert all_dates("fra 1. januar 2023 til 31.12.2024") == [date(2023, 1, 1), date(2024, 12, 31)]


def test_a_letter_that_folds_to_another_raises_nothing() -> None:
    assert first_date("3. ſeptember 2024") == date(2024, 9, 3)


def test_months() -> None:
    assert [month_of(name) for name in ("jan", "Marts", "october", "december")] == [1, 3, 10, 12]


def test_written() -> None:
    assert written(date(2025, 5, 22)) == "22. maj 2025"
