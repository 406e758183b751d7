"""Passages that were found and stand next to each other, as one stretch to read.

The answer often goes on in the passage after the one that has the question's words: a list after
its lead, a rule's second half. Among the first hits they are shown as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.passage import Hit, Passage

JOINED = 10  # hits that are joined with those of them they stand beside
LONGEST = 1_600  # characters of a stretch; a screen


@dataclass(frozen=True, slots=True)
class Stretch:
    """Passages of one section in reading order, with the score and legs of the best of them."""

    passages: tuple[Passage, ...]
    score: float
    why: tuple[str, ...]

    @property
    def text(self) -> str:
        """The passages' text, a line between them."""
        return "\n".join(passage.text for passage in self.passages)


def stretches(hits: Sequence[Hit]) -> list[Stretch]:
    """The hits, best first, each with those of the first ones that stand beside it."""
    near = {hit.passage.id: hit.passage for hit in hits[:JOINED]}
    used: set[int] = set()
    found = []
    for hit in hits:
        if hit.passage.id in used:
            continue
        run = _run(hit.passage, near, used) if hit.passage.id in near else [hit.passage]
        used.update(passage.id for passage in run)
        found.append(Stretch(tuple(run), hit.score, hit.why))
    return found


def _run(passage: Passage, near: dict[int, Passage], used: set[int]) -> list[Passage]:
    run = [passage]
    while True:
        beside = (near.get(run[-1].id + 1), near.get(run[0].id - 1))
        room = LONGEST - sum(len(each.text) for each in run)
        fitting = [
            each
            for each in beside
            if each and each.id not in used and len(each.text) <= room and goes_on(each, passage)
        ]
        if not fitting:
            return run
        one = fitting[0]
        run = [*run, one] if one.id > run[-1].id else [one, *run]


def goes_on(one: Passage, other: Passage) -> bool:
    """Whether both stand in the same section and have the same standing."""
    return one.group == other.group and _section(one) == _section(other)


def _section(passage: Passage) -> tuple[object, ...]:
    ref = passage.ref
    return ref.document, ref.section, ref.headings, ref.struck, ref.proposed
