"""Answers made worse are wrong in the way they are said to be, and in no other."""

from eval.marks.worsen import broken_off, decided, other_figure, other_year, refused, shifted
from eval.runs.record import Cited, Record, Said

LABEL = "Møde 12. marts 2025, punkt 3 – indstilling, ikke beslutning:"
TEXT = "Belægningen var 98,1 pct. i 2024."
RECORD = Record(
    "a", "answered", f"{LABEL}\n{TEXT} [1]", (Said(TEXT, (1,), LABEL),),
    (Cited(1, "a.txt", TEXT, outcome="indstillet"),),
)  # fmt: skip
OTHER = Record("b", "answered", "Andet [1]", citations=(Cited(1, "b.txt", "Andet"),))


def test_other_year_leaves_the_quote() -> None:
    made = other_year(RECORD, OTHER)

    assert "12. marts 2024" in made.said[0].label
    assert made.said[0].text.endswith("i 2023.")
    assert made.citations == RECORD.citations


def test_other_figure_leaves_the_year() -> None:
    assert other_figure(RECORD, OTHER).said[0].text == "Belægningen var 101,1 pct. i 2024."


def test_decided_changes_the_label_and_the_outcome() -> None:
    made = decided(RECORD, OTHER)

    assert made.said[0].label.endswith("– besluttet:")
    assert made.citations[0].outcome == "besluttet"


def test_shifted_keeps_what_is_told() -> None:
    made = shifted(RECORD, OTHER)

    assert (made.answer, made.citations[0].quote) == (RECORD.answer, "Andet")


def test_refused_abstains() -> None:
    assert refused(RECORD, OTHER).abstained


def test_broken_off_has_the_beginning_alone() -> None:
    long = Record("a", "answered", "x" * 99, (Said("x" * 99, (1,)),), (Cited(1, "a", "x" * 99),))

    assert len(broken_off(long, OTHER).said[0].text) == 60
