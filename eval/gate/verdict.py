"""Whether a run is worse than its baseline, measure by measure, on the same questions.

A measure falls where the questions' own differences, each with its sign drawn anew, seldom sum to
as great a loss: a paired permutation test (Fisher 1935), one-sided, since only a loss is asked for.
Several measures are tested, so the smallest p must pass the strictest bound (Holm 1979). The chance
that a build fails by luck is then `alpha` at most, however many measures are gated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from eval.errors import BadRun
from eval.gate.rules import Rules
from eval.gate.sheet import Scored, Sheet
from eval.measures.measure import Measure
from eval.measures.permutation import holm, p_value

SHOWN = 3  # ids named in a message
SAME = 1e-5  # what two machines may differ by


@dataclass(frozen=True, slots=True)
class Change:
    """A question and its number; `before` is `None` where it had none in the baseline."""

    question: Scored
    before: float | None
    after: float

    def gain(self, better: int) -> float:
        """How much better it is than before; what had no number was without fault."""
        old = self.before if self.before is not None else max(better, 0)
        return (self.after - old) * better


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure over the questions that have a number in both, and whether it fell.

    `p` is the chance of a loss as great where nothing changed, after Holm; `None` where it is no
    matter of chance: then any question in `worse` fails the build.
    """

    measure: Measure
    questions: int
    before: float | None
    after: float | None
    worse: tuple[Change, ...]
    better: tuple[Change, ...]
    p: float | None
    fell: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was compared, and the questions that have no answer any more."""

    compared: tuple[Compared, ...]
    unanswered: tuple[Scored, ...]
    questions: int

    @property
    def passes(self) -> bool:
        """Whether nothing fell and every question has its answer."""
        return not self.unanswered and not any(one.fell for one in self.compared)


def judged(baseline: Sheet, run: Sheet, rules: Rules) -> Verdict:
    """The verdict on `run`; raises `BadRun` where the two are not of the same questions."""
    _same_questions(baseline, run)
    _same_measures(baseline, run, rules)
    pairs = [(old, run.questions[id_]) for id_, old in baseline.questions.items()]
    answered = [(old, new) for old, new in pairs if not new.error]
    return Verdict(
        (*(_never(one, answered) for one in rules.never), *_falling(rules, answered)),
        tuple(new for _, new in pairs if new.error),
        len(pairs),
    )


def _falling(rules: Rules, pairs: Sequence[tuple[Scored, Scored]]) -> list[Compared]:
    """The measures that may be worse for some questions, with what chance has to do with it."""
    changes = {one: found for one in rules.falling if (found := _both(one, pairs))}
    chances = holm({one.name: _of_loss(one, found) for one, found in changes.items()})
    return [
        replace(_compared(one, found), p=chances[one.name], fell=chances[one.name] <= rules.alpha)
        for one, found in changes.items()
    ]


def _of_loss(measure: Measure, changes: Sequence[Change]) -> float:
    """The one-sided p of a loss, half of the two-sided as signs are as likely; 1 without a loss."""
    gains = [one.gain(measure.better) for one in changes]
    return p_value([0.0] * len(gains), gains) / 2 if sum(gains) < 0 else 1.0


def _never(measure: Measure, pairs: Sequence[tuple[Scored, Scored]]) -> Compared:
    """A measure in which each question counts: one that is worse is enough."""
    name = measure.name
    changes = [
        Change(new, old.scores.get(name), new.scores[name])
        for old, new in pairs
        if name in new.scores
    ]
    found = _compared(measure, changes)
    return replace(found, fell=bool(found.worse))


def _both(measure: Measure, pairs: Sequence[tuple[Scored, Scored]]) -> list[Change]:
    """The questions that have a number in both."""
    name = measure.name
    return [
        Change(new, old.scores[name], new.scores[name])
        for old, new in pairs
        if name in old.scores and name in new.scores
    ]


def _compared(measure: Measure, changes: Sequence[Change]) -> Compared:
    gains = [one.gain(measure.better) for one in changes]
    ranked = sorted(zip(gains, changes, strict=True), key=lambda each: each[0])
    known = [one for one in changes if one.before is not None]
    return Compared(
        measure=measure,
        questions=len(changes),
        before=_mean([one.before for one in known if one.before is not None]),
        after=_mean([one.after for one in known]),
        worse=tuple(one for gain, one in ranked if gain < -SAME),
        better=tuple(one for gain, one in reversed(ranked) if gain > SAME),
        p=None,
        fell=False,
    )


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def _same_questions(baseline: Sheet, run: Sheet) -> None:
    old, new = baseline.questions, run.questions
    asked = {id_: new[id_] for id_ in old.keys() & new.keys()}
    faults = (
        ("in the baseline alone", old.keys() - new.keys()),
        ("in the run alone", new.keys() - old.keys()),
        ("with another question", {i for i in asked if asked[i].question != old[i].question}),
        ("with another reference", {i for i in asked if asked[i].reference != old[i].reference}),
    )
    told = [f"{what}: {_some(ids)}" for what, ids in faults if ids]
    if told:
        raise BadRun(
            f"{run.path} is of other questions than {baseline.path} ({'; '.join(told)}); "
            "compare runs of one set, or make the baseline anew"
        )


def _some(ids: set[str]) -> str:
    first = sorted(ids)
    more = f" and {len(first) - SHOWN} more" if len(first) > SHOWN else ""
    return ", ".join(first[:SHOWN]) + more


def _same_measures(baseline: Sheet, run: Sheet, rules: Rules) -> None:
    """A kept baseline from before a measure was gated would let it pass unseen."""
    for measure in rules.measures:
        if measure.name in run.measured - baseline.measured:
            raise BadRun(
                f"{baseline.path} has no numbers of {measure.name}; make the baseline anew, or "
                "name with --measure what is to be gated"
            )
