"""What a ranking is worth: one measure a module, each a number from 0 to 1 for one question."""

from eval.measures.evidence import evidence
from eval.measures.interval import Difference, difference
from eval.measures.ndcg import ndcg
from eval.measures.quotes import Gold, letters, shows
from eval.measures.reciprocal_rank import reciprocal_rank

__all__ = [
    "Difference",
    "Gold",
    "difference",
    "evidence",
    "letters",
    "ndcg",
    "reciprocal_rank",
    "shows",
]
