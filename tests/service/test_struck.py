"""Struck text is told after what stands, and only where a rule's standing is asked for."""

from collections.abc import Callable

import pytest

from service.question import understood
from service.selection import Picked, Read
from service.struck import with_struck

Made = Callable[..., Read]
WHETHER = understood("Gælder muligheden for dispensation stadig?")


@pytest.fixture
def standing(read: Made) -> Read:
    return read("Fristen er den 1. september.", 2.0, number=2)


@pytest.fixture
def struck(read: Made) -> Read:
    return read("Udvalget kan give dispensation.", 1.5, number=5, struck=True)


def whole(read: Read) -> Picked:
    return Picked(read[0], tuple(read[1]), 1.0)


@pytest.mark.parametrize(
    "question",
    [
        "Gælder muligheden for dispensation stadig?",
        "Kan udvalget stadig give dispensation efter de regler, der er gældende?",
        "Hvor står reglen om dispensation?",
        "Does the rule still apply?",
    ],
)
def test_struck_text_is_told_after_what_stands_where_its_standing_is_asked_for(
    standing: Read, struck: Read, question: str
) -> None:
    found = with_struck(understood(question), [whole(standing)], [standing, struck])

    assert [one.section for one in found] == [standing[0], struck[0]]


@pytest.mark.parametrize(
    "question", ["Hvornår er fristen?", "Kan udvalget give dispensation?", "Hvad blev besluttet?"]
)
def test_struck_text_is_not_told_otherwise(standing: Read, struck: Read, question: str) -> None:
    found = with_struck(understood(question), [whole(standing)], [standing, struck])

    assert found == [whole(standing)]


def test_struck_text_that_fits_worse_is_not_told(standing: Read, read: Made) -> None:
    worse = read("Gammel tekst.", 0.5, number=5, struck=True)

    assert with_struck(WHETHER, [whole(standing)], [standing, worse]) == [whole(standing)]


def test_the_best_struck_section_is_told_alone(standing: Read, struck: Read, read: Made) -> None:
    better = read("Dispensation gives i 30 dage.", 3.0, number=9, struck=True)

    found = with_struck(WHETHER, [whole(standing)], [standing, struck, better])

    assert [one.section for one in found] == [standing[0], better[0]]


def test_where_nothing_stands_struck_text_alone_is_no_answer(struck: Read) -> None:
    assert with_struck(WHETHER, [], [struck]) == []


def test_what_was_deleted_is_told_as_it_was_picked(struck: Read, read: Made) -> None:
    other = read("Gammel tekst, der gælder stadig.", 5.0, number=9, struck=True)
    asked = understood("Hvilke slettede regler gælder stadig?")

    assert with_struck(asked, [whole(struck)], [struck, other]) == [whole(struck)]
