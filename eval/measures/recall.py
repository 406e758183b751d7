"""Recall: the share of the quotes that answer, in the first passages of a ranking."""

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import shown, together


def recall_at(depth: int) -> Measure:
    """Recall in the first `depth` passages, quotes standing for relevant documents."""

    def of(pair: Pair) -> float | None:
        """`None` where the documents do not answer."""
        texts = [passage.text for passage in pair.record.passages[:depth]]
        references = pair.item.references
        return shown(references, together(texts)) if references else None

    meaning = f"Share of the quotes that answer, in the first {depth} passages found."
    return Measure(f"R@{depth}", meaning, "share", 1, of)
