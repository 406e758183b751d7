"""Opinions of answers: what is kept, for how long, and what never is."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.access.visitor import Visitor, anonymous
from service.feedback.opinion import Opinion, Reason, Verdict
from service.feedback.store import LONGEST, Feedback, FeedbackUnreadable

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
ANNA, BENT = anonymous("192.0.2.1"), anonymous("192.0.2.2")
DOWN = Opinion("a1", Verdict.DOWN, Reason.OUTDATED, "Der er en ny udgave.", generation="g1")


class Clock:
    """Tells the time it is set to."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def feedback(tmp_path: Path, clock: Clock) -> Feedback:
    return Feedback(tmp_path, days=30, most=5, clock=clock)


def given(feedback: Feedback, *answers: str, by: Visitor = ANNA) -> None:
    for answer in answers:
        feedback.keep(by, Opinion(answer, Verdict.UP))


def answers(feedback: Feedback) -> list[str]:
    return [kept.opinion.answer for kept in feedback.all()]


def test_an_opinion_is_kept_as_it_was_given(feedback: Feedback) -> None:
    feedback.keep(ANNA, DOWN)

    [kept] = feedback.all()
    assert (kept.at, kept.channel, kept.opinion) == (MORNING, "anonymous", DOWN)


def test_a_second_opinion_replaces_the_first(feedback: Feedback) -> None:
    feedback.keep(ANNA, DOWN)
    feedback.keep(ANNA, Opinion("a1", Verdict.UP))

    assert [kept.opinion for kept in feedback.all()] == [Opinion("a1", Verdict.UP)]


def test_two_visitors_may_think_differently(feedback: Feedback) -> None:
    given(feedback, "a1")
    given(feedback, "a1", by=BENT)

    assert answers(feedback) == ["a1", "a1"]


def test_who_gave_it_is_nowhere_in_the_file(feedback: Feedback) -> None:
    given(feedback, "a1")

    assert feedback.path
    assert b"192.0.2.1" not in feedback.path.read_bytes()


@pytest.mark.parametrize("number", ["010165-1234", "0101651234", "010165 1234"])
def test_cpr_numbers_are_masked_everywhere(feedback: Feedback, number: str) -> None:
    text = f"Borgeren med {number} mangler."
    feedback.keep(ANNA, Opinion("a1", Verdict.DOWN, comment=text, question=text))

    [kept] = feedback.all()
    assert kept.opinion.comment == kept.opinion.question == "Borgeren med […] mangler."
    assert feedback.path
    assert number.encode() not in feedback.path.read_bytes()


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "x" * 9_000, "'; DROP TABLE opinions; --"])
def test_whatever_is_written_can_be_read_again(feedback: Feedback, text: str) -> None:
    feedback.keep(ANNA, Opinion("a1", Verdict.UP, comment=text))

    [kept] = feedback.all()
    assert len(kept.opinion.comment) <= LONGEST


def test_what_is_too_old_is_deleted_from_the_file(feedback: Feedback, clock: Clock) -> None:
    feedback.keep(ANNA, DOWN)
    clock.now += timedelta(days=31)
    feedback.forget()

    assert feedback.path
    assert b"ny udgave" not in feedback.path.read_bytes()
    assert feedback.all() == []


def test_the_oldest_make_room(feedback: Feedback, clock: Clock) -> None:
    for number in range(8):
        clock.now += timedelta(minutes=1)
        given(feedback, f"a{number}")

    assert answers(feedback) == ["a7", "a6", "a5", "a4", "a3"]


def test_only_its_owner_may_read_the_file(feedback: Feedback) -> None:
    given(feedback, "a1")

    assert feedback.path
    assert stat.S_IMODE(feedback.path.stat().st_mode) == 0o600


def test_several_processes_write_one_file(tmp_path: Path) -> None:
    stores = [Feedback(tmp_path) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: given(stores[n % 4], f"a{n}"), range(40)))

    assert len(stores[0].all()) == 40


def test_nothing_is_written_where_nobody_has_an_opinion(feedback: Feedback) -> None:
    feedback.forget()

    assert feedback.all() == []
    assert feedback.path
    assert not feedback.path.exists()


def test_a_file_that_is_no_such_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "feedback.sqlite").write_text("ikke en database, men længe nok til at ligne en")

    with pytest.raises(FeedbackUnreadable, match=r"feedback\.sqlite cannot be read"):
        Feedback(tmp_path).all()
