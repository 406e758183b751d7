"""What a meeting did, and what was put before it."""

import pytest

from eval.measures.outcome_error import DONE, NOT_DONE, of
from service.answer import Outcome
from tests.eval.measures.made import cited, item, pair, record

QUOTE = "Det indstilles, at punktet udsættes til marts."


@pytest.mark.parametrize(
    ("section", "outcome", "wrong"),
    [
        ("Indstilling", "besluttet", 1),
        ("Indstilling", "indstillet", 0),
        ("Indstilling", "ikke registreret", 0),
        ("Beslutning", "indstillet", 1),
        ("Beslutning, punkt 8.2", "taget til efterretning", 0),
        ("Sagsfremstilling", "anbefalet videre", 1),
        ("Sagsfremstilling, tabel", "bilag", 0),
        ("Bilag: Notat", "besluttet", 1),
    ],
)
def test_a_quote_is_said_to_be_what_its_heading_says(
    section: str, outcome: str, wrong: float
) -> None:
    got = record(cited(QUOTE, outcome=outcome))

    assert of(pair(item(QUOTE, section=section), got)) == wrong


def test_one_that_is_right_is_enough_as_there_may_be_several_headings() -> None:
    got = record(cited(QUOTE, 1, outcome="besluttet"), cited(QUOTE, 2, outcome="indstillet"))

    assert of(pair(item(QUOTE, section="Indstilling"), got)) == 0


def test_other_texts_are_not_judged() -> None:
    got = record(cited("Noget helt andet end det", outcome="besluttet"))

    assert of(pair(item(QUOTE, section="Indstilling"), got)) == 0


@pytest.mark.parametrize("section", [None, "2.2.1 Frister", ""])
def test_a_heading_that_is_none_of_minutes_tells_nothing(section: str | None) -> None:
    got = record(cited(QUOTE, outcome="besluttet"))

    assert of(pair(item(QUOTE, section=section), got)) is None


def test_the_words_are_those_of_answers() -> None:
    silent = {Outcome.RULE, Outcome.OTHER}

    assert {outcome.value for outcome in Outcome if outcome not in silent} == DONE | NOT_DONE
