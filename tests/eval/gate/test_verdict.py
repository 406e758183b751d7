"""What shuts the gate and what does not."""

import pytest

from eval.errors import BadRun
from eval.gate.verdict import Compared, judged
from tests.eval.gate.made import RULES, of, ruled, scored, sheet


def only(compared: tuple[Compared, ...]) -> Compared:
    (one,) = compared
    return one


def test_the_same_numbers_pass() -> None:
    same = of("nuggets", 1.0, 0.5, 0.0)

    assert judged(same, same, RULES).passes


def test_a_loss_that_luck_seldom_makes_shuts_it() -> None:
    verdict = judged(of("nuggets", *[1.0] * 5), of("nuggets", *[0.0] * 5), ruled("nuggets"))

    found = only(verdict.compared)
    assert found.p == 1 / 32  # of the 32 ways to turn five signs, one loses as much
    assert found.fell
    assert not verdict.passes


def test_a_loss_that_luck_often_makes_is_no_more_than_told() -> None:
    verdict = judged(of("nuggets", 1.0, 1.0, 1.0), of("nuggets", 0.0, 0.0, 0.0), RULES)

    found = next(one for one in verdict.compared if one.measure.name == "nuggets")
    assert verdict.passes
    assert [change.question.id for change in found.worse] == ["q0", "q1", "q2"]


def test_a_gain_never_shuts_it() -> None:
    assert judged(of("nuggets", *[0.0] * 9), of("nuggets", *[1.0] * 9), RULES).passes


def test_more_of_what_should_be_less_is_a_loss() -> None:
    before, after = of("wrong_abstain", *[0.0] * 9), of("wrong_abstain", *[1.0] * 9)

    assert not judged(before, after, RULES).passes
    assert judged(after, before, RULES).passes


def test_of_two_measures_the_smaller_p_is_doubled() -> None:
    old = sheet(*(scored(f"q{n}", {"nuggets": 1.0, "nDCG@10": 1.0}) for n in range(5)))
    new = sheet(*(scored(f"q{n}", {"nuggets": 0.0, "nDCG@10": 1.0}) for n in range(5)))

    verdict = judged(old, new, ruled("nuggets", "nDCG@10"))

    assert [one.p for one in verdict.compared] == [2 / 32, 1.0]


@pytest.mark.parametrize(
    ("measure", "good", "before", "after"),
    [
        ("outcome_error", 0.0, 0.0, 1.0),
        ("verbatim_said", 1.0, 1.0, 0.5),
        ("provenance", 1.0, None, 0.5),  # answered now, and with a figure that has no source
    ],
)
def test_one_question_is_enough_where_none_may_be_worse(
    measure: str, good: float, before: float | None, after: float
) -> None:
    verdict = judged(of(measure, good, before), of(measure, good, after), ruled(measure))

    assert [change.question.id for change in only(verdict.compared).worse] == ["q1"]
    assert not verdict.passes


def test_a_fault_that_was_there_before_is_not_held_against_a_run() -> None:
    same = of("must_not", 1.0, 0.0)

    assert judged(same, same, ruled("must_not")).passes


def test_a_question_without_its_answer_shuts_it() -> None:
    before = of("nuggets", 1.0, 1.0)
    after = sheet(scored("q0", {"nuggets": 1.0}), scored("q1", {}, error="timed out"))

    verdict = judged(before, after, RULES)

    assert [one.id for one in verdict.unanswered] == ["q1"]
    assert not verdict.passes


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (sheet(scored("q0", {})), "in the baseline alone: q1"),
        (sheet(scored("q0", {}), scored("q1", {}), scored("q2", {})), "in the run alone: q2"),
        (sheet(scored("q0", {}), scored("q1", {}, question="Nej?")), "with another question: q1"),
        (sheet(scored("q0", {}), scored("q1", {}, reference="s")), "with another reference: q1"),
    ],
)
def test_runs_of_different_questions_are_not_compared(other: object, says: str) -> None:
    with pytest.raises(BadRun, match=says):
        judged(of("nuggets", 1.0, 1.0), other, RULES)  # type: ignore[arg-type]


def test_a_baseline_from_before_a_measure_is_refused() -> None:
    with pytest.raises(BadRun, match="has no numbers of provenance"):
        judged(of("nuggets", 1.0), of("provenance", 1.0), RULES)
