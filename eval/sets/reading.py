"""A set of questions read from a file, whatever its kind."""

from pathlib import Path

from eval.sets import jsonl, table
from eval.sets.item import Item
from eval.sets.numbered import Numbered

TABLES = (".xlsx", ".csv")


def read(path: Path, *, proposals: bool = False) -> tuple[Item, ...]:
    """The questions in the file at `path`, all or none.

    Raises `eval.errors.BadSet` with every fault, and `OSError`. `proposals` takes questions along
    that no person has accepted.
    """
    return rows(path).items(path, proposals=proposals)


def rows(path: Path) -> Numbered:
    """The questions with their places, and what is wrong with the file; raises as `read`."""
    return table.rows(path) if path.suffix.lower() in TABLES else jsonl.rows(path)
