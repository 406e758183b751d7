"""What an answer costs its reader and the house: length, time and tokens."""

from eval.measures import characters, latency, tokens
from tests.eval.measures.made import item, pair, record


def test_the_whole_answer_is_counted() -> None:
    assert characters.of(pair(item("x"), record(answer="Æblerne\n[1]"))) == 11


def test_what_was_not_measured_is_unknown() -> None:
    asked = pair(item("x"), record())

    assert (latency.of(asked), tokens.of(asked)) == (None, None)


def test_what_was_measured_is_told() -> None:
    asked = pair(item("x"), record(seconds=0.25, tokens=812))

    assert (latency.of(asked), tokens.of(asked)) == (0.25, 812)
