"""Which other concepts are meant a little where one is named."""

from collections import defaultdict
from collections.abc import Sequence

from index.fagordbog.concept import Concept, Relation

# Who asks for a concept is served by its kinds, and less by what it is a kind of. Related concepts
# are not meant: the measured loss was larger than the gain.
SHARES = {Relation.NARROWER: 0.5, Relation.BROADER: 0.3}
INVERSE = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}


def links(concepts: Sequence[Concept]) -> list[dict[int, float]]:
    """For each concept the numbers of those linked to it, either way, with their shares."""
    numbers = {concept.term.casefold(): number for number, concept in enumerate(concepts)}
    found: list[dict[int, float]] = [defaultdict(float) for _ in concepts]
    for number, concept in enumerate(concepts):
        for relation, term in concept.links:
            other = numbers.get(term.casefold())
            if other is None or relation not in SHARES:
                continue
            found[number][other] = max(found[number][other], SHARES[relation])
            back = SHARES[INVERSE[relation]]
            found[other][number] = max(found[other][number], back)
    return [dict(linked) for linked in found]
