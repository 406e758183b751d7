"""Long figures that differ in their last digits alone: one figure, however it is put."""

import re
from collections.abc import Sequence

from service.conflicts.claims import Said, said, telling
from service.conflicts.figures import Claim, Sort
from service.conflicts.scope import same_edition, same_kind, years_above
from service.conflicts.stated import Conflict, Stated

NEAR = 0.001  # share of the figure
LONG = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{4,}")
LEAST_SHARED = 2  # words, those of the headings among them
BEGINNING = 5  # letters that forms of a word share
ROW_FIGURES = 3  # without a unit; a sentence has fewer


def twins(told: Stated, other: Stated) -> Conflict | None:
    """Two long figures that differ in their last digits, of the same years and much the same words.

    At least one stands in a sentence: tables have many figures, and some are alike by chance.
    """
    one, two = said(told.text), said(other.text)
    if (tabular(one) and tabular(two)) or not same_kind(told, other):
        return None
    if not _same_years(told, other) or len(_in_common(told, other)) < LEAST_SHARED:
        return None
    if one.names - {one.first} - two.words and two.names - {two.first} - one.words:
        return None
    for x in long_figures(one):
        for y in long_figures(two):
            if _near(float(x.value), float(y.value)) and _comparable(x, y):
                return Conflict(told, other, x.written, y.written)
    return None


def long_figures(one: Said) -> list[Claim]:
    """The figures that are so exact that another like them is no chance."""
    return [claim for claim in one.claims if _is_long(claim)]


def may_be_twins(figures: Sequence[Claim], text: str) -> bool:
    """Whether `text` has a figure near one of `figures`; quick, as it is asked of every text."""
    if not figures:
        return False
    theirs = [float(figure.replace(".", "")) for figure in LONG.findall(text)]
    return any(_near(float(claim.value), y) for claim in figures for y in theirs)


def tabular(one: Said) -> bool:
    """Whether it is a table's row or a line that was one."""
    return one.row or sum(claim.sort is Sort.BARE for claim in one.claims) >= ROW_FIGURES


def _is_long(claim: Claim) -> bool:
    if claim.sort not in (Sort.MONEY, Sort.COUNT, Sort.BARE) or claim.rounded or claim.grain != 1:
        return False
    exact = float(claim.value) >= 1000 and float(claim.value) % 100 != 0
    # Four bare digits in a sentence are a telephone's or a post office's.
    return exact and (claim.sort is not Sort.BARE or "." in claim.written or bool(claim.column))


def _near(x: float, y: float) -> bool:
    return 0 < abs(x - y) <= NEAR * x


def _comparable(x: Claim, y: Claim) -> bool:
    if Sort.BARE in (x.sort, y.sort):
        return True
    return x.sort is y.sort and x.unit.split()[-1:] == y.unit.split()[-1:]


def _same_years(told: Stated, other: Stated) -> bool:
    mine = said(told.text).years | years_above(told)
    theirs = said(other.text).years | years_above(other)
    return bool(mine & theirs) if mine or theirs else same_edition(told, other)


def _in_common(told: Stated, other: Stated) -> set[str]:
    """The beginnings of words that stand in one and in or above the other."""
    mine, theirs = _begins(told.text), _begins(other.text)
    above, over = (_begins(" ".join(stated.headings)) for stated in (told, other))
    return (mine & (theirs | over)) | (theirs & (mine | above))


def _begins(text: str) -> set[str]:
    return {word[:BEGINNING] for word in telling(text) if len(word) > 3}
