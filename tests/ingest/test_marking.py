"""Whatever is not clearly open is closed."""

import unicodedata
from collections.abc import Callable

import pytest

from ingest import Document, Visibility
from ingest.marking import mark

OPEN, CLOSED = Visibility.OPEN, Visibility.CLOSED
Reader = Callable[[str], Document]


def item(marks: str, number: int = 1) -> str:
    return (
        f"Mødet den 01.02.2024\n\nStyregruppen\n\n{marks}\n\nPunkt {number}.\n\nSag\n\nTekst.\n\n"
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Åben", OPEN),
        ("ÅBENT PUNKT", OPEN),
        (unicodedata.normalize("NFD", "Åben"), OPEN),
        ("\xa0Åben\xa0", OPEN),
        ("Å\xadben", OPEN),
        ("Lukket", CLOSED),
        ("Lukk et", CLOSED),
        ("L u k k e t", CLOSED),
        ("Luk\xadket punkt", CLOSED),
        ("Fortroligt", CLOSED),
        ("Åben/Lukket", CLOSED),
        ("Åbenbart", None),
        ("Rådhuset", None),
    ],
)
def test_mark(text: str, seen: Visibility | None) -> None:
    assert mark(text) is seen


@pytest.mark.parametrize(
    ("marks", "seen"),
    [
        ("Åben", OPEN),
        ("Lukket", CLOSED),
        ("Åben\n\nLukket", CLOSED),
        ("Lukket\n\nÅben", CLOSED),
        ("Aben", CLOSED),
        ("", CLOSED),
    ],
    ids=["open", "closed", "both", "both, closed first", "misread", "missing"],
)
def test_an_item_of_a_house_that_marks_its_items(
    parsed: Reader, marks: str, seen: Visibility
) -> None:
    assert parsed(item("Åben") + item(marks, 2)).items[1].visibility is seen


def test_a_house_that_marks_nothing_has_open_items(parsed: Reader) -> None:
    assert [x.visibility for x in parsed(item("") + item("", 2)).items] == [OPEN, OPEN]


def test_everything_in_a_closed_item_is_closed(parsed: Reader) -> None:
    (closed,) = parsed(item("Lukket")).items

    assert {part.visibility for part in closed.walk()} == {CLOSED}


def test_a_document_of_one_header_alone(parsed: Reader) -> None:
    (closed,) = parsed("Mødet den 01.02.2024\n\nStyregruppen\n\nLukket\n\nPunkt 1.").items

    assert (closed.visibility, closed.heading) == (CLOSED, "")


def test_a_title_may_close_its_item(parsed: Reader) -> None:
    text = item("Åben").replace("Sag", "Køb af ejendom (lukket punkt)")

    assert parsed(text).items[0].visibility is CLOSED


def test_an_unclear_marking_is_told(parsed: Reader) -> None:
    found = parsed(item("Åben") + item("Lukket", 2) + item("", 3)).findings

    assert [(finding.what, finding.where) for finding in found] == [
        ("closed item", "2 Sag"),
        ("unclear marking: closed", "3 Sag"),
    ]


def test_a_document_may_be_closed_as_a_whole(parsed: Reader) -> None:
    assert parsed("Notat om køb (fortroligt)\n\nPrisen er høj.\n").visibility is CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "Punkt 2\n\nLukket\n\nKøb\n\nReferat\n\nJa\n",
        "Punkt 2\n\nKøb\n\nLukk et\n\nReferat\n\nJa\n",
        "Lukket punkt\n\nPunkt 2\n\nKøb\n\nReferat\n\nJa\n",
        "Punkt 2\n\n2. Køb\n\nLukket\n\nReferat\n\nJa\n",
    ],
)
def test_the_mark_may_stand_above_or_below_number_and_title(parsed: Reader, text: str) -> None:
    first, second = parsed(f"Åben\n\nPunkt 1\n\nTakster\n\nReferat\n\nOk\n\n{text}").items

    assert (first.visibility, second.visibility, second.heading) == (OPEN, CLOSED, "Køb")


def test_a_sentence_about_something_closed_marks_nothing(parsed: Reader) -> None:
    text = "Punkt 1\n\nTakster\n\nReferat\n\nTilbuddet lukkes.\n\nPunkt 2\n\nEventuelt\n\nReferat\n"

    assert [item.visibility for item in parsed(text).items] == [OPEN, OPEN]
