"""The sample's passages grown to any number, each copy with words, figures and years of its own.

Equal copies would make every word as common as every other: in a collection that grows, half of
the long words are new, and the common ones stay.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count, islice
from pathlib import Path

from index import Passage
from index.split import passages
from ingest.read import read

LONG = re.compile(r"[a-zæøå]{8,}")
SHORT = re.compile(r"\b[a-zæøå]{4,8}\b")
FIGURE = re.compile(r"\d+")
YEARS = 15  # over which the copies' meetings are spread


def sample(folder: Path) -> list[Passage]:
    """The passages of the documents in `folder`."""
    found: list[Passage] = []
    for path in sorted(folder.iterdir()):
        found.extend(passages(read(path), len(found) + 1))
    return found


def grown(originals: Sequence[Passage], wanted: int) -> list[Passage]:
    """`wanted` passages: the originals, then copies that differ; the same at every call."""
    return list(islice(_all(originals), wanted))


def _all(originals: Sequence[Passage]) -> Iterator[Passage]:
    yield from originals
    text = "\n".join(passage.text for passage in originals)
    long = sorted(set(LONG.findall(text)))
    short = sorted(set(SHORT.findall(text)))
    for copy in count(1):
        chance = random.Random(copy)
        new = {
            word: chance.choice(short) + chance.choice(short)
            for word in long
            if chance.random() < 0.5
        }
        for passage in originals:
            yield _copied(passage, copy, copy * len(originals), new)


def _copied(passage: Passage, copy: int, offset: int, new: dict[str, str]) -> Passage:
    """The passage in other words; its `runs` and `rows` still point into the original."""
    ref = passage.ref
    return replace(
        passage,
        id=passage.id + offset,
        group=passage.group + offset,
        text=_varied(passage.text, copy, new),
        context=_varied(passage.context, copy, new),
        ref=replace(
            ref,
            document=f"{ref.document}-{copy}",
            source=f"{copy:04}/{ref.source}",
            held=_earlier(ref.held, copy % YEARS),
        ),
    )


def _varied(text: str, copy: int, new: dict[str, str]) -> str:
    words = LONG.sub(lambda found: new.get(found.group(), found.group()), text)
    return FIGURE.sub(lambda found: _another(found.group(), copy), words)


def _another(figure: str, copy: int) -> str:
    """A figure of as many digits; a lone digit, which numbers an item, stays."""
    if len(figure) == 1:
        return figure
    return str((int(figure) + copy * 7919) % 10 ** len(figure)).zfill(len(figure))


def _earlier(held: date | None, years: int) -> date | None:
    return replace_year(held, held.year - years) if held else None


def replace_year(day: date, year: int) -> date:
    """The same day of another year, at most the 28th."""
    return day.replace(year=year, day=min(day.day, 28))
