"""Figures and dates as they are meant."""

import pytest

from eval.measures.amounts import Amounts, Day, amounts, years


@pytest.mark.parametrize(
    "text", ["12.03.2025", "den 12. marts 2025", "2025-03-12", "12/3-2025", "12 March 2025"]
)
def test_a_date_is_the_same_however_it_is_written(text: str) -> None:
    assert amounts(text) == Amounts(frozenset(), frozenset({Day(12, 3, 2025)}))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1.412 kr.", {"1412"}),
        ("3,8 mio. kr. af 12.345,50", {"3,8", "12345,50"}),
        ("afsnit 5.4.1 og § 85", {"5.4.1", "85"}),
        ("pct. 98", {"98"}),
        ("punkt 40.13.2025", {"40.13.2025"}),  # no day
    ],
)
def test_figures_are_read_without_the_full_stops_of_thousands(text: str, figures: set[str]) -> None:
    assert amounts(text) == Amounts(frozenset(figures))


def test_a_day_without_its_year_may_be_of_any() -> None:
    assert amounts("15. august").among(amounts("15. august 2024")) == 1
    assert amounts("15. august 2025").among(amounts("15. august 2024")) == 0


def test_years_stand_alone_or_in_dates() -> None:
    assert set(years(amounts("2023-2024, 12.03.2025 og 1.412"))) == {2023, 2024, 2025}
