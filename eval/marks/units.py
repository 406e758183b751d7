"""What there is to judge about an answer, one thing at a time, and what a measure says of it.

A measure's number for a whole answer is taken apart: it is asked about one nugget or one citation
alone, so that it is compared with a verdict on the same thing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from eval.marks.mark import Mark, Verdict
from eval.measures.measure import Pair

Said = str | bool


class Aspect(StrEnum):
    """What is judged."""

    ANSWERS = "answers"
    NUGGET = "nugget"
    CITATION = "citation"
    SUPPORTED = "supported"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to judge: an answer's aspect, or its nugget or citation number `n` from 0."""

    pair: Pair
    aspect: Aspect
    n: int = 0

    @property
    def marked(self) -> Pair:
        """The question and the answer, with no other nugget or citation than this one."""
        item, record = self.pair.item, self.pair.record
        if self.aspect is Aspect.NUGGET:
            return replace(self.pair, item=replace(item, nuggets=(item.nuggets[self.n],)))
        if self.aspect is Aspect.CITATION:
            only = replace(record, citations=(record.citations[self.n],))
            return replace(self.pair, record=only)
        return self.pair


def units(pair: Pair) -> Iterator[Unit]:
    """All there is to judge about the answer; of one that cites nothing its sources are not."""
    yield Unit(pair, Aspect.ANSWERS)
    yield from (Unit(pair, Aspect.NUGGET, n) for n in range(len(pair.item.nuggets)))
    yield from (Unit(pair, Aspect.CITATION, n) for n in range(len(pair.record.citations)))
    if pair.record.citations:
        yield Unit(pair, Aspect.SUPPORTED)
        yield Unit(pair, Aspect.STATUS)


def verdict(mark: Mark, unit: Unit) -> Said | None:
    """What the reader said of it; `None` where nothing."""
    match unit.aspect:
        case Aspect.ANSWERS:
            return mark.answers
        case Aspect.NUGGET:
            return _at(mark.nuggets, unit.n)
        case Aspect.CITATION:
            return _at(mark.citations, unit.n)
        case Aspect.SUPPORTED:
            return mark.supported
        case Aspect.STATUS:
            return mark.status


def _at(given: tuple[bool | None, ...], n: int) -> bool | None:
    return given[n] if n < len(given) else None


Judge = Callable[[Pair], Said | None]


def whole(of: Callable[[Pair], float | None]) -> Judge:
    """A measure as a judge that says yes where it gives 1."""

    def said(pair: Pair) -> bool | None:
        value = of(pair)
        return None if value is None else value >= 1

    return said


def free(of: Callable[[Pair], float | None]) -> Judge:
    """A measure of errors as a judge that says yes where there are none."""

    def said(pair: Pair) -> bool | None:
        value = of(pair)
        return None if value is None else value <= 0

    return said


def in_three(of: Callable[[Pair], float | None]) -> Judge:
    """A share as a judge of whole answers: all, some or none."""

    def said(pair: Pair) -> Verdict | None:
        value = of(pair)
        if value is None:
            return None
        return Verdict.YES if value >= 1 else Verdict.PARTLY if value > 0 else Verdict.NO

    return said
