"""Which citations rest on a place that answers: what the measures of citations share."""

from eval.measures.measure import Pair
from eval.measures.quotes import letters, share
from eval.runs.record import Cited
from eval.sets.item import Reference

COVERED = 0.3  # of a gold quote that a citation shows, or
INSIDE = 0.6  # of the citation, where it is a part of the gold quote
LEAST = 20  # letters that such a part has more than


def right(pair: Pair) -> list[Cited]:
    """The citations that show a part of a quote that answers, stand-ins included."""
    return [
        cited
        for cited in pair.record.citations
        if any(covers(cited, one) or _inside(cited, one) for one in pair.item.references)
    ]


def covers(cited: Cited, reference: Reference) -> bool:
    """Whether the citation has a good part of the quote."""
    return share(letters(cited.quote), reference.quote) >= COVERED


def _inside(cited: Cited, reference: Reference) -> bool:
    long = len(letters(cited.quote)) > LEAST
    return long and share(letters(reference.quote), cited.quote) >= INSIDE
