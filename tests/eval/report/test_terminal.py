from dataclasses import replace
from io import StringIO

from rich.console import Console

from eval.report import terminal
from eval.report.comparison import compared
from eval.report.told import Told
from tests.eval.report.conftest import told_of
from tests.eval.report.test_page import ITEM, RIGHT

MARKUP = "Hvad med [bold]guiden[/bold] [/nope]?"


def printed(told: Told, width: int) -> str:
    console = Console(width=width, record=True, file=StringIO())
    for part in terminal.report(told):
        console.print(part)
    return console.export_text()


def test_figures_stand_beside_their_measures():
    said = printed(told_of([ITEM], [RIGHT]), 140)

    line = next(line for line in said.splitlines() if "nuggets" in line)
    assert [cell.strip() for cell in line.strip("│").split("│")][1:4] == ["100 %", "21–100 %", "1"]


def test_no_line_is_wider_than_a_narrow_terminal():
    said = printed(told_of([ITEM], [replace(RIGHT, answer="Intet.", citations=())]), 60)

    assert max(map(len, said.splitlines())) <= 60


def test_a_question_is_no_markup():
    item = replace(ITEM, question=MARKUP)

    said = printed(told_of([item], [replace(RIGHT, answer="Intet.", citations=())]), 200)

    assert MARKUP in said


def test_an_empty_run_says_so():
    assert "Der er ingen spørgsmål" in printed(told_of([], []), 80)


def test_a_comparison_names_what_got_worse():
    wrong = replace(RIGHT, answer="Intet.", citations=())
    found = compared(told_of([ITEM], [RIGHT]), told_of([ITEM], [wrong]))
    console = Console(width=140, record=True, file=StringIO())

    for part in terminal.comparison(found):
        console.print(part)

    said = console.export_text()
    assert "0 spørgsmål gik bedre end før, 1 gik dårligere" in said
    assert "mangler nu: guiden blev godkendt" in said
