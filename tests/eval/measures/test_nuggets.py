"""Facts told from an answer by words and figures, by examples counted by hand."""

import pytest

from eval.measures.nuggets import of, says
from tests.eval.measures.made import item, pair, record


@pytest.mark.parametrize(
    ("answer", "nugget"),
    [
        ("Guiden blev godkendt af gruppen.", "guiderne godkendes"),  # endings aside
        ("Taksten er 1.412 kr.", "1412 kr"),  # full stops aside
        ("Belægningsprocenten var lav.", "procent"),  # inside a compound
        ("Opfølgningen fortsætter frem til udgangen af året.", "opfølgningen fortsætter året ud"),
    ],
)
def test_a_fact_is_said(answer: str, nugget: str) -> None:
    assert says(answer, nugget)


@pytest.mark.parametrize(
    ("answer", "nugget"),
    [
        ("Taksten er 1.421 kr.", "1412 kr"),
        ("Fristen er 10 dage.", "fristen er 10 hverdage efter modtagelsen"),  # 1 of 3 words
        ("Det er en bo", "bolig"),
    ],
)
def test_a_fact_is_not_said(answer: str, nugget: str) -> None:
    assert not says(answer, nugget)


def test_the_share_of_the_facts() -> None:
    asked = item("x", nuggets=("10 hverdage", "godkendt", "marts 2025"))

    assert of(pair(asked, record(answer="Godkendt. Frist: 10 hverdage."))) == pytest.approx(2 / 3)


def test_what_stands_behind_1500_characters_is_not_read() -> None:
    asked = item("x", nuggets=("godkendt",))

    assert of(pair(asked, record(answer="x" * 1491 + " godkendt"))) == 1
    assert of(pair(asked, record(answer="x" * 1492 + " godkendt"))) == 0


def test_without_facts_there_is_no_number() -> None:
    assert of(pair(item("x"), record())) is None
    assert of(pair(item(nuggets=("x",)), record())) is None
