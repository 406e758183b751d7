"""A recommendation called a decision, or a decision called a recommendation."""

import re

from eval.measures.citing import covers
from eval.measures.measure import Measure, Pair
from eval.measures.quotes import needed

# What a quote may be said to be: what a meeting did, or what was put before it. The other words
# ("aftaletekst", "tekst") claim nothing of a meeting.
DONE = frozenset(
    "besluttet,anbefalet videre,enighed,taget til efterretning,drøftet,udsat,referat".split(",")
)
NOT_DONE = frozenset("indstillet,ikke registreret,sagsfremstilling,bilag".split(","))
# What is wrong for a text under a heading, by the heading's first word.
WRONG = {
    "beslutning": NOT_DONE,
    "referat": NOT_DONE,
    "indstilling": DONE,
    "sagsfremstilling": DONE,
    "baggrund": DONE,
    "resume": DONE,
    "resumé": DONE,
    "bilag": DONE,
}
WORD = re.compile(r"\w+")


def of(pair: Pair) -> float | None:
    """1 where all citations of the right text are said to be what it is not, else 0.

    `None` where nothing is cited, or the set does not say under which heading the answer stands.
    All, as a set gives one heading, and an answer may have quotes under several. Only the text
    that the set gives is judged: a wrong label on another text is not seen, nor is a sentence of
    ours that tells it wrong in other words.
    """
    heading = WORD.search((pair.item.section or "").lower())
    wrong = WRONG.get(heading[0]) if heading else None
    if wrong is None or not pair.record.citations:
        return None
    golds = needed(pair.item.references)
    told = [c.outcome for c in pair.record.citations if any(covers(c, one) for one in golds)]
    return float(bool(told) and all(outcome in wrong for outcome in told))


OUTCOME_ERROR = Measure(
    "outcome_error",
    "Share of the answers that call a recommendation a decision, or the other way round.",
    "share",
    -1,
    of,
)
