"""The second stage: hits weighed again with what the structure knows of their places."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from operator import eq

from index.cues import Cues, agreement
from index.passage import Hit, Passage
from index.weights import STANDARD, Weights
from ingest.terms import OUTCOMES

BEST = 3  # passages of an item whose mean stands for it
FIRST = 3  # hits that stay first where several times are asked for
SEVERAL = 2  # times that must be known


def ranked(hits: Iterable[Hit], said: Cues, weights: Weights = STANDARD) -> list[Hit]:
    """The hits in their surroundings and by how well their places fit the question, best first."""
    weighed = [
        replace(hit, score=hit.score * agreement(said, hit.passage.ref, weights))
        for hit in with_surroundings(list(hits), decision=said.decision, weights=weights)
    ]
    return timed(folded(sorted(weighed, key=lambda hit: (-hit.score, hit.passage.id))), said)


def with_surroundings(hits: list[Hit], *, decision: bool, weights: Weights = STANDARD) -> list[Hit]:
    """The hits with a share of their neighbours' scores and of the best scores in their item.

    An answer and the words of its question often stand a paragraph apart. What a meeting decided is
    told in few words; it gains more from the item it decides, most where the question asks for a
    decision.
    """
    scores = {hit.passage.id: hit.score for hit in hits}
    groups = {hit.passage.id: hit.passage.group for hit in hits}
    best: dict[int, list[float]] = defaultdict(list)
    for hit in hits:
        best[hit.passage.group].append(hit.score)
    shared = {g: sum(sorted(found, reverse=True)[:BEST]) / BEST for g, found in best.items()}
    outcome = weights.asked_outcome if decision else weights.outcome

    def gained(hit: Hit) -> float:
        passage = hit.passage
        beside = (passage.id - 1, passage.id + 1)
        near = sum(scores.get(n, 0.0) for n in beside if groups.get(n) == passage.group)
        of_item = outcome if passage.ref.section in OUTCOMES else weights.item
        return hit.score + weights.neighbour * near + of_item * shared[passage.group]

    return [replace(hit, score=gained(hit)) for hit in hits]


def folded(hits: list[Hit]) -> list[Hit]:
    """The hits without those that are a better one once more: the same words at the same item.

    Other minutes carry a meeting's minutes again. "Taget til efterretning" of two items is two
    decisions.
    """
    seen: set[tuple[object, ...]] = set()
    kept = []
    for hit in hits:
        key = _said(hit.passage)
        if key not in seen:
            seen.add(key)
            kept.append(hit)
    return kept


def timed(hits: list[Hit], said: Cues) -> list[Hit]:
    """The hits with the best of each time the question names right after the first ones.

    Who asks how it went from 2019 to 2025 needs something of each; where only one time is named, or
    one is known, nothing changes.
    """
    times = _times(said, {hit.passage.ref.held.year for hit in hits if hit.passage.ref.held})
    best = [
        found
        for inside in times
        if (found := next((hit for hit in hits if _held(hit, inside)), None))
    ]
    if len(best) < SEVERAL:
        return hits
    ordered = dict.fromkeys((*hits[:FIRST], *best, *hits))
    return list(ordered)


Inside = Callable[[date], bool]


def _times(said: Cues, held: set[int]) -> list[Inside]:
    """The times a question names, oldest first within days, months and years met in."""
    years = set(said.years)
    if said.span:
        years.update(year for year in held if said.span[0] <= year <= said.span[1])
    years -= {int(year) for edition in said.editions for year in edition.split("-")}
    return [
        *(partial(eq, day) for day in sorted(said.days)),
        *(partial(_in_month, month) for month in sorted(said.months)),
        *(partial(_in_year, year) for year in sorted(years)),
    ]


def _in_month(month: tuple[int, int], held: date) -> bool:
    return (held.year, held.month) == month


def _in_year(year: int, held: date) -> bool:
    return held.year == year


def _held(hit: Hit, inside: Inside) -> bool:
    held = hit.passage.ref.held
    return held is not None and inside(held)


def _said(passage: Passage) -> tuple[object, ...]:
    """What must be the same: the words, the item of the meeting (or the file), the standing."""
    ref = passage.ref
    text = " ".join(passage.text.split())
    return (
        text,
        ref.body,
        ref.held or ref.source,
        ref.punkt,
        ref.edition,
        ref.status,
        ref.struck,
        ref.section in OUTCOMES,
    )
