"""Questions go through XLSX and CSV and come back as they were."""

import csv
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from eval.errors import BadSet
from eval.questions import SAMPLE
from eval.sets import read
from eval.sets.headings import COLUMNS
from eval.sets.reading import rows
from eval.sets.row import Row
from eval.sets.table import example
from eval.sets.writing import write

FORMULA = '=HYPERLINK("https://evil.example";"klik")'
TABLES = pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".jsonl"])


def filled(folder: Path, suffix: str, **cells: object) -> Path:
    """A table of one row, written as a person might."""
    path = folder / f"set{suffix}"
    heads = [column.heading for column in COLUMNS]
    values = [cells.get(column.field, column.example) for column in COLUMNS]
    values[-1] = "godkendt"
    if suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in (heads, values):
            book.worksheets[0].append(row)
        book.save(path)
    else:
        with path.open("w", encoding="cp1252", newline="") as file:
            csv.writer(file, delimiter=";").writerows([heads, values])
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadSet) as error:
        read(path)
    return [(fault.place, fault.says) for fault in error.value.faults]


@TABLES
def test_the_sample_comes_back_as_it_was(suffix: str, tmp_path: Path) -> None:
    source = SAMPLE / "questions.jsonl"
    path = tmp_path / f"set{suffix}"

    write(path, [row for _, row in rows(source).rows])

    assert read(path) == read(source)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_looks_like_a_formula_is_text_and_comes_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"set{suffix}"

    write(path, [Row(id=1, question=FORMULA, type="x", answerable=False)])

    assert read(path)[0].question == FORMULA
    if suffix == ".xlsx":
        cell = openpyxl.load_workbook(path).worksheets[0]["B2"]
        assert (cell.data_type, cell.value) == ("s", FORMULA)
    else:
        assert f"\"'{FORMULA[:10]}" in path.read_text("utf-8-sig")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_row_a_secretary_filled_in_is_a_question(suffix: str, tmp_path: Path) -> None:
    more = {"quote": "Første citat\nAndet citat", "lines": "9-11\n-", "alt": "nej\nja"}

    (item,) = read(filled(tmp_path, suffix, **more))

    assert [(r.document, r.quote, r.lines, r.alt) for r in item.references] == [
        ("referat-2025-03-12.txt", "Første citat", (9, 11), False),
        ("referat-2025-03-12.txt", "Andet citat", None, True),
    ]
    assert (item.type, f"{item.meeting}", item.punkt) == ("decision", "2025-03-12", "6")


def test_faults_are_told_by_row_and_column(tmp_path: Path) -> None:
    path = filled(tmp_path, ".xlsx", meeting="i foråret", question=None, lines="øverst")

    assert faults(path) == [
        ("row 2", "column 'Spørgsmål' is missing; fill it in"),
        ("row 2", "column 'Linjer' line 1: Input should be a valid integer, and not \"øverst\""),
        ("row 2", "column 'Møde': \"i foråret\" is no day; write dd-mm-yyyy"),
    ]


def test_a_heading_that_is_none_is_told_with_the_one_meant(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text("Nr.;Spørgsmaal;Type;Kan besvares\n1;Hvad?;tal;nej\n", "utf-8")

    assert faults(path) == [
        ("row 1", "'Spørgsmaal' is no heading; write 'Spørgsmål'"),
        (
            "row 1",
            "the column 'Spørgsmål' is missing; 'aftalesvar-eval template' writes a table with all",
        ),
    ]


def test_a_file_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "set.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")

    ((_, said),) = faults(path)

    assert said.startswith("no workbook")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [(b"<worksheet><sheetData><row>", "no workbook"), (b" " * 200_000_001, "unpacked it is")],
    ids=["breaks off", "unpacks to very much"],
)
def test_a_damaged_workbook_is_told(sheet: bytes, said: str, tmp_path: Path) -> None:
    whole, path = filled(tmp_path, ".xlsx"), tmp_path / "damaged.xlsx"
    with ZipFile(whole) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))

    ((_, what),) = faults(path)

    assert said in what


def test_the_template_has_drop_downs_and_a_guide_and_no_questions(tmp_path: Path) -> None:
    path = tmp_path / "set.xlsx"

    write(path, [example()])

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Spørgsmål", "Vejledning"]
    assert len(book.worksheets[0].data_validations.dataValidation) == 4
    assert faults(path) == [("", "no questions in it; write one in each line")]


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "set.xlsx"
    path.write_text("somebody's work")

    with pytest.raises(BadSet, match="it is there already"):
        write(path, [example()])

    assert path.read_text() == "somebody's work"
