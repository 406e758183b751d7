"""What a search finds, narrowed and counted by boxes, with the words marked."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from pydantic import Field

from index import Filters, Visibility
from service import texts
from service.answer import Found, Ranking
from service.ports import Assistant
from service.web.pages.excerpts import marked_excerpt
from service.web.pages.facets import Facet, by_count, by_outcome, by_year, facet
from service.web.pages.fields import Conditions, SentWords
from service.web.pages.reading import Piece

BEST = 50  # places that are counted and can be shown
LOOKED_AT = 200  # places, before outcomes and years are looked at, which the index does not know
STEP = 10  # places shown at a time
VALUES: Mapping[str, Callable[[Found], str | None]] = {
    "art": lambda found: found.kind,
    "organ": lambda found: found.body,
    "aar": lambda found: str(found.meeting_date.year) if found.meeting_date else None,
    "udfald": lambda found: found.outcome.value if texts.OUTCOMES[found.outcome] else None,
}


class Search(SentWords):
    """The form of the page: words, boxes, how many to show and in which order."""

    antal: Annotated[int, Field(ge=1, le=BEST)] = STEP
    orden: str = texts.BEST_FIRST[0]


@dataclass(frozen=True, slots=True)
class Shown:
    """A place with the part of its text that has most of the words asked for."""

    found: Found
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What was found; `named` says whether any of what is shown has one of the words."""

    shown: tuple[Shown, ...]
    total: int
    facets: tuple[Facet, ...]
    notes: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether any of what is shown has one of the words asked for."""
        return any(piece.marked for one in self.shown for piece in one.excerpt)


def result(
    assistant: Assistant, sent: Search, asked: Conditions, allowed: frozenset[Visibility]
) -> Result:
    """What the form asks for; raises `QuestionRefused` and `UnknownFilter`."""
    whole = Filters(visibility=allowed)

    def best(conditions: Conditions) -> Ranking:
        span = conditions.span
        inside = replace(
            whole, kinds=conditions.kinds, bodies=conditions.bodies, start=span.start, end=span.end
        )
        ranking = assistant.search(sent.emne, inside, LOOKED_AT)
        fitting = tuple(found for found in ranking.passages if _fits(found, conditions))
        return replace(ranking, passages=fitting[:BEST])

    ranking = best(asked)
    # A group of boxes counts what another choice in it would give.
    freed = {
        "art": replace(asked, kinds=frozenset()),
        "organ": replace(asked, bodies=frozenset()),
        "aar": replace(asked, years=frozenset()),
        "udfald": replace(asked, outcomes=frozenset()),
    }
    counts = {
        field: Counter(
            filter(None, map(VALUES[field], (ranking if free == asked else best(free)).passages))
        )
        for field, free in freed.items()
    }
    places = ranking.passages
    if sent.orden == texts.NEWEST_FIRST[0]:
        places = tuple(sorted(places, key=lambda p: p.meeting_date or date.min, reverse=True))
    shown = places[: sent.antal]
    ranges = assistant.met(sent.emne, [found.text for found in shown], whole)
    return Result(
        tuple(
            Shown(found, marked_excerpt(found.text, marked))
            for found, marked in zip(shown, ranges, strict=True)
        ),
        len(places),
        facets(sent, counts),
        ranking.notes,
    )


def _fits(found: Found, asked: Conditions) -> bool:
    """Whether it is of an outcome and a year that were chosen."""
    year = found.meeting_date.year if found.meeting_date else None
    return (not asked.outcomes or found.outcome in asked.outcomes) and (
        not asked.years or year in asked.years
    )


def facets(sent: Search, counts: Mapping[str, Mapping[str, int]]) -> tuple[Facet, ...]:
    """The boxes of the page; what was chosen is among them even where nothing was counted."""
    return (
        facet("art", by_count(counts.get("art", {})), sent.art, texts.KINDS),
        facet("organ", by_count(counts.get("organ", {})), sent.organ),
        facet("udfald", by_outcome(counts.get("udfald", {})), sent.udfald, texts.OUTCOMES),
        facet("aar", by_year(counts.get("aar", {})), sent.aar),
    )
