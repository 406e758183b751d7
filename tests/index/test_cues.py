"""What a question says about the place of its answer."""

from collections.abc import Callable
from datetime import date

import pytest

from index import Passage, Status
from index.cues import Cues, agreement, cues


def test_a_day_is_no_month_and_no_year() -> None:
    assert cues("Hvad skete den 22. maj 2025?") == Cues(days=frozenset({date(2025, 5, 22)}))


def test_a_month_is_no_year() -> None:
    assert cues("Mødet i september 2024") == Cues(months=frozenset({(2024, 9)}))


def test_years_and_punkt_are_read() -> None:
    assert cues("Punkt 5 i 2024 og 2025") == Cues(years=frozenset({2024, 2025}), punkt="5")


@pytest.mark.parametrize("text", ["Hvad blev besluttet?", "Er den godkendt?", "What was decided?"])
def test_asking_for_a_decision(text: str) -> None:
    assert cues(text).decision


def test_a_question_without_cues() -> None:
    assert cues("Hvad er taksten for et botilbud?") == Cues()


def test_the_day_agrees_more_than_the_month_and_that_more_than_the_year(
    passage: Callable[..., Passage],
) -> None:
    ref = passage(1, "x", held=date(2025, 5, 22)).ref
    said = ["den 22. maj 2025", "i maj 2025", "i 2025", "i 2024"]

    factors = [agreement(cues(text), ref) for text in said]

    assert factors == sorted(factors, reverse=True)
    assert len(set(factors)) == 4


def test_a_list_of_annexes_counts_for_less(passage: Callable[..., Passage]) -> None:
    refs = [passage(1, "x", section=section).ref for section in ("Bilag", "Beslutning")]

    assert agreement(Cues(), refs[0]) < agreement(Cues(), refs[1])


def test_a_draft_comes_after_what_is_adopted_unless_it_is_asked_for(
    passage: Callable[..., Passage],
) -> None:
    draft = passage(1, "x", status=Status.UDKAST).ref

    assert agreement(cues("Hvad er reglen?"), draft) < 1
    assert agreement(cues("Hvad står der i udkastet?"), draft) == 1
