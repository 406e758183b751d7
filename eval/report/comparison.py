"""Two runs over the same questions: what got better and worse, and what may be chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval import texts
from eval.errors import BadRun
from eval.measures.comparison import Comparison
from eval.measures.comparison import compared as comparisons
from eval.measures.measure import Measure
from eval.measures.scores import Scores
from eval.report import said
from eval.report.case import Case
from eval.report.changes import Change
from eval.report.told import Told

P = 0.05


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure before and after."""

    measure: Measure
    comparison: Comparison

    @property
    def name(self) -> str:
        """The measure in plain words."""
        return texts.measure(self.measure.name)[0]

    @property
    def judged(self) -> str:
        """A key of `eval.texts.JUDGEMENTS`; sure is what holds with all measures looked at."""
        gain = self.comparison.difference.mean
        if self.comparison.p >= P or not gain:
            return "same"
        if not self.measure.better:
            return "other"
        way = "better" if gain * self.measure.better > 0 else "worse"
        return way if self.comparison.adjusted < P else f"perhaps {way}"

    @property
    def figures(self) -> list[str]:
        """Before, after, the difference, its interval, p, and on how many questions."""
        unit, found = self.measure.unit, self.comparison
        gain = found.difference
        low, high = said.change(gain.low, unit), said.change(gain.high, unit)
        return [
            said.of_unit(found.before, unit),
            said.of_unit(found.after, unit),
            said.change(gain.mean, unit),
            texts.FROM_TO_INTERVAL.format(low=low, high=high),
            said.probability(found.p),
            str(found.n),
        ]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two runs, their questions in common, and the measures on these; what is left out is named."""

    before: Told
    after: Told
    changes: tuple[Change, ...]
    moved: tuple[Moved, ...]
    left_out: int = 0

    def stepped(self, step: int) -> list[Change]:
        """The questions that went better (+1), worse (-1) or as before (0)."""
        return [one for one in self.changes if one.step == step]

    def judged(self, how: str) -> list[Moved]:
        """The measures that were judged so."""
        return [one for one in self.moved if one.judged == how]


def compared(before: Told, after: Told, *, common: bool = False) -> Compared:
    """The runs side by side; raises `BadRun` where their questions differ.

    `common` compares the questions that both asked and that are the same, and no others.
    """
    old, new = _by_id(before), _by_id(after)
    shared = [id_ for id_ in old if id_ in new and old[id_].item == new[id_].item]
    left_out = len(old.keys() | new.keys()) - len(shared)
    if not shared and left_out:
        raise BadRun(f"{_both(before, after)} have no question in common; ask the same set in both")
    if left_out and not common:
        raise BadRun(_differ(before, after, len(shared), left_out))
    changes = tuple(Change(old[id_], new[id_]) for id_ in shared)
    return Compared(before, after, changes, tuple(_moved(before, after, shared)), left_out)


def _by_id(told: Told) -> Mapping[str, Case]:
    return {case.item.id: case for case in told.cases}


def _moved(before: Told, after: Told, ids: Sequence[str]) -> list[Moved]:
    named = {measure.name: measure for measure in before.measures}
    found = comparisons(_only(before.scores, ids), _only(after.scores, ids))
    return [Moved(named[one.measure], one) for one in found if one.measure in named]


def _only(scores: Scores, ids: Sequence[str]) -> Scores:
    of = {id_: scores.of[id_] for id_ in ids if id_ in scores.of}
    return Scores(scores.measures, of, scores.types)


def _both(before: Told, after: Told) -> str:
    return f"{before.run.folder} and {after.run.folder}"


def _differ(before: Told, after: Told, shared: int, left_out: int) -> str:
    return (
        f"{_both(before, after)} did not ask the same: {shared} questions are the same in both, "
        f"{left_out} are in one alone or differ; compare those {shared} with --common, or ask the "
        "same set in both"
    )
