"""Attribution to meeting and item, by examples counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from eval.measures.attribution import of
from tests.eval.measures.made import HELD, cited, item, pair, record

QUOTE = "punktet udsættes til marts"
ASKED = item(QUOTE, meeting=HELD, punkt="8")
RIGHT = cited(QUOTE, meeting_date=HELD, punkt="8.2")


def test_the_item_is_the_number_before_the_full_stop() -> None:
    assert of(pair(ASKED, record(RIGHT))) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        replace(RIGHT, meeting_date=date(2024, 3, 12)),
        replace(RIGHT, meeting_date=None),
        replace(RIGHT, punkt="9"),
        replace(RIGHT, punkt=None),
    ],
)
def test_another_meeting_or_item_is_wrong(wrong: object) -> None:
    assert of(pair(ASKED, record(RIGHT, wrong))) == 1 / 2  # type: ignore[arg-type]


def test_citations_of_other_texts_are_not_judged() -> None:
    assert of(pair(ASKED, record(RIGHT, cited("andet", 2, meeting_date=HELD)))) == 1
    assert of(pair(ASKED, record(cited("andet")))) is None


def test_a_question_about_no_item_has_no_attribution() -> None:
    assert of(pair(item(QUOTE), record(RIGHT))) is None
