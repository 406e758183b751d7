"""How figures are told."""

import json
from pathlib import Path

import pytest

from eval.measures import Difference
from eval.tables import change, milliseconds, points, ratio, save, table


@pytest.mark.parametrize(
    ("value", "ours", "said"),
    [(30, 1, "30×"), (3, 2, "1.5×"), (1, 4, "0.25×"), (5, 0, "–"), (2, 2, "1.0×")],
)
def test_a_ratio_has_the_digits_that_tell_something(value: float, ours: float, said: str) -> None:
    assert ratio(value, ours) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.000451, "0.45"), (0.0123, "12.3"), (0.4567, "457")]
)
def test_milliseconds(seconds: float, said: str) -> None:
    assert milliseconds(seconds) == said


def test_a_share_is_told_in_points() -> None:
    assert points(0.8785) == "87.8"


def test_a_difference_has_its_interval_and_a_star_where_it_is_certain() -> None:
    assert change(Difference(-0.031, -0.052, -0.004)) == "-3.1 [-5.2; -0.4]*"
    assert change(Difference(0.01, -0.02, 0.04)) == "+1.0 [-2.0; +4.0]"


def test_a_table_has_a_row_for_each_line() -> None:
    made = table("Title", ["", "value"], [["one", "1"], ["two", "2"]])

    assert (made.row_count, [column.justify for column in made.columns]) == (2, ["left", "right"])


def test_figures_are_saved_where_a_file_is_named(tmp_path: Path) -> None:
    save(tmp_path / "figures.json", {"æ": 1})
    save(None, {"æ": 1})

    assert json.loads((tmp_path / "figures.json").read_text("utf-8")) == {"æ": 1}
