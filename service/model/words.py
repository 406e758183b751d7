"""The words of a text, and whether those of a sentence stand in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from index.tokens import SMALL, stem, tokens
from service.model.dates import dates
from service.model.figures import without
from service.model.wording import NEUTRAL

NAME = re.compile(r"(?<![\w-])[A-ZÆØÅÉÖÄ][\w’]*(?:-\w+)*")
STEM = 5  # letters that words of one kind share at least
PART = 5  # letters that stand before a word in a compound, so that they are a word themselves


@dataclass(frozen=True)
class Words:
    """A text's words, for looking others up in them."""

    text: str

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(tokens(self.text.replace("-", " "))) | frozenset(tokens(self.text))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(token) for token in self._all if token.isalpha())

    @cached_property
    def _names(self) -> frozenset[str]:
        found = (part for name in NAME.findall(self.text) for part in (name, *name.split("-")))
        return frozenset(map(bare, found))

    def has(self, word: str) -> bool:
        """Whether the word, another form of it or a compound with it stands in the text."""
        token = "".join(tokens(word))
        if token in self._all:
            return True
        found = stem(token)
        return found in self._stems or any(_akin(found, other) for other in self._stems)

    def has_name(self, name: str) -> bool:
        """Whether the text has the very name, or the word in small letters in some form.

        "Larsen" is not "Lars", so names must be equal, an "s" apart; "Udvalget" may be "udvalg".
        """
        if bare(name) in self._names or bare(name) in self._all:
            return True
        small = {t for t in tokens(re.sub(NAME, " ", self.text)) if t.isalpha()}
        return stem("".join(tokens(name))) in {stem(word) for word in small}

    @property
    def names(self) -> frozenset[str]:
        """The words written with a capital, also where they only begin a sentence."""
        return self._names


def content(text: str) -> list[str]:
    """The words of a text that claim something, in small letters; no figures, units and dates."""
    plain = without(dates(text)[1])
    found = [word.lower() for word in re.findall(r"[^\W\d_]+(?:[-’][^\W\d_]+)*", plain)]
    return list(_telling(found))


def names(text: str) -> list[str]:
    """The words of a sentence that are written with a capital."""
    return NAME.findall(text)


def bare(name: str) -> str:
    """A name in small letters without the genitive."""
    return re.sub(r"[’']?s$", "", "".join(tokens(name.replace("-", "")))) or name.lower()


def _telling(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        plain = "".join(tokens(word))
        if not {word, plain} & (SMALL | NEUTRAL) and len(plain) > 1:
            yield word


def _akin(claimed: str, found: str) -> bool:
    """Whether the stem of a claim is another form of a stem in the source, or a part of it.

    A part of the source's compound says less, a compound of the claim says more: "forbrug" stands
    in "energiforbrug", "merforbrug" does not stand in "forbrug". What a short beginning changes
    ("uenig", "mistillid", "nedgang") is another word.
    """
    if min(len(claimed), len(found)) < STEM:
        return False
    longer = len(claimed) - len(found)
    if found.startswith(claimed) or (claimed.startswith(found) and longer <= 3):
        return True
    if found.endswith(claimed):
        return len(found) - len(claimed) >= PART
    pairs = zip(claimed, found, strict=False)
    shared = next((i for i, (a, b) in enumerate(pairs) if a != b), 0)
    return shared >= STEM and max(len(claimed), len(found)) - shared <= 3
