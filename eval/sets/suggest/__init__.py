"""Questions proposed from the structure of a collection, for a person to accept or mend."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from eval.sets.collection import Collection
from eval.sets.row import Row
from eval.sets.sourceless import Sentences
from eval.sets.suggest.agendas import agendas
from eval.sets.suggest.figures import elsewhere, figures, moved
from eval.sets.suggest.outcomes import outcomes
from eval.sets.suggest.rules import rules
from eval.sets.suggest.spot import Proposal, spots
from index import Kind, words

ALIKE = 2  # proposals of a kind from one table or under one heading


def suggested(collection: Collection, limit: int | None = None) -> tuple[Row, ...]:
    """The proposals, every kind and document in turn; the same each time, numbered from f-001."""
    found = _spread(_unique(_found(collection)))
    chosen = list(found)[:limit]
    return tuple(
        one.row.model_copy(update={"id": f"f-{number:03}"}) for number, one in enumerate(chosen, 1)
    )


def _found(collection: Collection) -> list[Proposal]:
    every = list(spots(collection))
    minuted = frozenset(p.held for p in collection.papers if p.kind is Kind.REFERAT and p.held)
    made = chain(outcomes(every), agendas(every, minuted), rules(every), figures(every))
    kept = [one for one in made if one]
    sentences = Sentences(collection)
    without = moved(kept, lambda question: sentences.best(question) is not None)
    held = frozenset(paper.held for paper in collection.papers if paper.held)
    return [*kept, *without, *elsewhere(kept, held)]


def _unique(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Each question and each quote once; a memo or an agreement is printed in several places."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        quote = one.row.gold[0].quote if one.row.gold else one.row.question
        asked = " ".join(sorted(words(one.row.question)))  # as `checking` tells doubles
        keys = {("question", asked), (one.kind, quote)}
        if not keys & seen:
            yield one
        seen |= keys


def _spread(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """One of each kind in turn, and of each kind one of each document in turn.

    Of a table, or a heading, no more than two of a kind: the tenth row of it tells nothing new.
    """
    kinds: dict[str, dict[str, list[Proposal]]] = defaultdict(lambda: defaultdict(list))
    alike: Counter[tuple[str, str]] = Counter()
    for one in found:
        alike[one.kind, one.place] += 1
        if alike[one.kind, one.place] <= ALIKE:
            kinds[one.kind][one.document].append(one)
    turns = ([*_turns(documents.values())] for documents in kinds.values())
    return _turns(turns)


def _turns(lists: Iterable[list[Proposal]]) -> Iterator[Proposal]:
    return (one for row in zip_longest(*lists) for one in row if one is not None)
