"""What is told: the sections that most of the belief is in, and their telling pieces."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from service.question import Question, understood
from service.selection import FIRST, ROWS, SECTIONS, TIMES, Read, picked, telling

Made = Callable[..., Read]
ASKED = understood("Hvad er reglen om takster?")
COURSE = understood("Hvordan var forløbet om takster?")


def test_nothing_read_tells_nothing() -> None:
    assert picked(ASKED, []) == []
    assert picked(COURSE, []) == []


def test_a_section_without_pieces_is_not_told(read: Made) -> None:
    section, _ = read("Takster.", 1.0)

    assert picked(ASKED, [(section, ())]) == []


def test_the_section_with_most_of_the_belief_is_first(read: Made) -> None:
    weak, strong = read("Taksten er lav.", 1.0), read("Taksten er høj.", 1.5, number=5)

    found = picked(ASKED, [weak, strong])

    assert [one.section for one in found] == [strong[0], weak[0]]
    assert sum(one.belief for one in found) == pytest.approx(1.0)


def test_a_section_far_behind_is_not_told(read: Made) -> None:
    near, far = read("Taksten er lav.", 3.0), read("Mødet var kort.", 0.0, number=5)

    assert [one.section for one in picked(ASKED, [near, far])] == [near[0]]


def test_several_good_pieces_outweigh_one_that_is_a_little_better(read: Made) -> None:
    one, two = read("Taksten stiger.", 1.2), read("Taksten er lav. Fristen er maj.", 1.0, 1.0)

    assert picked(ASKED, [one, two])[0].section is two[0]


def test_no_more_sections_are_told_than_a_reader_takes_in(read: Made) -> None:
    alike = [read("Taksten stiger.", 1.0, number=3 * n) for n in range(1, 9)]

    assert len(picked(ASKED, alike)) == SECTIONS


def test_pieces_are_told_in_reading_order_and_weak_ones_left_out(read: Made) -> None:
    _, pieces = read("Taksten stiger. Mødet var kort. Fristen er i maj.", 4.0, -4.0, 5.0)

    assert telling(ASKED, pieces, FIRST) == (pieces[0], pieces[2])


def test_pieces_are_told_as_far_as_there_is_room(read: Made) -> None:
    _, pieces = read("Taksten stiger. Fristen er i maj. Prisen falder.", 5.0, 4.0, 4.5)

    assert telling(ASKED, pieces, 40) == (pieces[0], pieces[2])


def test_the_best_piece_is_told_however_long_it_is(read: Made) -> None:
    _, pieces = read("Taksten stiger i alle tilbud fra januar.", 1.0)

    assert telling(ASKED, pieces, 5) == pieces


TABLE = [f"Tilbud{n} {500 + n}" for n in range(8)]


def test_of_a_table_only_rows_that_are_nearly_as_good_are_told(read: Made) -> None:
    _, rows = read("\n".join(TABLE[:3]), 3.0, 1.0, 2.9, rows=TABLE[:3])

    assert telling(ASKED, rows, FIRST) == (rows[0], rows[2])


def test_of_rows_that_are_all_alike_a_few_are_told_unless_a_list_is_asked_for(read: Made) -> None:
    _, rows = read("\n".join(TABLE), *[3.0 + n / 100 for n in range(8)], rows=TABLE)

    assert telling(ASKED, rows, FIRST) == rows[-ROWS:]
    assert telling(understood("Hvilke takster er der?"), rows, FIRST) == rows


def test_a_quote_reaches_from_the_first_piece_to_the_last(read: Made) -> None:
    (one,) = picked(ASKED, [read("Mødet var kort. Taksten stiger. Fristen er maj.", -9, 2.0, 1.0)])

    assert one.section.text[one.start : one.end] == "Taksten stiger. Fristen er maj."


def test_of_a_course_each_time_tells_its_best_oldest_first(read: Made) -> None:
    new = read("Taksten stiger.", 2.0, number=3, held=date(2025, 5, 22))
    worse = read("Taksten blev nævnt.", 1.0, number=5, held=date(2025, 5, 22))
    old = read("Taksten falder.", 0.0, number=7, held=date(2021, 5, 20))

    assert [one.section for one in picked(COURSE, [new, worse, old])] == [old[0], new[0]]


def test_what_has_no_date_stands_last_in_a_course(read: Made) -> None:
    undated = read("Taksten aftales.", 3.0, number=3, held=None, edition="2025-2026")
    dated = read("Taksten falder.", 1.0, number=5)

    assert [one.section for one in picked(COURSE, [undated, dated])] == [dated[0], undated[0]]


def test_of_a_long_course_the_best_times_are_told(read: Made) -> None:
    years = {2019: 1.0, 2020: 3.0, 2021: 0.5, 2022: 2.0, 2023: 4.0, 2024: 2.5}
    course = [
        read("Taksten stiger.", worth, number=3 * n, held=date(year, 5, 1))
        for n, (year, worth) in enumerate(years.items(), 1)
    ]

    found = picked(COURSE, course)

    assert [one.section.first.ref.held for one in found] == [
        date(year, 5, 1) for year in (2020, 2022, 2023, 2024)
    ]
    assert len(found) == TIMES


@pytest.mark.parametrize("question", [ASKED, COURSE])
def test_what_has_too_few_of_the_questions_words_is_not_told_beside_what_has_them(
    read: Made, question: Question
) -> None:
    def having(share: float, number: int) -> Read:
        section, pieces = read("Taksten stiger.", 1.0, number=number, held=date(2020, number, 1))
        return section, [replace(piece, signs={"words and place": share}) for piece in pieces]

    best, on_subject, beside = having(0.9, 3), having(0.6, 6), having(0.3, 9)

    found = picked(question, [best, on_subject, beside])

    assert [one.section for one in found] == [best[0], on_subject[0]]


def test_equal_sections_are_told_in_the_order_they_were_read(read: Made) -> None:
    alike = [read("Taksten stiger.", 1.0, number=n) for n in (3, 6, 9)]

    assert [one.section for one in picked(ASKED, alike)] == [section for section, _ in alike]
