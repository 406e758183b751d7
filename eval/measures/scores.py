"""The numbers of a run: of every question, by the name of the measure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """`of` is question, then measure, then number; `None` where a measure does not apply.

    `types` has the type of each question, `measures` the names in the order of a report.
    """

    measures: tuple[str, ...]
    of: Mapping[str, Mapping[str, float | None]]
    types: Mapping[str, str]

    def values(self, measure: str, ids: Collection[str] | None = None) -> dict[str, float]:
        """The numbers of a measure by question, where it applies; of `ids` alone if given."""
        return {
            id_: value
            for id_, numbers in self.of.items()
            if (ids is None or id_ in ids) and (value := numbers.get(measure)) is not None
        }

    def of_type(self, type_: str) -> Sequence[str]:
        """The questions of a type."""
        return [id_ for id_ in self.of if self.types[id_] == type_]


def both(before: Scores, after: Scores, measure: str) -> tuple[list[float], list[float]]:
    """The numbers of the questions that the measure applies to in both runs, in one order."""
    old, new = before.values(measure), after.values(measure)
    shared = [id_ for id_ in old if id_ in new]
    return [old[id_] for id_ in shared], [new[id_] for id_ in shared]
