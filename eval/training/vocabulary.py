"""Which words get a unit of their own, and which may be parts of others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.compounds import Splitter
from index.meaning.units import Units
from index.tokens import phrasing, stem, words

OWN, PART = 4, 3  # times a word must have been met
GLOSSED = 5  # times a word counts because we wrote a gloss for it


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Stems: those with a unit of their own in order, and what compounds are made of."""

    words: list[str]
    parts: Counter[str]

    @property
    def units(self) -> Units:
        """Texts as units, as the model's users number them."""
        return Units(self.words, self.parts)


def vocabulary(texts: Iterable[str], labels: Sequence[str], glossed: Iterable[str]) -> Vocabulary:
    """The words of the texts, of the fagordbog's labels, and those with a gloss."""
    known = dict.fromkeys(glossed, GLOSSED)
    counts = Counter(known)
    for label in labels:
        counts.update(words(label))
    for text in texts:
        counts.update(map(stem, phrasing(text)))
    splitter = Splitter(Counter({word: n for word, n in counts.items() if n >= PART}))
    own = [
        word for word, n in counts.most_common() if word.isalpha() and (n >= OWN or word in known)
    ]
    rare = dict.fromkeys(stem(token) for label in labels for token in phrasing(label))
    wanted = [word for word in rare if word.isalpha() and not splitter.parts(word)]
    return Vocabulary(list(dict.fromkeys((*own, *wanted))), Counter(splitter.vocabulary))
