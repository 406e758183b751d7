"""Danish sentences with English that means about the same, for the teacher to read.

Our own pairs ship with the repository. Folketinget's debates and the parallel sentences do not;
`docs/model-card.md` says where they are from. Without them the training does with what is there.
"""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.training.pairs import Pair
from eval.training.translate import Translator
from index.sentences import sentences

DEBATES, PARALLEL = "train_ft_pairs.jsonl.gz", "parallel_en_da.tsv.gz"
SHORTEST, LONGEST = 40, 260  # characters of a debate's sentence
PASSAGES_TO_LOOK_AT, SENTENCES_TO_LOOK_AT = 2 / 3, 3  # for each sentence that is taken


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Danish sentence, and English for it, well said or word for word."""

    danish: str
    english: str


def debates(folder: Path | None) -> list[str]:
    """The passages of Folketinget's debates; none without their file."""
    path = folder / DEBATES if folder else None
    if path is None or not path.exists():
        return []
    return [json.loads(line)[2] for line in _lines(path)]


def of_pairs(pairs: Iterable[Pair], translator: Translator) -> list[Sentence]:
    """Our own texts and questions, word for word."""
    said = (text for pair in pairs for text in (pair.text, *pair.questions))
    return [Sentence(text, translator.english(text)) for text in said]


def of_debates(
    passages: Sequence[str], translator: Translator, count: int, rng: random.Random
) -> list[Sentence]:
    """The `count` sentences with most of the field, of a part of the debates."""
    looked_at = rng.sample(passages, min(len(passages), round(count * PASSAGES_TO_LOOK_AT)))
    found = [
        passage[start:end]
        for passage in looked_at
        for start, end in sentences(passage)
        if SHORTEST < end - start < LONGEST
    ]
    rng.shuffle(found)
    of_field = sorted(found[: count * SENTENCES_TO_LOOK_AT], key=translator.density, reverse=True)
    return [Sentence(text, translator.english(text)) for text in of_field[:count]]


def of_parallel(folder: Path | None, count: int, rng: random.Random) -> list[Sentence]:
    """`count` pairs of the parallel file (kind, English, Danish); none without it."""
    path = folder / PARALLEL if folder else None
    if path is None or not path.exists():
        return []
    rows = [line.split("\t") for line in _lines(path)]
    fitting = [Sentence(row[2], row[1]) for row in rows if len(row) == 3 and len(row[1]) > 10]
    return rng.sample(fitting, min(len(fitting), count))


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")
