"""What rankings and answers are worth: one measure a module, each a number for one question."""

from eval.measures.evidence import evidence
from eval.measures.interval import Difference, difference
from eval.measures.measure import Documents, Measure, Pair
from eval.measures.ndcg import ndcg
from eval.measures.quotes import letters, shows
from eval.measures.reciprocal_rank import reciprocal_rank

__all__ = [
    "Difference",
    "Documents",
    "Measure",
    "Pair",
    "difference",
    "evidence",
    "letters",
    "ndcg",
    "reciprocal_rank",
    "shows",
]
