"""A question as what is searched for, and why: for search itself and for whoever wants to know."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from index.analysis import Analyzer, vector
from index.concepts import asked, weight_of, with_linked
from index.describe import concept_term
from index.english import is_english, translations
from index.english.lexicon import FUNCTION
from index.fagordbog.matcher import Matcher, Named
from index.spelling import Spelling
from index.statutes import Statutes
from index.tokens import SMALL, phrasing, tokens
from index.weights import STANDARD, Weights

MOST = 60  # telling words of a question that are looked at; the longest real one known has 40
READ_AS_TRANSLATED, READ_AS_SPELLED = 0.7, 0.8  # of a word, where a text has what it stands for
ENGLISH_ITSELF = 0.3  # an English word beside its translations; it may be a name


@dataclass(frozen=True, slots=True)
class Meant:
    """A concept that was understood from the question's words."""

    term: str
    words: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is searched by.

    `terms` is its sparse vector, `plain` the part of it that the question's own words make. `words`
    and `named` are for reading a text with: stems and concepts, each with its weight. The rest says
    what was understood: `concepts`, words taken for others (`spelled`), Danish for English ones
    (`translated`), paragraphs of laws (`cited`).
    """

    text: str
    terms: Mapping[int, float]
    plain: Mapping[int, float]
    words: Mapping[str, float] = field(default_factory=dict)
    named: Mapping[int, float] = field(default_factory=dict)
    concepts: tuple[Meant, ...] = ()
    spelled: tuple[tuple[str, str], ...] = ()
    translated: tuple[tuple[str, str], ...] = ()
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asker:
    """Understands questions to one audience's passages.

    `concept` gives a concept's term and the concepts linked to it, `same` are renumbered
    paragraphs.
    """

    analyzer: Analyzer
    concept: Callable[[int], tuple[str, dict[int, float]]]
    matcher: Matcher
    spelling: Spelling
    statutes: Statutes
    same: Mapping[str, str]
    weights: Weights = STANDARD

    def asked(self, text: str) -> Asked:
        """What `text` is searched by; all of it at once, so that long ones take no longer."""
        english = bool(self.weights.translated) and is_english(text)
        typed: dict[str, str] = {}
        if self.weights.spelled and not english:
            text, typed = self.spelling.danish(text)
        given = tokens(text)
        telling = [t for t in given if t not in SMALL and not (english and t in FUNCTION)][:MOST]
        translated = _translated(telling) if english else {}
        plain = self.analyzer.query_terms(t for t in telling if t not in translated)
        for word, found in translated.items():
            _raise(plain, self.analyzer.query_terms([word], ENGLISH_ITSELF))
            for danish, share in found.items():
                _raise(plain, self.analyzer.query_terms([danish], share * self.weights.translated))
        spelled = self.spelling.meant(telling) if self.weights.spelled and not english else {}
        terms = dict(plain)
        for word in spelled:
            _raise(terms, {word: self.weights.spelled})
        cited = tuple(dict.fromkeys(cited.term for cited in self.statutes.cited(text)))
        for term in cited:
            _raise(terms, {term: self.weights.statute})
            if term in self.same:
                _raise(terms, {self.same[term]: self.weights.statute})
        named = self._named(text, spelled) if self.weights.concept else []
        concepts = asked(named, english=english)
        linked = with_linked(concepts, lambda n: self.concept(n)[1], self.weights.linked)
        for number, sure in linked.items():
            terms[concept_term(number)] = sure * self.weights.concept
        return Asked(
            text,
            vector(terms),
            vector(plain),
            self._words(telling, translated, spelled),
            concepts,
            tuple(self._meant(concepts, named)),
            tuple(
                sorted(
                    {
                        *typed.items(),
                        *((t, word) for word, t in spelled.items() if not self.spelling.knows(t)),
                    }
                )
            ),
            tuple((word, ", ".join(found)) for word, found in translated.items()),
            cited,
        )

    def _words(
        self,
        telling: Sequence[str],
        translated: Mapping[str, Mapping[str, float]],
        spelled: Mapping[str, str],
    ) -> dict[str, float]:
        """The stems a text is read for, in the order they count for less."""
        found = self.analyzer.word_shares(t for t in telling if t not in translated)
        for words in translated.values():
            for word, share in self.analyzer.word_shares(words, READ_AS_TRANSLATED).items():
                found.setdefault(word, share)
        for word in spelled:
            found.setdefault(word, READ_AS_SPELLED)
        return found

    def _named(self, text: str, spelled: Mapping[str, str]) -> list[Named]:
        """The concepts the words name; a misspelt word by the one it is taken for."""
        wrong = ((word, token) for word, token in reversed(list(spelled.items())))
        right = {token: word for word, token in wrong if not self.spelling.knows(token)}
        return self.matcher.among([right.get(token, token) for token in phrasing(text)][: 2 * MOST])

    def _meant(self, concepts: Mapping[int, float], named: Sequence[Named]) -> list[Meant]:
        phrases = {one.phrase.concept: one.phrase for one in sorted(named, key=weight_of)}
        found = []
        for number in sorted(concepts, key=lambda number: (-concepts[number], number)):
            phrase, (term, _) = phrases[number], self.concept(number)
            found.append(Meant(term, phrase.text, phrase.kind.value, round(concepts[number], 2)))
        return found


def _translated(telling: Sequence[str]) -> dict[str, dict[str, float]]:
    """Danish words for the English ones that the lexicon knows, also for their plurals."""
    found = {word: translations(word) or translations(word.removesuffix("s")) for word in telling}
    return {word: danish for word, danish in found.items() if danish}


def _raise(terms: dict[str, float], by: Mapping[str, float]) -> None:
    for term, weight in by.items():
        terms[term] = max(terms.get(term, 0.0), weight)
