"""Answers from another year than the one that is asked about."""

from datetime import date

import pytest

from eval.measures.year_error import of
from tests.eval.measures.made import HELD, cited, item, pair, record

ASKED = item("Belægningen var 98,1 pct.", question="Hvad var belægningen i 2024?")


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (cited("Den var 97,2 pct. i 2023.", meeting_date=HELD), 1),
        (cited("Den var 97,2 pct. i 2024.", meeting_date=HELD), 0),
        (cited("Den var 97,2 pct.", meeting_date=date(2024, 9, 5)), 0),
        (cited("Den skal være 97 pct.", edition="2023-2024"), 0),
        (cited("Den skal være 97 pct.", edition="2025-2026"), 1),
        (cited("Belægningen var 98,1 pct.", meeting_date=HELD), 0),  # the right text
    ],
)
def test_no_citation_is_of_the_year(place: object, wrong: float) -> None:
    assert of(pair(ASKED, record(place))) == wrong  # type: ignore[arg-type]


def test_the_year_may_be_that_of_the_meeting_in_the_set() -> None:
    asked = item("punktet udsættes til juni", meeting=HELD)

    assert of(pair(asked, record(cited("andet", meeting_date=date(2024, 9, 5))))) == 1
    assert of(pair(asked, record(cited("andet", meeting_date=HELD)))) == 0


def test_where_no_year_is_known_there_is_no_number() -> None:
    assert of(pair(item("x"), record(cited("x")))) is None
    assert of(pair(ASKED, record())) is None
