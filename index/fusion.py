"""Two rankings joined by the weighted sum of their scores.

Scores say more than ranks: a clear winner of one leg stays one. Our own model's nearness is added
to the words' score as it is, the more the less of the question the words have found. Of another
model nobody knows what a nearness of 0.8 says: both legs are brought to 0..1, and what weight it
deserves is measured on the collection itself (`selfcheck`).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from index.asked import Asked
from index.passage import Hit
from index.store import Scored
from index.weights import Weights

# Score of the best passage for each unit of the question's weight: who asks in other words than the
# documents gets 0.7 to 1.6, who asks in theirs 1.4 to 5.
FEW, MANY = 1.2, 2.0
CANDIDATES = 200  # passages a leg gives at most


def fused(lexical: Sequence[Scored], dense: Sequence[Scored], weight: float) -> list[Hit]:
    """All that either leg found, best first; `weight` is the dense leg's share, 0 to 1.

    A passage that a leg did not find has there what its worst has.
    """
    scores: dict[int, float] = defaultdict(float)
    why: dict[int, tuple[str, ...]] = defaultdict(tuple)
    passages = {found.passage.id: found.passage for found in (*lexical, *dense)}
    for name, share, ranking in (("lexical", 1 - weight, lexical), ("dense", weight, dense)):
        for found, score in zip(ranking, _levelled(ranking), strict=True):
            scores[found.passage.id] += share * score
            why[found.passage.id] += (name,)
    ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
    return [Hit(passages[id_], scores[id_], why[id_]) for id_ in ranked]


def added(
    lexical: Sequence[Scored],
    dense: Sequence[Scored],
    asked: Asked,
    weights: Weights,
    *,
    known: float = 1.0,
) -> list[Hit]:
    """All that either leg found: the words' score and our model's nearness.

    `known` is the share of the question's words that the model knows.
    """
    weight = known * nearness_weight(lexical, asked, weights)
    dense = dense if weight else ()  # a question none of whose words the model knows
    passages = {found.passage.id: found.passage for found in (*lexical, *dense)}
    said = {found.passage.id: found.score for found in lexical}
    near = {found.passage.id: max(0.0, found.score) for found in dense}
    least_said, least_near = _least(said.values()), _least(near.values())
    return [
        Hit(
            passage,
            said.get(id_, least_said) + weight * near.get(id_, least_near),
            tuple(leg for leg, ids in (("lexical", said), ("dense", near)) if id_ in ids),
        )
        for id_, passage in passages.items()
    ]


def _least(scores: Collection[float]) -> float:
    """What a passage has that a leg did not find: nothing, unless the leg stopped at its most."""
    return min(scores) if len(scores) >= CANDIDATES else 0.0


def nearness_weight(lexical: Sequence[Scored], asked: Asked, weights: Weights) -> float:
    """What a nearness of 1 is worth: much where the best passage has few of the question's words.

    Between `FEW` and `MANY` of the question's weight it goes in a line from the one to the other.
    """
    whole = sum(asked.plain.values())
    found = lexical[0].score / whole if lexical and whole else 0.0
    surely = min(1.0, max(0.0, (found - FEW) / (MANY - FEW)))
    return weights.meaning + (weights.meaning_least - weights.meaning) * surely


def _levelled(ranking: Sequence[Scored]) -> list[float]:
    """Its scores with the worst at 0 and the best at 1; all at 1 where they are the same."""
    scores = [found.score for found in ranking]
    low, high = min(scores, default=0.0), max(scores, default=0.0)
    return [(score - low) / (high - low) if high > low else 1.0 for score in scores]
