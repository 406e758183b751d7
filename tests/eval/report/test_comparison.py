from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import BadRun
from eval.report.comparison import compared
from eval.report.comparison_page import page
from eval.report.told import Told
from tests.eval.report.conftest import told_of
from tests.eval.report.test_page import HOSTILE, ITEM, RIGHT

WRONG = replace(RIGHT, answer="Noget andet.", citations=(), passages=())


def many(right: int, of: int = 12) -> Told:
    """A run in which so many of the questions are answered right."""
    items = [replace(ITEM, id=f"q{n}") for n in range(of)]
    records = [replace(RIGHT if n < right else WRONG, id=f"q{n}") for n in range(of)]
    return told_of(items, records)


def judged(before: Told, after: Told) -> dict[str, str]:
    return {one.measure.name: one.judged for one in compared(before, after).moved}


def test_a_measure_that_fell_on_every_question_is_worse():
    assert judged(many(12), many(0))["nuggets"] == "worse"


def test_a_measure_that_rose_is_better_and_one_that_should_fall_is_too():
    assert judged(many(0), many(12))["cited_gold"] == "better"


def test_one_question_of_twelve_may_be_chance():
    assert judged(many(12), many(11))["nuggets"] == "same"


def test_the_questions_that_changed_are_told():
    found = compared(many(10), many(12))

    assert [one.after.item.id for one in found.stepped(1)] == ["q10", "q11"]
    assert found.stepped(-1) == []


def test_what_changed_is_said_in_words():
    change = compared(told_of([ITEM], [WRONG]), told_of([ITEM], [RIGHT])).changes[0]

    assert change.said == [
        "Forkert svar → Rigtigt og fuldt svar",
        "nu med: guiden blev godkendt",
        "ny kilde: referat.txt",
        "det rette sted er nummer 1 af det fundne, før var det ikke blandt det fundne",
    ]


def test_both_answers_stand_side_by_side():
    html = page(compared(told_of([ITEM], [WRONG]), told_of([ITEM], [RIGHT])))

    assert "Noget andet." in html
    assert "Guiden blev godkendt. [1]" in html


def test_the_same_run_has_not_changed():
    found = compared(many(6), many(6))

    assert {one.judged for one in found.moved} == {"same"}
    assert len(found.stepped(0)) == 12


def test_other_sets_are_refused():
    with pytest.raises(BadRun, match=r"11 questions are the same in both, 1 are in one alone"):
        compared(many(12), many(11, of=11))


def test_questions_that_were_rewritten_are_not_the_same():
    items = [replace(ITEM, id=f"q{n}") for n in range(12)]
    records = [replace(RIGHT, id=f"q{n}") for n in range(12)]
    mended = told_of([replace(items[0], nuggets=("a",)), *items[1:]], records)

    with pytest.raises(BadRun, match="--common"):
        compared(many(12), mended)


def test_common_questions_are_compared_where_wanted():
    found = compared(many(12), many(0, of=11), common=True)

    assert (len(found.changes), found.left_out) == (11, 1)
    assert {one.comparison.n for one in found.moved} == {11}


def test_nothing_in_common_is_refused():
    other = told_of([replace(ITEM, id="b")], [replace(RIGHT, id="b")])

    with pytest.raises(BadRun, match="no question in common"):
        compared(told_of([ITEM], [RIGHT]), other, common=True)


def test_texts_are_escaped(tmp_path: Path):
    item = replace(ITEM, question=HOSTILE, nuggets=(HOSTILE,))
    before, after = replace(WRONG, answer=HOSTILE), replace(RIGHT, answer=HOSTILE)

    html = page(compared(told_of([item], [before]), told_of([item], [after])))

    assert html.count("<script") == 1
    assert "<img" not in html
