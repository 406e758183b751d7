"""How long an answer is."""

from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """The characters of the whole answer, quotes and list of sources included."""
    return float(len(pair.record.answer))


CHARACTERS = Measure("chars", "Length of the answer.", "characters", 0, of)
