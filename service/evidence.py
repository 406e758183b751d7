"""Choosing what to quote: the passage that bears most of the question, and what goes with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index import Hit, Passage, goes_on
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.conditions import binding, has_figure, names_year, unmet
from service.outcome import tells_outcome
from service.question import Question, Wanted
from service.rarity import Rarity

CONSIDERED = 10  # hits that may be quoted
QUOTE = 900  # characters of one quote; a short section is quoted whole
COVERED = 0.4  # weight of the share of the question's words that the text has
FITTING = 0.15  # weight of having the sort of thing that is asked for
OTHER_YEAR = 0.25  # weight of not naming a year the question names
TELLING = 1.2  # gain of an outcome's passage that says what was decided
FAR = 200  # characters between two pieces of text that were not written together
SEVERAL = 3  # meetings quoted where a course of events is asked for
NEAR_BEST = 0.55  # share of the best score the others must reach
ENOUGH = 0.05  # share of the question's words that the best passage and its place must have

MOMENTS = re.compile(
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|kvartal|ultimo|primo|medio|årligt|månedligt|(?:19|20)\d\d)\b|\b\d{1,2}[./]\d{1,2}",
    re.IGNORECASE,
)
NAMES = re.compile(r"\b[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][a-zæøåé]+)+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Passages that stand next to each other in one section, in reading order."""

    passages: tuple[Passage, ...]

    @property
    def first(self) -> Passage:
        """The passage the evidence begins with; all share its place."""
        return self.passages[0]

    @property
    def text(self) -> str:
        """The passages' text, a line between them."""
        return "\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the answer is made of; `sufficient` is false where it hardly meets the question.

    `unmet` are the years and names in the question that the evidence does not have.
    """

    evidence: tuple[Evidence, ...]
    sufficient: bool
    unmet: tuple[str, ...]
    rarity: Rarity


def chosen(question: Question, hits: Sequence[Hit]) -> Chosen:
    """The evidence for `question` among `hits`, best first; struck text only where asked for."""
    usable = [hit for hit in hits if hit.passage.ref.struck == question.deleted]
    rarity = Rarity(hits)
    if not usable:
        return Chosen((), sufficient=False, unmet=(), rarity=rarity)
    top = usable[0].score or 1.0
    ranked = sorted(
        usable[:CONSIDERED],
        key=lambda hit: -(hit.score / top + _merit(question, hit.passage, rarity)),
    )
    heads = _one_a_meeting(ranked) if question.course else ranked[:1]
    heads = [_decisive(question, hit, usable) for hit in heads]
    nearby = {hit.passage.id: hit for hit in usable}
    found = tuple(_whole(hit, nearby) for hit in heads)
    quoted = [passage for evidence in found for passage in evidence.passages]
    items = {passage.group for passage in quoted if passage.ref.punkt}
    around = [*quoted, *(hit.passage for hit in usable if hit.passage.group in items)]
    missing = unmet(question, quoted, around)
    best = f"{ranked[0].passage.text} {ranked[0].passage.context}"
    enough = rarity.share(question.text, best) >= ENOUGH and not binding(question, missing)
    return Chosen(found, sufficient=enough, unmet=tuple(missing), rarity=rarity)


def _merit(question: Question, passage: Passage, rarity: Rarity) -> float:
    fitting = FITTING if fits(question, passage.text) else 0.0
    place = f"{passage.text} {passage.context}"
    astray = OTHER_YEAR if any(not names_year(place, y) for y in question.years) else 0.0
    return COVERED * rarity.share(question.text, passage.text) + fitting - astray


def fits(question: Question, text: str) -> bool:
    """Whether the text has the sort of thing the question asks for."""
    if question.wanted is Wanted.FIGURE:
        return has_figure(text, question.text)
    if question.wanted is Wanted.MOMENT:
        return bool(MOMENTS.search(text))
    return question.wanted is Wanted.PERSON and bool(NAMES.search(text))


def _one_a_meeting(ranked: list[Hit]) -> list[Hit]:
    """The best hit of each document, while they are near the best, oldest first."""
    best: dict[str, Hit] = {}
    for hit in ranked:
        if hit.score >= NEAR_BEST * ranked[0].score:
            best.setdefault(hit.passage.ref.document, hit)
    picked = list(best.values())[:SEVERAL]
    return sorted(picked, key=lambda h: (h.passage.ref.held is None, h.passage.ref.held or 0))


def _decisive(question: Question, hit: Hit, usable: Sequence[Hit]) -> Hit:
    """What the meeting decided, where the question asks for it or the hit only recommends it.

    Where there is only an agenda, a question for a decision gets the recommendation. An outcome
    without the figure, date or person asked for takes no case text's place.
    """
    ref = hit.passage.ref
    if not ref.punkt or ref.annex or ref.section in OUTCOMES:
        return hit
    if not (question.decision or ref.section == RECOMMENDATION):
        return hit
    wanted = (RECOMMENDATION,) if ref.agenda_only else OUTCOMES
    same = [h for h in usable if h.passage.group == hit.passage.group]
    found = [h for h in same if h.passage.ref.section in wanted]
    if question.wanted is not Wanted.ANYTHING and ref.section != RECOMMENDATION:
        found = [h for h in found if fits(question, h.passage.text)]
    found.sort(key=lambda h: -h.score * (TELLING if tells_outcome(h.passage.text) else 1))
    return found[0] if found else hit


def _whole(hit: Hit, nearby: dict[int, Hit]) -> Evidence:
    """The passage with its neighbours of the same section, as long as the quote stays short."""
    run = [hit.passage]
    while True:
        around = [
            near.passage
            for id_ in (run[0].id - 1, run[-1].id + 1)
            if (near := nearby.get(id_)) and _goes_with(near.passage, hit.passage)
        ]
        room = QUOTE - sum(len(passage.text) for passage in run)
        fitting = [passage for passage in around if len(passage.text) <= room]
        if not fitting:
            return Evidence(tuple(run))
        best = max(fitting, key=lambda passage: nearby[passage.id].score)
        run = [best, *run] if best.id < run[0].id else [*run, best]


def _goes_with(one: Passage, other: Passage) -> bool:
    return goes_on(one, other) and not (repeats_headings(one) or repeats_headings(other))


def repeats_headings(passage: Passage) -> bool:
    """Whether it is a later piece of a table, which begins with headings from further up."""
    gaps = (b.origin - a.origin - a.length for a, b in pairwise(passage.runs))
    return bool(passage.rows) and max(gaps, default=0) > FAR
