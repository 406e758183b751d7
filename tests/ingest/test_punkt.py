"""The line that announces an agenda item."""

import pytest

from ingest.punkt import Punkt, punkt_of


@pytest.mark.parametrize(
    ("line", "announced"),
    [
        ("Punkt 3.", Punkt(3, 3)),
        ("Punkt 1 + 2", Punkt(1, 2)),
        ("Punkt 3: Takster", Punkt(3, 3, title="Takster")),
        ("Punkt 3 (lukket): Takster", Punkt(3, 3, "lukket", "Takster")),
        ("Lukket punkt 3.", Punkt(3, 3, "Lukket")),
    ],
)
def test_a_line_announces(line: str, announced: Punkt) -> None:
    assert punkt_of(line) == announced
    assert punkt_of(line, heading=True) == announced


def test_a_heading_needs_no_colon() -> None:
    assert punkt_of("Punkt 1 Status på takster") is None
    assert punkt_of("Punkt 1 Status på takster", heading=True) == Punkt(
        1, 1, title="Status på takster"
    )


@pytest.mark.parametrize(
    "line", ["Punkt 3.1 - Takster", "Punkt 3 blev udsat", "Punkt 3 1. oktober", "Se Punkt 3 her"]
)
def test_what_announces_nothing(line: str) -> None:
    assert punkt_of(line, heading=True) is None


def test_a_heading_that_says_it_is_closed() -> None:
    found = punkt_of("Punkt 2 Lukket: Køb af Hejrevang", heading=True)

    assert found is not None
    assert found.closed
