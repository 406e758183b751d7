"""The questions that retrieval is measured by: those of a set that the documents answer."""

from pathlib import Path

from eval.sets import Item
from eval.sets.reading import read

SAMPLE = Path(__file__).parent / "sample"


def questions(path: Path) -> list[Item]:
    """The answerable questions in the file at `path`, as written in `eval/sample/README.md`."""
    return [item for item in read(path) if item.answerable]
