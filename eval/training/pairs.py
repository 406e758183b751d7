"""Our own texts, as documents have them, each with questions that ask for it in other words."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("pairs")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text, and the questions it answers."""

    text: str
    questions: tuple[str, ...]


def read(folder: Path = FOLDER) -> list[Pair]:
    """The pairs of all files in `folder`; raises `ValueError` at a line that is none."""
    return [
        _pair(line, f"{path.name} line {number}")
        for path in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]


def split(pairs: Sequence[Pair], share: float, seed: int) -> tuple[list[Pair], list[Pair]]:
    """The pairs to learn from, and the `share` of them that is held out."""
    mixed = random.Random(seed).sample(list(pairs), len(pairs))
    held_out = round(len(mixed) * share)
    return mixed[held_out:], mixed[:held_out]


def _pair(line: str, place: str) -> Pair:
    try:
        said = json.loads(line)
        pair = Pair(said["text"], tuple(said["q"]))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f'{place} is no {{"text": ..., "q": [...]}}: {error}') from error
    if not pair.text.strip() or not pair.questions or not all(map(str.strip, pair.questions)):
        raise ValueError(f"{place} has an empty text or question, or no question")
    return pair
