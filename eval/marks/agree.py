"""How far two readers agree, and how far a measure agrees with a reader."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.marks.mark import Mark
from eval.marks.units import Aspect, Judge, Said, Unit, free, in_three, units, verdict, whole
from eval.measures.catalogue import by_name
from eval.measures.kappa import Kappa, kappa
from eval.measures.measure import Pair

POOR = 0.6  # below it a measure is told to agree poorly (Landis and Koch 1977: "moderate" ends)
Marks = Mapping[str, Mark]


STATUS = ("outcome_error", "force_error", "year_error")


def _answered(pair: Pair) -> float | None:
    """Nugget recall; of an unanswerable question, whether the answer says so."""
    return by_name("nuggets" if pair.item.answerable else "right_abstain").of(pair)


def _told_wrong(pair: Pair) -> float | None:
    """1 where any measure of status errors sees one; `None` where none applies."""
    found = [value for name in STATUS if (value := by_name(name).of(pair)) is not None]
    return max(found, default=None)


JUDGES: dict[Aspect, dict[str, Judge]] = {
    Aspect.ANSWERS: {"nuggets, right_abstain": in_three(_answered)},
    Aspect.NUGGET: {"nuggets": whole(by_name("nuggets").of)},
    Aspect.CITATION: {"cite_precision": whole(by_name("cite_precision").of)},
    Aspect.SUPPORTED: {name: whole(by_name(name).of) for name in ("verbatim_said", "provenance")},
    Aspect.STATUS: {
        **{name: free(by_name(name).of) for name in STATUS},
        "any of them": free(_told_wrong),
    },
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two judges of the same things; `table` counts what they said, the first one's word first.

    `kappa` is `None` where one of them, or both, said the same of everything or nothing.
    """

    aspect: Aspect
    first: str
    second: str
    table: Mapping[tuple[str, str], int]
    kappa: Kappa | None

    @property
    def n(self) -> int:
        """The things that both judged."""
        return sum(self.table.values())

    @property
    def same(self) -> float:
        """The share of them that they judged alike."""
        return sum(many for (one, other), many in self.table.items() if one == other) / self.n

    @property
    def rarer(self) -> int:
        """How often the first gave the verdict that it gave least."""
        said: Counter[str] = Counter()
        for (one, _), many in self.table.items():
            said[one] += many
        return min(said.values())


def readers(pairs: Sequence[Pair], named: Mapping[str, Marks]) -> list[Agreement]:
    """Each two readers, aspect by aspect."""
    names = sorted(named)
    return [
        made
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        for aspect in Aspect
        if (
            made := _agreement(aspect, (one, other), _both(pairs, aspect, named[one], named[other]))
        )
    ]


def measures(pairs: Sequence[Pair], name: str, marks: Marks) -> list[Agreement]:
    """A reader and each measure that judges what the reader judged."""
    return [
        made
        for aspect, judges in JUDGES.items()
        for measure, judge in judges.items()
        if (made := _agreement(aspect, (name, measure), _judged(pairs, aspect, marks, judge)))
    ]


def _both(
    pairs: Sequence[Pair], aspect: Aspect, one: Marks, other: Marks
) -> Iterable[tuple[Said | None, Said | None]]:
    for unit in _units(pairs, aspect):
        id_ = unit.pair.record.id
        if id_ in one and id_ in other:
            yield verdict(one[id_], unit), verdict(other[id_], unit)


def _judged(
    pairs: Sequence[Pair], aspect: Aspect, marks: Marks, judge: Judge
) -> Iterable[tuple[Said | None, Said | None]]:
    for unit in _units(pairs, aspect):
        if mark := marks.get(unit.pair.record.id):
            yield verdict(mark, unit), judge(unit.marked)


def _units(pairs: Sequence[Pair], aspect: Aspect) -> Iterable[Unit]:
    return (unit for pair in pairs for unit in units(pair) if unit.aspect is aspect)


def _agreement(
    aspect: Aspect, names: tuple[str, str], said: Iterable[tuple[Said | None, Said | None]]
) -> Agreement | None:
    """`None` where there is nothing that both judged."""
    both = [(_word(one), _word(other)) for one, other in said if None not in (one, other)]
    if not both:
        return None
    first, second = [one for one, _ in both], [other for _, other in both]
    found = kappa(first, second)
    return Agreement(aspect, *names, table=Counter(both), kappa=found)


def _word(said: Said | None) -> str:
    return str(said) if isinstance(said, str) else "yes" if said else "no"
