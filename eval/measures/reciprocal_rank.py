"""Reciprocal rank: one over the place of the first passage that shows a quote."""

from collections.abc import Sequence

from eval.measures.quotes import Gold, letters, shows


def reciprocal_rank(golds: Sequence[Gold], texts: Sequence[str], depth: int = 10) -> float:
    """1 for the first passage, 1/2 for the second, 0 where none of the first `depth` has one."""
    for rank, text in enumerate(texts[:depth], 1):
        said = letters(text)
        if any(shows(said, gold.quote) for gold in golds):
            return 1 / rank
    return 0.0
