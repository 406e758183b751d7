"""Cohen's kappa: how far two judges agree beyond what chance would give (Cohen 1960)."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Kappa:
    """`value` is 1 where the judges always agree, 0 at chance; `error` its standard error.

    `agreement` is the share of the cases that they agree on. After Landis and Koch (1977) 0.41 is
    moderate, 0.61 substantial and 0.81 almost perfect; where nearly all cases are of one class,
    kappa is low though the judges agree (Feinstein and Cicchetti 1990): read `agreement` with it.
    """

    value: float
    error: float
    agreement: float
    n: int


def kappa(one: Sequence[Hashable], other: Sequence[Hashable]) -> Kappa | None:
    """Of two judges' classes for the same cases in order; `None` where chance explains all.

    The standard error is that of Fleiss, Cohen and Everitt (1969) for any kappa. Raises
    `ValueError` where the judges have different numbers of cases.
    """
    cells = Counter(zip(one, other, strict=True))
    n = cells.total()
    rows, columns = Counter(one), Counter(other)
    chance = sum(rows[kind] * columns[kind] for kind in rows) / n**2 if n else 1.0
    if chance == 1:
        return None
    agreed = sum(many for (a, b), many in cells.items() if a == b) / n
    value = (agreed - chance) / (1 - chance)
    spread = sum(
        many / n * _term(rows[b] / n + columns[a] / n, value, same=a == b)
        for (a, b), many in cells.items()
    )
    variance = (spread - (value - chance * (1 - value)) ** 2) / (n * (1 - chance) ** 2)
    return Kappa(value, sqrt(max(0.0, variance)), agreed, n)


def _term(margins: float, value: float, *, same: bool) -> float:
    return ((1 if same else 0) - margins * (1 - value)) ** 2
