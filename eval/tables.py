"""Tables for a terminal, and the same figures as JSON."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.measures import Difference


def points(value: float) -> str:
    """A share in points of a hundred."""
    return f"{value * 100:.1f}"


def change(found: Difference) -> str:
    """A difference in points with its interval; a star where the interval leaves out nought."""
    star = "*" if found.certain else ""
    return f"{found.mean * 100:+.1f} [{found.low * 100:+.1f}; {found.high * 100:+.1f}]{star}"


def ratio(value: float, ours: float) -> str:
    """How many times ours it is, with the digits that tell something; "–" where ours is nought."""
    if not ours:
        return "–"
    times = value / ours
    return f"{times:.0f}×" if times >= 10 else f"{times:.1f}×" if times >= 1 else f"{times:.2f}×"


def milliseconds(seconds: float) -> str:
    """A time of a query; below ten milliseconds with two decimals at most."""
    value = seconds * 1000
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table whose first column names the rows and whose others are figures."""
    made = Table(title=title, title_justify="left")
    for number, column in enumerate(columns):
        made.add_column(column, justify="right" if number else "left", no_wrap=not number)
    for row in rows:
        made.add_row(*row)
    return made


def show(made: Table) -> None:
    """Print a table, as wide as it is where the output is no terminal."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=1000)
    console.print(made)


def save(path: Path | None, figures: Mapping[str, object]) -> None:
    """Write the figures to `path`, if one is given."""
    if path:
        said = json.dumps(figures, ensure_ascii=False, indent=1)
        path.write_text(f"{said}\n", "utf-8")
