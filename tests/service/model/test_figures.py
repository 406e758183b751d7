import pytest

from service.model.figures import figures, matches, value


def same(claim: str, source: str) -> bool:
    return all(any(matches(one, other) for other in figures(source)) for one in figures(claim))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("6,7 mio. kr.", "6.700.000 kr."),
        ("6,7 millioner kroner", "6,7 mio. kr."),
        ("2.450 kr.", "2450 kroner"),
        ("2,5 procent", "2,5 pct."),
        ("tre uger", "3 uger"),
        ("femogtyve pladser", "25 pladser"),
        ("halvandet år", "1,5 år"),
        ("5 mio. kr.", "mellem 5 og 7 mio. kr."),
        ("paragraf 107", "§ 107"),
        ("pkt. 4", "punkt 4"),
        ("12 pladser", "12 nye pladser"),
    ],
)
def test_the_same_figure_in_another_spelling(claim: str, source: str) -> None:
    assert same(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("6,7 mio. kr.", "6,7 mia. kr."),
        ("6,7 mio. kr.", "6,7 kr."),
        ("5 pct.", "5 procentpoint"),
        ("5 pct.", "5 kr."),
        ("8 uger", "8 måneder"),
        ("10 dage", "10 arbejdsdage"),
        ("§ 107", "§ 108"),
        ("§ 107", "§ 107 a"),
        ("stk. 2", "nr. 2"),
        ("12 pladser", "12 borgere"),
        ("tre uger", "2 uger"),
        ("67 mio. kr.", "6,7 mio. kr."),
    ],
)
def test_another_figure_or_unit(claim: str, source: str) -> None:
    assert not same(claim, source)


@pytest.mark.parametrize(
    ("text", "english", "expected"),
    [
        ("1.234,50", False, "1234.5"),
        ("1,234.50", True, "1234.5"),
        ("6,7", False, "6.7"),
        ("6.7", False, "6.7"),
        ("1.500", False, "1500"),
        ("1,500", True, "1500"),
        ("12 345", False, "12345"),
    ],
)
def test_numbers_are_read_in_danish_and_english(text: str, english: bool, expected: str) -> None:
    assert value(text, english=english) == expected
