"""A run's folder while it is written: every answer is in it before the next is waited for."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eval.errors import BadRun
from eval.runs.about import STORED, About, read_about
from eval.runs.folder import ABOUT, ANSWERS, DOCUMENTS, QUESTIONS, SCORED, SCORES
from eval.runs.lines import append, keep_only, replace, rows
from eval.runs.port import Came

OURS = (QUESTIONS, ANSWERS, DOCUMENTS, SCORED, SCORES)
NO_ANSWER = {"status": "unclear", "answer": "", "citations": [], "passages": []}
FRESH = "begin again with --fresh, or give another folder with --out"


class Recording:
    """The answers and texts that a folder holds so far, and where the next are written."""

    def __init__(self, folder: Path) -> None:
        self._answers, self._texts = folder / ANSWERS, folder / DOCUMENTS
        self.answered = {
            row["id"]: row for row in rows(self._answers, "id") if not row.get("error")
        }
        self._kept = {row["document"]: row for row in rows(self._texts, "document")}
        # What was cut off in the middle, or ended in an error, is asked again.
        keep_only(self._answers, self.answered.values())
        keep_only(self._texts, self._kept.values())

    def add(self, came: Came, question: str) -> None:
        """Write an answer down."""
        row = came.row or {"question": question, **NO_ANSWER}
        told = {**row, "id": came.id, "seconds": round(came.seconds, 4), "error": came.error}
        append(self._answers, told)

    def keep(self, document: str, text: str | None) -> None:
        """Write down the text of a document; `None` says that it is not in the index."""
        self._kept[document] = {"document": document, "text": text}
        append(self._texts, self._kept[document])

    def has(self, document: str) -> bool:
        """Whether the text of `document` is written down."""
        return document in self._kept

    @property
    def unknown(self) -> list[str]:
        """The documents that were looked for and are not in the index."""
        return sorted(name for name, row in self._kept.items() if row["text"] is None)


@contextmanager
def recording(folder: Path, about: About, questions: bytes, *, fresh: bool) -> Iterator[Recording]:
    """The folder, to be written by nobody else meanwhile; made where it is not there.

    Raises `BadRun` where another run is in it, or something else.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BadRun(f"{folder}: another run is being written there; wait for it") from None
        _prepared(folder, about, questions, fresh=fresh)
        yield Recording(folder)


def _prepared(folder: Path, about: About, questions: bytes, *, fresh: bool) -> None:
    foreign = [name for name in OURS if (folder / name).exists()]
    if not (folder / ABOUT).exists() and foreign:
        raise BadRun(f"{folder} has a file {foreign[0]} and is no run; give another with --out")
    # What no question was answered in is begun again: the first try may have had the wrong index.
    if (folder / ANSWERS).exists() and not fresh:
        _same(folder, read_about(folder / ABOUT), about)
    else:
        for name in foreign:
            (folder / name).unlink()
        replace(folder / ABOUT, STORED.dump_json(about, indent=1))
    if not (folder / QUESTIONS).exists():
        replace(folder / QUESTIONS, questions)


def _same(folder: Path, before: About, now: About) -> None:
    """Raise `BadRun` where answers of both would not belong together."""
    for what, was, is_ in (
        ("another set of questions", before.asked.sha256, now.asked.sha256),
        ("another place that answers", before.product.how, now.product.how),
        ("another collection", before.product.source, now.product.source),
        ("another index generation", before.product.generation, now.product.generation),
        ("another index", before.product.built, now.product.built),
        ("other settings", before.product.settings, now.product.settings),
        ("another code that answers", before.product.code, now.product.code),
    ):
        if was != is_:
            raise BadRun(f"{folder} holds a run with {what} ({was}, now {is_}); {FRESH}")
