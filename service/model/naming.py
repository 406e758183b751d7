"""Names of a sentence: they stand in what it cites, and what is told of one is not of another."""

import re
from collections.abc import Iterator, Sequence

from index.tokens import SMALL
from service.model.evidence import Evidence, Passage
from service.model.wording import NEUTRAL, NO_NAMES
from service.model.words import Words, bare, content, names

# How common nouns end; at the beginning of a sentence they have a capital too.
COMMON = re.compile(
    r"(?:erne|inger|ingen|tion(?:en|er)?|skab(?:et)?|hed(?:en|er)?|else[nr]?|kast(?:et)?|udvalg(?:et)?"
    r"|tilbud(?:det)?|ordning|tekst(?:en)?|plads(?:en|er)?|sag(?:en|er)?|aftale[nr]?|tid(?:en)?)$"
)


def names_stand(text: str, question: str, cited: Sequence[Evidence], best: Passage) -> bool:
    """Whether each name stands in the sentence of the source it comes from.

    One that stands only in the words for the place or in the question is let through where that
    sentence names nobody: the answer to "What does Fjordby pay?" must not turn what Havby pays into
    Fjordby's.
    """
    around = [each.label.words for each in cited] + [Words(question)]
    for name in said(text):
        if best.words.has_name(name):
            continue
        if any(said(best.text)) or any(_elsewhere(each, name) for each in cited):
            return False
        if not any(words.has_name(name) for words in around):
            return False
    return True


def _elsewhere(each: Evidence, name: str) -> bool:
    """Whether another sentence of the source tells of the name, and the place does not."""
    return each.whole.words.has_name(name) and not each.label.words.has_name(name)


def swapped(text: str, best: Passage) -> bool:
    """Whether names stand in another order than in the source: who pays whom is told by order."""
    order = [bare(name) for name in said(best.text)]
    told = iter(order)
    return not all(name in told for name in map(bare, said(text)) if name in order)


def of_another(text: str, cited: Sequence[Evidence]) -> bool:
    """Whether a word is told of a name that the source tells of other names alone."""
    own = {bare(name) for name in said(text)}
    units = [unit for each in cited for unit in each.sentences]
    told = {bare(name) for unit in units for name in said(unit.text)}
    if not own & told:
        return False
    others = [u for u in units if (found := {bare(n) for n in said(u.text)}) and not found & own]
    rest = [unit for unit in units if unit not in others] + [each.label for each in cited]
    for word in content(text):
        if bare(word) in own:
            continue
        hits = [unit.words.has(word) for unit in others]
        if any(hits) and not any(unit.words.has(word) for unit in rest):
            return True
    return False


def said(text: str) -> Iterator[str]:
    """The names of a sentence; small words and common nouns at its beginning are none."""
    first = text.lstrip(" •–-").split(" ", 1)[0]
    for name in names(text):
        common = name == first and COMMON.search(name)
        if not common and name.lower() not in SMALL | NEUTRAL | NO_NAMES:
            yield name
