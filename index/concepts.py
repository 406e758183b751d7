"""Passages and questions as the concepts of the fagordbog they name, each one term.

A concept with many words counts once, by the surest of them, and is as rare as the concept is in
the collection, whichever words stand for it.
"""

from collections.abc import Callable, Iterable, Sequence

from index.fagordbog.concept import Kind
from index.fagordbog.matcher import Matcher, Named

# How much a word says that its concept is meant, in a question and in a passage. Passages are
# written by professionals: an everyday word in them is often just a word.
ASKED = {
    Kind.PREFERRED: 1.0,
    Kind.PROFESSIONAL: 1.0,
    Kind.ABBREVIATION: 1.0,
    Kind.OLDER: 0.9,
    Kind.NEWER: 0.9,
    Kind.EVERYDAY: 0.8,
    Kind.ENGLISH: 0.8,
}
WRITTEN = {**ASKED, Kind.EVERYDAY: 0.7, Kind.ENGLISH: 0.0}
AMBIGUOUS_ASKED, AMBIGUOUS_WRITTEN = 0.6, 0.5

Linked = Callable[[int], dict[int, float]]


def written(matcher: Matcher, text: str) -> dict[int, float]:
    """The concepts a passage's text names, 0 to 1."""
    return _surest((named, _weight_written(named)) for named in matcher.named(text))


def asked(found: Sequence[Named], *, english: bool) -> dict[int, float]:
    """The concepts a question names; English words count in an English question alone."""
    return _surest(
        (named, weight_of(named))
        for named in found
        if english or named.phrase.kind is not Kind.ENGLISH
    )


def weight_of(named: Named) -> float:
    """What a word of a question says of its concept; 0 to 1."""
    ambiguous = AMBIGUOUS_ASKED if named.phrase.ambiguous else 1.0
    return ASKED[named.phrase.kind] * ambiguous * named.strength


def _weight_written(named: Named) -> float:
    ambiguous = AMBIGUOUS_WRITTEN if named.phrase.ambiguous else 1.0
    return WRITTEN[named.phrase.kind] * ambiguous * named.strength


def with_linked(named: dict[int, float], linked: Linked, share: float) -> dict[int, float]:
    """The named concepts, and those linked to them at `share` of their links' shares."""
    found = dict(named)
    if share:
        for number, weight in named.items():
            for other, part in linked(number).items():
                found[other] = max(found.get(other, 0.0), weight * part * share)
    return found


def _surest(weighed: Iterable[tuple[Named, float]]) -> dict[int, float]:
    found: dict[int, float] = {}
    for named, sure in weighed:
        number = named.phrase.concept
        if sure > found.get(number, 0.0):
            found[number] = sure
    return found
