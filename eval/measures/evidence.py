"""Evidence within a budget: the share of the quotes a reader meets in so many characters."""

from collections.abc import Sequence

from eval.measures.quotes import Gold, letters, shows


def evidence(golds: Sequence[Gold], texts: Sequence[str], budget: int) -> float:
    """The share of `golds` in the first `budget` characters of `texts`, read best first.

    A budget and no number of passages, as passages of different systems differ in size.
    """
    read = "|".join(letters(text) for text in _within(texts, budget))
    needed = [gold for gold in golds if not gold.alt] or golds
    stand_in = any(shows(read, gold.quote) for gold in golds if gold.alt)
    return sum(stand_in or shows(read, gold.quote) for gold in needed) / len(needed)


def _within(texts: Sequence[str], budget: int) -> list[str]:
    taken: list[str] = []
    for text in texts:
        if budget <= 0:
            break
        taken.append(text[:budget])
        budget -= len(text)
    return taken
