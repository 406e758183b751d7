"""A person marks in a spreadsheet, a little at a time, and mistakes are told with their row."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from eval.errors import BadSet
from eval.marks import Mark, Verdict, marked, sheet
from eval.measures.measure import Pair
from eval.runs.record import Cited, Record
from eval.runs.texts import KeptTexts
from eval.sets import Item


def pair(id_: str) -> Pair:
    item = Item(id_, "Hvad var det?", "fact", True, "98,1 pct.", ("98,1 pct.", "i 2024"))
    record = Record(id_, "answered", "=1+1 stod der", citations=(Cited(1, "a.txt", "98,1 pct."),))
    return Pair(item, record, KeptTexts({}))


PAIRS = [pair(f"q-{n}") for n in range(12)]


def choose(path: Path, verdicts: dict[str, str]) -> None:
    """Fill in the rows of those keys, as a person would, and save."""
    book = load_workbook(path)
    for row in book["Svar"].iter_rows(min_row=2):
        if row[3].value in verdicts:
            row[2].value = verdicts[row[3].value]
    book.save(path)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "anna.xlsx"
    sheet.write(path, PAIRS)
    return path


def test_unmarked_workbook_has_no_marks(book: Path) -> None:
    assert marked.read(book, PAIRS) == []


def test_what_is_chosen_comes_back_and_the_rest_is_unknown(book: Path) -> None:
    choose(book, {"q-3|answers|0": "delvist", "q-3|nugget|1": "Nej ", "q-3|citation|0": "ja"})

    assert marked.read(book, PAIRS) == [
        Mark("q-3", Verdict.PARTLY, (None, False), (True,), None, None)
    ]


def test_word_that_is_no_verdict_is_told_with_its_row(book: Path) -> None:
    choose(book, {"q-3|nugget|0": "måske"})

    with pytest.raises(BadSet, match=r"row \d+: 'måske' is no verdict; choose ja, nej"):
        marked.read(book, PAIRS)


def test_a_fact_cannot_be_there_in_part(book: Path) -> None:
    choose(book, {"q-3|nugget|0": "delvist"})

    with pytest.raises(BadSet, match="'delvist' is no verdict"):
        marked.read(book, PAIRS)


def test_workbook_of_another_run_is_refused(book: Path) -> None:
    with pytest.raises(BadSet, match="is not of this run"):
        marked.read(book, PAIRS[:5])


def test_deleted_row_is_missed(book: Path) -> None:
    workbook = load_workbook(book)
    workbook["Svar"].delete_rows(4)
    workbook.save(book)

    with pytest.raises(BadSet, match="1 rows of this run are not in it"):
        marked.read(book, PAIRS)


def test_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("nej")

    with pytest.raises(BadSet, match="no workbook that can be read"):
        marked.read(path, PAIRS)


def test_two_readers_meet_the_answers_in_different_orders(book: Path, tmp_path: Path) -> None:
    other = tmp_path / "bo.xlsx"
    sheet.write(other, PAIRS)

    orders = [
        [row[3] for row in load_workbook(path)["Svar"].iter_rows(min_row=2, values_only=True)]
        for path in (book, other)
    ]
    assert orders[0] != orders[1]
    assert sorted(filter(None, orders[0])) == sorted(filter(None, orders[1]))


def test_answer_is_never_a_formula(book: Path) -> None:
    told = [row[1].value for row in load_workbook(book)["Svar"].iter_rows(min_row=2)]

    assert all(isinstance(text, str) and not text.startswith("=") for text in told)


def test_workbook_that_is_there_is_not_written_over(book: Path) -> None:
    with pytest.raises(FileExistsError):
        sheet.write(book, PAIRS)
