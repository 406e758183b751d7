"""What is gated, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.errors import EvalError
from eval.measures.catalogue import MEASURES
from eval.measures.measure import Measure

# The chance that a build fails though nothing became worse: one in twenty that change something.
ALPHA = 0.05

# One such answer may do harm by itself, so no number of better ones makes up for it: a caseworker
# acts on what was only recommended, is a draft, struck or of another year, quotes what nobody
# wrote, or reads what is closed.
NEVER = (
    "must_not",
    "outcome_error",
    "force_error",
    "year_error",
    "verbatim",
    "verbatim_said",
    "provenance",
)

# What a reader meets of an answer, one number for each: the place was found, told, cited and
# named, no answer was kept back and none was made up. Not more: each measure that is added makes
# it harder for all to fail (Holm), and these see what the others would. Recall of citations falls
# with nuggets, RR@10 and evidence with nDCG@10; length is no quality; seconds differ by machine.
FALLING = (
    "nDCG@10",
    "nuggets",
    "cite_precision",
    "attribution",
    "wrong_abstain",
    "right_abstain",
)


class UnknownMeasure(EvalError):
    """A measure that there is not, or that cannot be gated."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`never` may be worse for no question, `falling` not significantly on the whole."""

    never: tuple[Measure, ...]
    falling: tuple[Measure, ...]
    alpha: float = ALPHA

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All that is gated."""
        return (*self.never, *self.falling)


def rules(names: Sequence[str] = (), alpha: float = ALPHA) -> Rules:
    """The rules for the measures of these names, all that are gated where none is named."""
    known = {measure.name: measure for measure in MEASURES}
    gateable = {name for name, measure in known.items() if measure.better}
    unknown = [name for name in names if name not in gateable]
    if unknown:
        raise UnknownMeasure(
            f"'{unknown[0]}' cannot be gated; choose of {', '.join(sorted(gateable))}"
        )
    wanted = names or (*NEVER, *FALLING)
    return Rules(
        tuple(known[name] for name in wanted if name in NEVER),
        tuple(known[name] for name in wanted if name not in NEVER),
        alpha,
    )
