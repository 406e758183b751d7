"""The time a question is limited to is read and taken out; years of other things stay."""

from datetime import date

import pytest

from service.register.span import Span, span

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("takster i 2024?", date(2024, 1, 1), date(2024, 12, 31)),
        ("takster i løbet af 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("takster fra 2022 til 2024", date(2022, 1, 1), date(2024, 12, 31)),
        ("takster i 2023 og 2024", date(2023, 1, 1), date(2024, 12, 31)),
        ("takster siden 2022", date(2022, 1, 1), None),
        ("takster før 2022", None, date(2021, 12, 31)),
        ("takster i maj 2024", date(2024, 5, 1), date(2024, 5, 31)),
        ("takster i december 2024", date(2024, 12, 1), date(2024, 12, 31)),
        ("takster i foråret 2024", date(2024, 3, 1), date(2024, 5, 31)),
        ("takster i 1. kvartal 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("takster i år", date(2025, 1, 1), date(2025, 12, 31)),
        ("takster sidste år", date(2024, 1, 1), date(2024, 12, 31)),
        ("takster den 5. september 2024", date(2024, 9, 5), date(2024, 9, 5)),
        ("takster, d. 05.09.2024", date(2024, 9, 5), date(2024, 9, 5)),
        ("takster mellem 1. maj 2024 og 5. september 2024", date(2024, 5, 1), date(2024, 9, 5)),
        ("takster in 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_time_is_read_and_taken_out(question: str, start: date | None, end: date | None) -> None:
    assert span(question, TODAY) == Span("takster", start, end)


@pytest.mark.parametrize("question", ["takster for 2026", "Styringsaftale 2025-2026", "takster"])
def test_a_year_of_something_else_is_no_time(question: str) -> None:
    assert span(question, TODAY) == Span(question)


@pytest.mark.parametrize(
    "question", ["takster i 2022 og i foråret 2024", "takster den 31. februar 2024"]
)
def test_times_that_do_not_make_one_are_none(question: str) -> None:
    assert span(question, TODAY) is None


def test_the_last_meeting_is_a_meeting() -> None:
    assert span("punkter på det seneste møde?", TODAY) == Span("punkter på mødet", latest=True)
