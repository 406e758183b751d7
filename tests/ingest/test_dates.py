"""Dates in the ways the documents write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import all_dates, first_date, month_of, written
from ingest.terms import MONTHS


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


DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))
FORMS = [
    "{d}.{m}.{y}",
    "{d:02}.{m:02}.{y}",
    "{d}/{m}-{y}",
    "{d:02}-{m:02}-{y}",
    "d. {d}. {month} {y}",
    "{d}. {short}. {y}",
    "den {d} {month} {y}",
]


@given(DAYS, st.sampled_from(FORMS), st.text("abcæøå ,;()", max_size=8))
def test_a_day_is_found_however_it_is_written(day: date, form: str, around: str) -> None:
    month = MONTHS[day.month - 1]
    said = form.format(d=day.day, m=day.month, y=day.year, month=month, short=month[:3])

    assert all_dates(f"{around} {said} {around}") == [day]


@given(DAYS)
def test_a_year_in_two_figures_is_of_this_century(day: date) -> None:
    short = f"{day.day}.{day.month}.{day:%y}"

    assert first_date(f"Mødet d. {short}") == day.replace(year=2000 + day.year % 100)


@given(st.text(max_size=60))
def test_any_text_has_dates_or_none(text: str) -> None:
    assert all(written(day) for day in all_dates(text))
