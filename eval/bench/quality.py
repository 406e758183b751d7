"""What rankings are worth, ours and others', over the same passages and questions.

Every system is asked for ten passages, so the measures look no further than what those show.
"""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.bench.grown import sample
from eval.bench.job import LIMIT, Condition, Queries
from eval.bench.systems import step, systems, write
from eval.collections import Collection
from eval.measured import Scores, of_entries, of_rankings
from eval.measures import difference
from eval.runs.record import Passage as Ranked
from eval.sets import beir
from eval.tables import change, points
from index import Passage

NO_CONDITION = Condition("", "", "")
Scored = Callable[[Sequence[Sequence[Passage]]], Scores]


def of_collection(one: Collection, peers: str | None) -> dict[str, Scores]:
    """The scores by the names of the systems, over the documents of a collection."""

    def scored(rankings: Sequence[Sequence[Passage]]) -> Scores:
        ranked = [[Ranked(p.ref.source, p.text) for p in found] for found in rankings]
        return of_rankings(one.items, ranked)

    return _scores(sample(one.folder), [item.question for item in one.items], scored, peers)


def of_beir(folder: Path, peers: str | None) -> dict[str, Scores]:
    """The scores by the names of the systems, over the entries of a BEIR set."""
    asked = beir.queries(folder)

    def scored(rankings: Sequence[Sequence[Passage]]) -> Scores:
        return of_entries(asked, [[p.ref.document for p in found] for found in rankings])

    return _scores(list(beir.passages(folder)), [one.text for one in asked], scored, peers)


def _scores(
    passages: Sequence[Passage], questions: list[str], scored: Scored, peers: str | None
) -> dict[str, Scores]:
    known = {str(passage.id): passage for passage in passages}
    found: dict[str, Scores] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write(folder, passages, Queries([], questions, NO_CONDITION))
        for system, python in systems(len(passages), peers):
            if step(system, "build", folder, python):
                ranked = step(system, "rank", folder, python) or {}
                rankings = [[known[id_] for id_ in ids[:LIMIT]] for ids in ranked["rankings"]]
                found[system.name] = scored(rankings)
    return found


def rows(found: dict[str, Scores]) -> tuple[list[str], list[list[str]]]:
    """The heads and lines of the table: ours, and the others with how much they are above it."""
    (name, ours), *others = found.items()
    lines = [[name, *(points(sum(values) / len(values)) for values in ours.values())]]
    for other, scores in others:
        changes = (change(difference(ours[measure], scores[measure])) for measure in ours)
        lines.append([other, *changes])
    return ["", *ours], lines
