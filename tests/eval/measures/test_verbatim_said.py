"""What an answer tells as a quote."""

import pytest

from eval.measures.verbatim_said import of
from eval.runs import Said
from tests.eval.measures.made import cited, item, pair, record

QUOTE = "Styregruppen godkendte guiden. Den gælder fra marts. Fyrtårnet 14 15"
TEXT = f"Tilbud 2023 2024\n{QUOTE}"


def share(text: str, **known: str) -> float | None:
    """Of a statement on the one citation."""
    got = record(cited(QUOTE), said=(Said(text, (1,)),), **known)
    return of(pair(item("x"), got, a=TEXT))


def test_parts_with_something_left_out_between_stand_there() -> None:
    assert share("Styregruppen godkendte guiden. […] Fyrtårnet") == 1


def test_a_part_that_does_not_stand_there_counts_by_its_share() -> None:
    assert share("Styregruppen godkendte guiden.\nDen gælder fra april.") == 1 / 2


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("Tilbud, Fyrtårnet (2023: 14; 2024: 15)", 1),
        ("Tilbud, Fyrtårnet (2023: 14; 2024: 16)", 0),  # no such cell
        ("Tilbud, Fyrtårnet (2022: 14; 2024: 15)", 0),  # no such heading
    ],
)
def test_a_row_is_told_with_its_headings(row: str, right: float) -> None:
    assert share(row) == right


def test_of_a_remark_on_a_source_it_is_what_is_quoted() -> None:
    assert share("Kilde 1 skriver „fra marts“.") == 1
    assert share("Kilde 1 skriver „fra april“.") == 0


def test_what_a_model_writes_is_no_quote() -> None:
    assert share("Guiden er godkendt.", mode="language model") is None


def test_what_cites_nothing_is_no_quote() -> None:
    assert of(pair(item("x"), record(said=(Said("Vi ved det ikke."),)))) is None
