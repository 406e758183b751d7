"""What a language model judged, kept by what it was asked, so that nothing is asked twice."""

import hashlib
import json
from pathlib import Path


class Kept:
    """Judgements in a file of one JSON object a line that only grows.

    `asked` is the model and how it is asked; another one remembers nothing of this one's.
    """

    def __init__(self, path: Path, asked: str) -> None:
        self._path, self._asked = path, asked
        self._known: dict[str, bool] = {}
        if path.exists():
            for line in path.read_text("utf-8").split("\n"):
                if row := _row(line):
                    self._known[row[0]] = row[1]

    def find(self, nugget: str, answer: str) -> bool | None:
        """What was said of it before; `None` where nothing."""
        return self._known.get(self._key(nugget, answer))

    def keep(self, nugget: str, answer: str, stated: bool) -> None:
        """Remember it, on disk before this returns."""
        key = self._key(nugget, answer)
        self._known[key] = stated
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, "stated": stated}) + "\n")

    def _key(self, nugget: str, answer: str) -> str:
        asked = json.dumps([self._asked, nugget, answer])
        return hashlib.sha256(asked.encode()).hexdigest()


def _row(line: str) -> tuple[str, bool] | None:
    """A line that was written whole; one cut short when the disk was full is none."""
    try:
        row = json.loads(line)
        return str(row["key"]), bool(row["stated"])
    except (ValueError, KeyError, TypeError):
        return None
