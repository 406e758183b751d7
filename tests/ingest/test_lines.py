"""Lines know their place and page; the page's furniture is set aside."""

import pytest

from ingest.lines import furniture, line_of, split, without_furniture


def test_every_kind_of_line_end_ends_a_line() -> None:
    lines = split("a\nb\r\nc\rd")

    assert [(x.number, x.start, x.text) for x in lines] == [
        (1, 0, "a"),
        (2, 2, "b"),
        (3, 5, "c"),
        (4, 7, "d"),
    ]


def test_an_empty_text_has_no_lines() -> None:
    assert split("") == []


def test_form_feeds_number_the_pages() -> None:
    lines = split("side et\n\fside to\nmere\n\f\n\fside fire")

    assert [line.page for line in lines] == [1, 2, 2, 3, 4]
    assert [line.opens_page for line in lines] == [False, True, False, True, True]


def test_a_form_feed_after_the_text_ends_its_page() -> None:
    assert [line.page for line in split("side et\f\nside to")] == [1, 2]


def test_one_blank_before_a_line_opens_a_page_where_the_first_line_has_one() -> None:
    assert [line.opens_page for line in split(" første\nanden\n tredje")] == [True, False, True]
    assert [line.opens_page for line in split("første\n anden")] == [False, False]


def test_without_form_feeds_no_page_has_a_number() -> None:
    assert {line.page for line in split(" a\n b")} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Side 23",
        "kl. 10.00 Side 3 af 4",
        "Udkast 1.1 (SGS 27.5.24)",
        "Styregruppe Social Møde den 16.11.2023",
        "Click here to enter text.",
        "[Skriv]",
        "Styregruppe SocialStyregruppe SocialStyregruppe Social",
    ],
)
def test_furniture(text: str) -> None:
    assert furniture(split(text)[0])


@pytest.mark.parametrize(
    "text", ["Side 23 viser taksten", "- - - - - -", "12.500 kr.", "Udkast til aftale", ", " * 999]
)
def test_text_that_is_no_furniture(text: str) -> None:
    assert not furniture(split(text)[0])


def test_furniture_is_blanked_and_remembered() -> None:
    lines = without_furniture(split(" Første side\nSide 2\nAnden side"))

    assert [(line.text, line.removed) for line in lines] == [
        (" Første side", ""),
        ("", "Side 2"),
        ("Anden side", ""),
    ]


def test_what_a_label_stood_before_opens_the_page() -> None:
    assert without_furniture(split("Første\nSide 2\n\nAnden"))[3].opens_page


@pytest.mark.parametrize("number", ["7", "12/16"])
def test_a_number_at_a_pages_end_is_the_pages(number: str) -> None:
    lines = without_furniture(split(f" Første\n\n{number}\n Anden\n\n{number}\n"))

    assert [line.text for line in lines if not line.blank] == [" Første", " Anden"]


@pytest.mark.parametrize("figure", ["7", "7/3"])
def test_a_number_within_a_page_is_text(figure: str) -> None:
    lines = without_furniture(split(f" Antal\n\n{figure}\n\nborgere"))

    assert lines[2].text == figure


@pytest.mark.parametrize("break_", ["\f", "\v", "\x1c", "\u2028", "\x85"])
def test_a_page_break_ends_no_line(break_: str) -> None:
    text = f"en{break_}to\r\ntre\rfire\nfem"

    assert [line_of(text, line.start) for line in split(text)] == [1, 2, 3, 4]
    assert line_of(text, len(text)) == 4
