"""What an English word may be in Danish, and whether a question is English at all.

The lexicon was learnt from parallel headings and sentences (IBM model 1, Brown et al. 1993) and
from the glosses of our own word list; `docs/model-card.md` names the sources.
"""

from functools import lru_cache
from pathlib import Path

from index.tokens import SMALL, tokens

LEXICON = Path(__file__).with_name("lexicon_en_da.tsv")
FUNCTION = frozenset(
    """a about an and any are at be because been but by can could did do does for from had has
    have how i if in into is it its may me must my no not of on or our shall should some than
    that the their then there these they this those to us was we were what when where which
    who whose why will with would you your""".split()
)


def is_english(text: str) -> bool:
    """Whether a question is English: it has more of its function words than of Danish ones."""
    found = tokens(text)
    english = sum(token in FUNCTION and token not in SMALL for token in found)
    danish = sum(token in SMALL and token not in FUNCTION for token in found)
    return english > danish


def translations(word: str) -> dict[str, float]:
    """Danish words for an English one, with their probabilities; none for an unknown one."""
    return _lexicon().get(word, {})


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        word, _, said = line.partition("\t")
        pairs = (each.rpartition(":") for each in said.split())
        found[word] = {danish: float(share) for danish, _, share in pairs}
    return found
