"""A set of questions as a run asks it and keeps it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from eval.runs.about import AskedSet
from eval.sets import Item, read
from eval.sets.row import Difficulty, Gold, Row, State


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions, and the file of one JSON object a line that they are kept as."""

    name: str
    items: tuple[Item, ...]
    data: bytes

    @property
    def asked(self) -> AskedSet:
        """What a run notes of the set."""
        return AskedSet(self.name, hashlib.sha256(self.data).hexdigest(), len(self.items))


def questions(path: Path) -> Questions:
    """The set at `path`, a file of JSON lines unchanged; raises `BadSet` and `OSError`."""
    items = read(path)
    plain = path.is_file() and path.suffix == ".jsonl"
    data = path.read_bytes() if plain else "".join(map(_line, items)).encode()
    return Questions(path.name, items, data)


def _line(item: Item) -> str:
    gold = [
        Gold(doc=one.document, quote=one.quote, alt=one.alt, **_lines(one.lines))
        for one in item.references
    ]
    row = Row(
        id=item.id,
        question=item.question,
        type=item.type,
        answerable=item.answerable,
        answer=item.answer,
        nuggets=list(item.nuggets),
        gold=gold,
        meeting=item.meeting,
        punkt=item.punkt,
        section=item.section,
        difficulty=Difficulty(item.difficulty) if item.difficulty else None,
        must_not=list(item.must_not),
        status=State.ACCEPTED,
    )
    return f"{row.model_dump_json(exclude_defaults=True)}\n"


def _lines(lines: tuple[int, int] | None) -> dict[str, int]:
    return {"line_from": lines[0], "line_to": lines[1]} if lines else {}
