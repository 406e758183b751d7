"""Many texts by the stems they have, so that few of them must be read for one subject."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from index.subject import Subject


class Stemmed:
    """Texts that are asked again and again which of them name a subject."""

    def __init__(self, texts: Iterable[str], stems: Callable[[str], set[str]]) -> None:
        self._texts = frozenset(texts)
        self._having: dict[str, list[str]] = defaultdict(list)
        for text in self._texts:
            for stem in stems(text):
                self._having[stem].append(text)

    def narrowed(self, subject: Subject) -> Subject:
        """The subject, knowing which of the texts cannot name it."""
        having = (texts for stem, texts in self._having.items() if subject.may_be_named_by(stem))
        return replace(subject, lacking=self._texts.difference(chain.from_iterable(having)))
