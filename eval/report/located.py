"""Where the right place stands among what was found."""

from eval.measures.measure import Pair
from eval.measures.quotes import letters, shows


def right_ranks(pair: Pair) -> list[int]:
    """The numbers of the passages that show a quote that answers, best first."""
    quotes = [one.quote for one in pair.item.references]
    said = [letters(passage.text) for passage in pair.record.passages]
    return [n for n, text in enumerate(said, 1) if any(shows(text, quote) for quote in quotes)]
