"""Danish to English word for word, by the fagordbog and the glosses, for the teacher to read.

It is no translation to show anyone: the order and the forms stay Danish. But its words are the
right ones of the field, and they are what the teacher's vector is made of.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eval.training.book import english
from eval.training.glosses import Glosses
from index.compounds import Splitter
from index.concepts import ASKED
from index.fagordbog.concept import Concept, Kind
from index.fagordbog.matcher import Matcher, Named
from index.fagordbog.phrases import phrases
from index.tokens import EMPTY, stem, tokens

SURE = 0.7  # how surely a concept is meant that is translated
DOUBTED = 0.8  # what an ambiguous word counts
EVERYDAY_AREAS = "almen"  # the book's files of things and doings that are not of the field
SMALL = dict(
    pair.split(":")
    for pair in """ikke:not ingen:no hvem:who hvad:what hvor:where hvornår:when hvorfor:why
    hvordan:how før:before efter:after mange:many få:few op:up ned:down ud:out ind:in i:in på:on
    og:and eller:or med:with til:to fra:from af:of er:is skal:shall kan:can vil:will må:may
    det:it de:they der:there vi:we har:have havde:had blev:was bliver:becomes blive:become
    som:as for:for om:about at:to en:a et:a den:the man:one jeg:I du:you han:he hun:she
    sig:itself gør:do gøre:do går:goes noget:something nogen:someone nogle:some når:when hvis:if
    ved:at var:was være:be været:been får:gets kun:only også:also mere:more meget:much over:over
    under:under mellem:between uden:without mod:against selv:self nu:now så:so men:but""".split()
)


@dataclass(frozen=True, slots=True)
class _Term:
    """The English of words that name a concept together; the surest of several is taken."""

    sure: float
    english: str
    words: int


class Translator:
    """Translates with what we wrote down; `counts` are words that others may be made of."""

    def __init__(self, concepts: Sequence[Concept], glosses: Glosses, counts: Counter[str]) -> None:
        self._concepts = concepts
        self._glosses = glosses
        self._splitter = Splitter(counts)
        under = phrases(concepts, self._splitter)
        self._matcher = Matcher(lambda each: under.get(each, ()), self._splitter)

    def english(self, text: str) -> str:
        """The words of `text` in English; those nobody knows as they are."""
        said = tokens(text)
        counted = [place for place, token in enumerate(said) if token not in EMPTY]
        terms = self._terms([said[place] for place in counted])
        at = {counted[place]: term for place, term in terms.items()}
        found: list[str] = []
        last: _Term | None = None
        for place, token in enumerate(said):
            term = at.get(place)
            if term and (term.words > 1 or stem(token) not in self._glosses):
                if last is None or last.english != term.english:
                    found.append(term.english)
                last = term
            else:
                found.append(self._word(token))
                last = None
        return " ".join(found)

    def density(self, text: str) -> float:
        """How much of the field's concepts is in `text`, for its length."""
        found = {
            named.phrase.concept
            for named in self._matcher.named(text)
            if named.strength == 1
            and not named.phrase.ambiguous
            and not self._concepts[named.phrase.concept].area.startswith(EVERYDAY_AREAS)
        }
        return len(found) / (5 + len(text.split()))

    def _terms(self, said: Sequence[str]) -> dict[int, _Term]:
        """The surest term at each place."""
        best: dict[int, _Term] = {}
        for named in self._matcher.among(said):
            term = self._term(named)
            for place in named.at if term else ():
                if term and (place not in best or term.sure > best[place].sure):
                    best[place] = term
        return best

    def _term(self, named: Named) -> _Term | None:
        phrase = named.phrase
        said = english(self._concepts[phrase.concept])
        doubtful = phrase.ambiguous or phrase.kind is Kind.EVERYDAY
        if not said or named.strength < SURE or (doubtful and len(named.at) < 2):
            return None
        sure = len(named.at) * named.strength * ASKED[phrase.kind]
        return _Term(sure * (DOUBTED if phrase.ambiguous else 1), said[0], len(named.at))

    def _word(self, token: str) -> str:
        word = stem(token)
        if token in SMALL:
            return SMALL[token]
        if word in self._glosses:
            return self._glosses[word][0]
        parts = (self._glosses[p][0] for p in self._splitter.parts(word) if p in self._glosses)
        return " ".join(parts) or token
