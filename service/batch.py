"""Many questions from a file to many answers in a file, for evaluation suites."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from index import Filters
from service.answer import Answer, AnswerStatus
from service.errors import QuestionRefused, ServiceError
from service.ports import Assistant


class BadQuestions(ServiceError):
    """The file of questions cannot be used; the message names the line and says why."""


class BadTarget(ServiceError):
    """Answers cannot be written there; the message says why and what to give."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the file: a question and the name its answer gets."""

    id: str
    question: str


def questions(path: Path) -> list[Asked]:
    """The questions in a file of one JSON object a line; raises `BadQuestions`."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestions(f"{path}: {error}") from error
    found = [_asked(path, n, line) for n, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise BadQuestions(f"{path}: no questions in it; write one JSON object a line")
    ids = [asked.id for asked in found]
    doubled = next((id_ for id_ in ids if ids.count(id_) > 1), None)
    if doubled is not None:
        raise BadQuestions(f"{path}: the id '{doubled}' stands twice; give each question its own")
    return found


def _asked(path: Path, number: int, line: str) -> Asked:
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False).encode()  # half a character could not be written back
    except (ValueError, RecursionError) as error:
        raise BadQuestions(f"{path} line {number}: no JSON ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("question"), str) or "id" not in row:
        raise BadQuestions(f'{path} line {number}: give an object with "id" and "question"')
    id_ = row["id"]
    if not isinstance(id_, str | int) or isinstance(id_, bool):
        raise BadQuestions(f"{path} line {number}: give an id that is a text or a whole number")
    return Asked(str(id_), row["question"])


def answered(
    assistant: Assistant, asked: list[Asked], progress: Callable[[int, int], None]
) -> Iterator[dict[str, Any]]:
    """One object a question, in order, as the evaluation suites read them."""
    for number, one in enumerate(asked, 1):
        yield {"id": one.id, **_answer(assistant, one)}
        progress(number, len(asked))


def _answer(assistant: Assistant, asked: Asked) -> dict[str, Any]:
    try:
        return as_row(assistant.ask(asked.question, Filters()))
    except QuestionRefused as refused:
        return {
            "question": asked.question,
            "status": AnswerStatus.UNCLEAR.value,
            "answer": refused.reason,
            "citations": [],
            "passages": [],
        }


def as_row(answer: Answer) -> dict[str, Any]:
    """An answer as plain values for JSON; its `text` is called `answer` there."""
    row = asdict(answer)
    row["answer"] = row.pop("text")
    del row["id"]
    return row


def target(answers: Path, questions: Path) -> Path:
    """The file to write for `answers`, behind any links; raises `BadTarget`."""
    path = Path(os.path.realpath(answers))
    if not path.parent.is_dir():
        raise BadTarget(f"{answers}: there is no folder {path.parent}; make it first")
    if os.path.lexists(path) and not path.is_file():
        raise BadTarget(f"{answers} is no regular file; give the name of a file to write")
    if path.exists() and path.samefile(questions):
        raise BadTarget(f"{answers} is the file of questions; give the answers another name")
    return path


def write(path: Path, rows: Iterator[dict[str, Any]]) -> int:
    """Write the rows to `path`, all or nothing; how many there were."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    out = unfinished.open("x", encoding="utf-8")
    try:
        total = 0
        with out:
            for total, row in enumerate(rows, 1):  # noqa: B007, the last number is the total
                out.write(line(row) + "\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return total


def line(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
