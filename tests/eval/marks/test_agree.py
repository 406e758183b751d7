"""Agreement is counted on the same things, told with its doubt, and never where there is none."""

import pytest

from eval.marks import Mark, Verdict
from eval.marks.agree import Agreement, measures, readers
from eval.marks.units import Aspect
from eval.measures.measure import Pair
from eval.runs.record import Cited, Record, Said
from eval.runs.texts import KeptTexts
from eval.sets import Item, Reference

GOLD = "Belægningen var 98,1 pct. i 2024 mod 96,4 pct. i 2023."


def pair(id_: str, answer: str) -> Pair:
    item = Item(id_, "Hvad?", "fact", True, "", ("98,1 pct.",), (Reference("a.txt", GOLD),))
    cited = (Cited(1, "a.txt", answer),)
    record = Record(id_, "answered", answer, (Said(answer, (1,)),), cited)
    return Pair(item, record, KeptTexts({"a.txt": GOLD}))


RIGHT, WRONG = pair("a", GOLD), pair("b", "Mødet blev afholdt på rådhuset i Sundmark.")
PAIRS = [RIGHT, WRONG]


def mark(id_: str, said: bool) -> Mark:
    return Mark(id_, Verdict.YES if said else Verdict.NO, (said,), (said,), True, True)


FAIR = {"a": mark("a", True), "b": mark("b", False)}
KIND = {"a": mark("a", True), "b": mark("b", True)}


def of(found: list[Agreement], aspect: Aspect) -> Agreement:
    return next(one for one in found if one.aspect is aspect)


def test_measure_that_says_what_the_reader_says_agrees_fully() -> None:
    found = of(measures(PAIRS, "anna", FAIR), Aspect.CITATION)

    assert found.table == {("yes", "yes"): 1, ("no", "no"): 1}
    assert found.kappa is not None
    assert found.kappa.value == pytest.approx(1)


def test_table_says_first_what_the_reader_said() -> None:
    found = of(measures(PAIRS, "anna", KIND), Aspect.NUGGET)

    assert found.table == {("yes", "yes"): 1, ("yes", "no"): 1}


def test_readers_are_compared_two_and_two() -> None:
    found = of(readers(PAIRS, {"anna": FAIR, "bo": KIND}), Aspect.ANSWERS)

    assert (found.first, found.second, found.n, found.same) == ("anna", "bo", 2, 0.5)


def test_no_kappa_where_both_say_the_same_of_everything() -> None:
    assert of(readers(PAIRS, {"anna": KIND, "bo": KIND}), Aspect.NUGGET).kappa is None


def test_what_a_reader_left_open_does_not_count() -> None:
    marks = {**FAIR, "b": Mark("b", None, (None,), (None,))}

    assert of(measures(PAIRS, "anna", marks), Aspect.NUGGET).n == 1


def test_answers_that_nobody_marked_are_no_agreement() -> None:
    assert measures(PAIRS, "anna", {}) == []
