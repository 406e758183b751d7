"""Two runs beside each other."""

from eval.measures.comparison import compared
from eval.measures.scores import Scores


def scores(**numbers: float | None) -> Scores:
    """The numbers of one measure, by question."""
    of = {id_: {"RR@10": number} for id_, number in numbers.items()}
    return Scores(("RR@10",), of, dict.fromkeys(numbers, "fact"))


def test_only_questions_that_both_have_a_number_of_count() -> None:
    (found,) = compared(scores(a=0.0, b=0.5, c=1.0, d=0.1), scores(b=1.0, a=0.5, c=None))

    assert (found.n, found.before, found.after) == (2, 0.25, 0.75)
    assert found.difference.mean == 0.5


def test_the_questions_are_paired_whatever_their_order() -> None:
    (found,) = compared(scores(a=0.0, b=1.0), scores(b=1.0, a=0.0))

    assert (found.difference.low, found.difference.high, found.p) == (0, 0, 1)


def test_p_is_adjusted_for_all_that_is_compared() -> None:
    ids = [str(number) for number in range(10)]
    before, after = (
        Scores(("x", "y"), {id_: {"x": worth, "y": 0.5} for id_ in ids}, dict.fromkeys(ids, "fact"))
        for worth in (0.0, 1.0)
    )

    better, same = compared(before, after)

    assert (better.p, better.adjusted) == (2 / 1024, 4 / 1024)
    assert (same.p, same.adjusted) == (1, 1)


def test_a_measure_without_common_questions_is_left_out() -> None:
    assert compared(scores(a=1.0), scores(b=1.0)) == ()
