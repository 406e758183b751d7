import pytest

from service.model.dates import Day, dates, matches

DAY = Day(2024, 3, 12)


@pytest.mark.parametrize(
    "text",
    "12. marts 2024|12.3.2024|12-03-2024|12/3 2024|2024-03-12|12.03.24|12. mar. 2024"
    "|March 12, 2024|12th of March 2024".split("|"),
)
def test_a_date_is_read_in_all_spellings(text: str) -> None:
    assert dates(f"Mødet var {text} i byen")[0] == [DAY]


def test_a_range_of_days_has_both() -> None:
    found, rest = dates("den 12.-14. marts 2024")

    assert {day.day for day in found} == {12, 14}
    assert not any(c.isdigit() for c in rest)


def test_a_month_is_no_part_of_a_longer_word() -> None:
    assert dates("12 decentrale pladser og 5 marginale")[0] == []


def test_a_year_left_out_must_be_the_only_one() -> None:
    assert matches(DAY, Day(None, 3, 12), frozenset({2024}))
    assert not matches(DAY, Day(None, 3, 12), frozenset({2023, 2024}))


def test_another_day_month_or_year_is_another_date() -> None:
    others = [Day(2024, 3, 13), Day(2024, 4, 12), Day(2023, 3, 12)]

    assert not any(matches(DAY, other, frozenset()) for other in others)
