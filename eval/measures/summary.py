"""What a run is worth: every measure over all questions, and over those of each type."""

from collections.abc import Collection, Mapping

from eval.measures.estimate import Estimate, estimate
from eval.measures.scores import Scores


def overall(scores: Scores) -> dict[str, Estimate]:
    """The mean of each measure that applies to any question."""
    return _of(scores, None)


def by_type(scores: Scores) -> Mapping[str, dict[str, Estimate]]:
    """The same for each type of question, in the order of the alphabet."""
    return {
        type_: _of(scores, scores.of_type(type_)) for type_ in sorted(set(scores.types.values()))
    }


def _of(scores: Scores, ids: Collection[str] | None) -> dict[str, Estimate]:
    found = {name: estimate(list(scores.values(name, ids).values())) for name in scores.measures}
    return {name: one for name, one in found.items() if one}
