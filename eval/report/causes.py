"""What went wrong most often, over all questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eval import texts
from eval.report.case import Case

SHOWN = 8  # questions that are named


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of failures and the ids of the questions it struck."""

    kind: str
    ids: tuple[str, ...]

    @property
    def name(self) -> str:
        """The cause in a few words."""
        return texts.WHY_SHORT[self.kind]

    @property
    def advice(self) -> str:
        """What may be done about it."""
        return texts.ADVICE[self.kind]

    @property
    def shown(self) -> tuple[str, ...]:
        """The questions that are named."""
        return self.ids[:SHOWN]

    @property
    def more(self) -> int:
        """How many are not."""
        return len(self.ids) - len(self.shown)


def causes(cases: Sequence[Case]) -> list[Cause]:
    """The causes, the most frequent first."""
    struck = [(reason.kind, case.item.id) for case in cases for reason in case.reasons]
    counted = Counter(kind for kind, _ in struck)
    return [
        Cause(kind, tuple(id_ for one, id_ in struck if one == kind))
        for kind, _ in counted.most_common()
    ]
