"""Where two sources disagree: the same thing told by nearly the same words with another value.

A disagreement that is none misleads more than one that is missed, so whatever may tell two things
apart keeps them apart: another year, place, kind of figure, or a word that the other lacks.
"""

import math
from collections.abc import Sequence

from service.conflicts.claims import Said, said
from service.conflicts.figures import Claim, Sort
from service.conflicts.rules import excepted
from service.conflicts.scope import same_scope
from service.conflicts.stated import Conflict, Stated, statements
from service.conflicts.sums import sums
from service.conflicts.twins import long_figures, may_be_twins, tabular, twins

__all__ = ["Conflict", "Stated", "disagreeing", "statements", "sums"]

# Shares of the words, weighed by rarity among the statements compared.
ALIKE = 0.6
OWN = 0.12  # at most, of the words of the one that has fewer words of its own
OWN_OF_EVENTS = 0.2  # a word more makes another figure of a figure, but hardly another event
LEAST_SHARED = 3  # words
BEGINNING = 7  # letters that forms of a word share
ROUGHLY = 0.5  # of the words of what is told, by their beginnings


def disagreeing(told: Stated, others: Sequence[Stated]) -> list[Conflict]:
    """The statements among `others` that say otherwise what `told` says, in their order."""
    pool, long = _Pool(told, others), long_figures(said(told.text))
    found: list[Conflict] = []
    seen = {told.text}
    for place, other in enumerate(others):
        if other.text in seen or other.draft != told.draft:
            continue
        seen.add(other.text)
        conflict = (
            (_worded_alike(told, other, pool) if pool.near(place) else None)
            or (twins(told, other) if may_be_twins(long, other.text) else None)
            or excepted(told, other)
        )
        if conflict:
            found.append(conflict)
    return found


class _Pool:
    """The statements compared: which may be worth reading, and how rare a word is among them."""

    def __init__(self, told: Stated, others: Sequence[Stated]) -> None:
        mine = said(told.text)
        self._texts = [other.text.lower().replace("aa", "å") for other in others]
        worded = mine.claims and not tabular(mine)
        self._begins = {word[:BEGINNING] for word in mine.words} if worded else set()

    def near(self, place: int) -> bool:
        """Whether the statement has enough of the words, roughly; most have not."""
        text = self._texts[place]
        had = sum(begin in text for begin in self._begins)
        return had >= LEAST_SHARED and had >= ROUGHLY * len(self._begins)

    def alike(self, one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
        """The share of all words that both have, and of their own that the closer one has."""
        weight = {word: self._rarity(word) for word in one | other}
        both = sum(weight[word] for word in one & other)
        own = min(
            sum(weight[word] for word in mine - theirs) / sum(weight[word] for word in mine)
            for mine, theirs in ((one, other), (other, one))
        )
        return both / sum(weight.values()), own

    def _rarity(self, word: str) -> float:
        having = sum(word[:BEGINNING] in text for text in self._texts)
        return math.log(1 + len(self._texts) / (having + 0.5))


def _worded_alike(told: Stated, other: Stated, pool: _Pool) -> Conflict | None:
    """Nearly the same words, the same scope, and one value that differs."""
    one, two = said(told.text), said(other.text)
    pair = _only_difference(one, two)
    if not pair or tabular(two) or len(one.words & two.words) < LEAST_SHARED:
        return None
    share, own = pool.alike(one.words, two.words)
    sort = pair[0].sort
    if share < ALIKE or own > (OWN_OF_EVENTS if sort in (Sort.DAY, Sort.YEAR) else OWN):
        return None
    if one.names - two.words and two.names - one.words:  # another place, unit or person
        return None
    if not same_scope(told, other, sort):
        return None
    return Conflict(told, other, pair[0].written, pair[1].written)


def _only_difference(one: Said, two: Said) -> tuple[Claim, Claim] | None:
    """The values that differ, where all else that both give agrees."""
    found: list[tuple[Claim, Claim]] = []
    for key in {_key(claim) for claim in one.claims} & {_key(claim) for claim in two.claims}:
        mine = [claim for claim in one.claims if _key(claim) == key]
        theirs = [claim for claim in two.claims if _key(claim) == key]
        if {claim.value for claim in mine} == {claim.value for claim in theirs}:
            continue
        pair = _differing(mine, theirs)
        if not pair or key[0] is Sort.BARE:
            return None
        found.append(pair)
    return found[0] if len(found) == 1 else None


def _key(claim: Claim) -> tuple[Sort, str]:
    return claim.sort, claim.unit


def _differing(mine: list[Claim], theirs: list[Claim]) -> tuple[Claim, Claim] | None:
    """The one pair that differs, value by value; `None` where it could be one value after all."""
    if len(mine) != len(theirs):
        return None
    pairs = [(x, y) for x, y in zip(mine, theirs, strict=True) if x.value != y.value]
    if len(pairs) != 1 or _could_be_one(*pairs[0]):
        return None
    x, y = pairs[0]
    # "fra 28 til 22 pladser" and "fra 22 til 22 pladser": a value that both have is in no conflict.
    common = {claim.value for claim in mine} & {claim.value for claim in theirs}
    return None if common & {x.value, y.value} else (x, y)


def _could_be_one(x: Claim, y: Claim) -> bool:
    """Whether one is the other rounded, less exact, or another writing of a person's name."""
    if x.sort is Sort.NAME:
        return bool(_names(x) & _names(y))
    if isinstance(x.value, str) or isinstance(y.value, str):
        return False
    if x.rounded or y.rounded:
        return True
    return abs(x.value - y.value) <= max(_coarse(x), _coarse(y)) and _coarse(x) != _coarse(y)


def _coarse(claim: Claim) -> float:
    """What a figure may be off by: 4.000.000 stands for anything near it, 4.061.000 for less."""
    value, grain = float(claim.value), claim.grain
    if claim.sort is Sort.COUNT and value < 1000:
        return grain / 2
    while value and value % (grain * 10) == 0:
        grain *= 10
    return grain / 2


def _names(claim: Claim) -> set[str]:
    return set(str(claim.value).lower().replace("-", " ").split())
