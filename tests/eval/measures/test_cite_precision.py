"""Citation precision, by examples counted by hand."""

import pytest

from eval.measures.cite_precision import of
from tests.eval.measures.made import cited, gold, item, pair, record

GOLD = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuv"  # 58 letters, 6 runs of 24


def test_the_share_of_the_citations_that_rest_on_a_place_that_answers() -> None:
    got = record(cited(GOLD, 1), cited("noget helt andet", 2), cited("og mere til", 3))

    assert of(pair(item(GOLD), got)) == pytest.approx(1 / 3)


def test_a_stand_in_is_a_right_place() -> None:
    asked = item(references=(gold("ikke fundet"), gold(GOLD, alt=True)))

    assert of(pair(asked, record(cited(GOLD)))) == 1


def test_a_part_of_the_quote_is_enough() -> None:
    assert of(pair(item(GOLD), record(cited(GOLD[:30] + " og andet")))) == 1  # 2 of 6 runs
    assert of(pair(item(GOLD), record(cited(GOLD[:29] + " og andet")))) == 0  # 1 of 6


def test_a_short_citation_inside_the_quote_must_have_more_than_twenty_letters() -> None:
    assert of(pair(item(GOLD), record(cited(GOLD[3:24])))) == 1
    assert of(pair(item(GOLD), record(cited(GOLD[3:23])))) == 0


def test_without_citations_or_without_an_answer_there_is_no_number() -> None:
    assert of(pair(item(GOLD), record())) is None
    assert of(pair(item(), record(cited(GOLD)))) is None
