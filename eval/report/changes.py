"""What changed in the answer to a question from one run to another, and whether for the better."""

from collections.abc import Iterator
from dataclasses import dataclass

from eval import texts
from eval.report.case import Case, from_citation
from eval.report.fate import Fate
from eval.report.worst import grave

WORTH = {
    Fate.RIGHT: 3,
    Fate.RIGHTLY_REFUSED: 3,
    Fate.PART: 2,
    Fate.REFUSED: 1,
    Fate.WRONG: 0,
    Fate.MISLEADING: 0,
    Fate.NOT_REFUSED: 0,
    Fate.ERROR: 0,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A question with both answers."""

    before: Case
    after: Case

    @property
    def step(self) -> int:
        """+1 where it went better than before, -1 where worse, 0 where as before."""
        old, new = _worth(self.before), _worth(self.after)
        return (new > old) - (new < old)

    @property
    def said(self) -> list[str]:
        """What changed, in words."""
        return [*_fates(self), *_facts(self), *_reasons(self), *_sources(self), *_ranks(self)]

    @property
    def same_answer(self) -> bool:
        """Whether the answers are the same letter for letter."""
        return self.before.record.answer == self.after.record.answer


def _worth(case: Case) -> tuple[bool, int, float, float]:
    """First whether it says what it must not, then the fate, then facts and sources."""
    said = sum(there for _, there in case.facts) / len(case.facts) if case.facts else 0.0
    return not grave(case), WORTH[case.fate], said, case.scores.get("cite_recall") or 0.0


def _fates(change: Change) -> Iterator[str]:
    before, after = change.before.fate, change.after.fate
    if before is not after:
        yield texts.FROM_TO.format(before=texts.FATES[before], after=texts.FATES[after])


def _facts(change: Change) -> Iterator[str]:
    before = dict(change.before.facts)
    for fact, there in change.after.facts:
        if there != before.get(fact, there):
            said = texts.GAINED_NUGGET if there else texts.LOST_NUGGET
            yield said.format(nugget=fact)


def _reasons(change: Change) -> Iterator[str]:
    """Grave faults that came or went; the others follow from fates and facts."""
    if grave(change.before) != grave(change.after):
        told, case = (
            (texts.NEW_FAULT, change.after)
            if grave(change.after)
            else (texts.OLD_FAULT, change.before)
        )
        for reason in case.reasons:
            if reason.grave:
                yield told.format(fault=reason.said)


def _sources(change: Change) -> Iterator[str]:
    before, after = (
        {(one.document, one.quote): from_citation(one) for one in case.record.citations}
        for case in (change.before, change.after)
    )
    for source in sorted({after[key] for key in after.keys() - before.keys()}):
        yield texts.NEW_SOURCE.format(source=source)
    for source in sorted({before[key] for key in before.keys() - after.keys()}):
        yield texts.LOST_SOURCE.format(source=source)


def _ranks(change: Change) -> Iterator[str]:
    before, after = change.before.rank, change.after.rank
    if before != after:
        yield texts.RANK_MOVED.format(
            before=before or texts.NOT_RANKED, after=after or texts.NOT_RANKED
        )
