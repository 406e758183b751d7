"""Evidence within a budget: the share of the quotes a reader meets in so many characters."""

from collections.abc import Sequence

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import shown, together
from eval.sets.item import Reference


def evidence(references: Sequence[Reference], texts: Sequence[str], budget: int) -> float:
    """The share of `references` in the first `budget` characters of `texts`, read best first.

    A budget and no number of passages, as passages of different systems differ in size. A quote
    counts as read where 60 % of its runs of 24 letters are (`quotes`).
    """
    return shown(references, together(_within(texts, budget)))


def evidence_at(budget: int) -> Measure:
    """Evidence in the first `budget` characters of a record's passages."""

    def of(pair: Pair) -> float | None:
        """`None` where the documents do not answer."""
        references = pair.item.references
        texts = [passage.text for passage in pair.record.passages]
        return evidence(references, texts, budget) if references else None

    meaning = f"Share of the quotes that answer, within the first {budget:,} characters found."
    return Measure(f"evidence@{budget}", meaning, "share", 1, of)


def _within(texts: Sequence[str], budget: int) -> list[str]:
    taken: list[str] = []
    for text in texts:
        if budget <= 0:
            break
        taken.append(text[:budget])
        budget -= len(text)
    return taken
