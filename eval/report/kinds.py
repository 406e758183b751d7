"""The questions of each type, and all of them, with their figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval import texts
from eval.measures.measure import Measure
from eval.report.case import Case
from eval.report.figures import Figure, figures

HEADLINES = ("nuggets", "cited_gold", "evidence@6000", "right_abstain")


@dataclass(frozen=True, slots=True)
class Kind:
    """Questions of one type; `anchor` is where they stand on the page."""

    name: str
    anchor: str
    cases: tuple[Case, ...]
    figures: tuple[Figure, ...]

    @property
    def fine(self) -> int:
        """How many of them went as they should."""
        return sum(case.fine for case in self.cases)

    @property
    def headline(self) -> list[Figure]:
        """The figures that the table of types has."""
        named = {one.measure.name: one for one in self.figures}
        return [named[name] for name in HEADLINES if name in named]


def kinds(cases: Sequence[Case], measures: Sequence[Measure]) -> list[Kind]:
    """All questions, then those of each type, the most frequent type first."""
    types = sorted({case.item.type for case in cases}, key=lambda one: (-_count(cases, one), one))
    parts = [(texts.type_name(one), [c for c in cases if c.item.type == one]) for one in types]
    every = [(texts.ALL, list(cases)), *parts]
    return [
        Kind(name, f"slags-{n}" if n else "alle", tuple(found), tuple(figures(measures, found)))
        for n, (name, found) in enumerate(every)
    ]


def _count(cases: Sequence[Case], type_: str) -> int:
    return sum(case.item.type == type_ for case in cases)
