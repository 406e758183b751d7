"""Times that a question names without a date."""

import pytest

from index.period import FIRST_YEAR, LAST_YEAR, Times, times


def months(year: int, *numbers: int) -> frozenset[tuple[int, int]]:
    return frozenset((year, number) for number in numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foråret 2024", months(2024, 3, 4, 5)),
        ("I FORÅRET 2024", months(2024, 3, 4, 5)),
        ("sommer 2022", months(2022, 6, 7, 8)),
        ("efteråret i 2023", months(2023, 9, 10, 11)),
        ("vinteren 2024", months(2024, 1, 2, 12)),
        ("forsommeren 2021", months(2021, 5, 6)),
        ("sensommeren 2021", months(2021, 8, 9)),
        ("foråret 2024 og efteråret 2025", months(2024, 3, 4, 5) | months(2025, 9, 10, 11)),
    ],
)
def test_seasons_are_months(text: str, expected: frozenset[tuple[int, int]]) -> None:
    assert times(text) == Times(months=expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. kvartal 2024", range(1, 4)),
        ("andet kvartal af 2024", range(4, 7)),
        ("i tredje kvartal i 2024", range(7, 10)),
        ("sidste kvartal 2024", range(10, 13)),
        ("første halvår 2024", range(1, 7)),
        ("2. halvår 2024", range(7, 13)),
        ("sidste halvår 2024", range(7, 13)),
    ],
)
def test_quarters_and_halves_are_months(text: str, expected: range) -> None:
    assert times(text) == Times(months=months(2024, *expected))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("fra 2019 til 2025", (2019, 2025)),
        ("mellem 2019 og 2021", (2019, 2021)),
        ("mellem 2021 og 2019", (2019, 2021)),
        ("siden 2020", (2020, LAST_YEAR)),
        ("efter 2020", (2021, LAST_YEAR)),
        ("før 2020", (FIRST_YEAR, 2019)),
        ("Inden 2020", (FIRST_YEAR, 2019)),
    ],
)
def test_spans_have_both_ends(text: str, span: tuple[int, int]) -> None:
    assert times(text) == Times(span=span)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad skete på det sidste møde?",
        "det seneste DAS-møde",
        "seneste ordinære møde",
        "det nyeste referat",
        "sidste styregruppemøde",
        "the latest minutes",
        "the last board meeting",
    ],
)
def test_the_last_meeting_is_asked_for(text: str) -> None:
    assert times(text) == Times(latest=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "foråret",
        "forårsmødet 2024",
        "sommerferien 2024",
        "foråret 24",
        "foråret 20245",
        "kvartal 2024",
        "5. kvartal 2024",
        "11. kvartal 2024",
        "første kvartal",
        "fra 2019",
        "2019-2021",
        "efter 2.000 kr",
        "efter 20250 kr",
        "siden 1850",
        "i 2024",
        "sidste år",
        "det sidste punkt",
        "sidste frist for at holde et møde",
        "næste møde",
        "det første møde",
        "§ 107",
        "😀 \x00 \ud800",
    ],
)
def test_other_words_name_no_time(text: str) -> None:
    assert times(text) == Times()


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text",
    [
        "sidste " * 10_000,
        f"sidste {'a' * 20_000}",
        f"sidste{' ' * 20_000}",
        "fra 2019 til " * 5_000,
    ],
    ids=range(4),
)
def test_any_text_is_read(text: str) -> None:
    assert times(text) == Times()


@pytest.mark.parametrize("text", ["3. halvår 2024", "fjerde halvår 2024"])
def test_there_is_no_third_half_of_a_year(text: str) -> None:
    assert times(text) == Times()
