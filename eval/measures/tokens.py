"""What a language model cost: the tokens that it read and wrote."""

from eval.measures.measure import Measure, Pair


def of(pair: Pair) -> float | None:
    """Tokens of one answer; `None` where no model was asked, or it did not say."""
    tokens = pair.record.tokens
    return None if tokens is None else float(tokens)


TOKENS = Measure("tokens", "Tokens that a language model read and wrote.", "tokens", -1, of)
