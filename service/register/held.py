"""The meetings of the collection, each once, with the items of the papers that tell of it best."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index import Item, Kind, Paper


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with the papers that tell of it best: its minutes, else its agendas."""

    papers: tuple[Paper, ...]
    items: tuple[Item, ...]

    @property
    def held(self) -> date:
        """The day."""
        held = self.papers[0].held
        assert held
        return held

    @property
    def minutes(self) -> bool:
        """Whether minutes are here."""
        return self.papers[0].kind is Kind.REFERAT


def meetings_of(papers: Iterable[Paper], items: Iterable[Item]) -> list[Meeting]:
    """Every meeting once, whichever papers tell of it, oldest first.

    Minutes in a file of their own come before those printed in other minutes.
    """
    of: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        of[item.paper.id].append(item)
    same: dict[tuple[date, str], list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.held and paper.kind in (Kind.REFERAT, Kind.DAGSORDEN):
            same[paper.held, paper.body or ""].append(paper)
    made = []
    for _, here in sorted(same.items()):
        here.sort(key=lambda p: (p.kind is not Kind.REFERAT, p.outer is not None, p.source))
        best = tuple(paper for paper in here if paper.kind is here[0].kind)
        made.append(Meeting(best, _once([of[paper.id] for paper in best])))
    return made


def _once(told: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    """The items of the first paper, and those of each further one that no earlier one has."""
    kept: list[Item] = []
    for items in told:
        known = {_key(item) for item in kept}
        kept += [item for item in items if _key(item) not in known]
    return tuple(kept)


def _key(item: Item) -> tuple[str | None, str]:
    return item.number, item.title.casefold()
