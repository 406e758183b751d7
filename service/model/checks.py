"""Which sentences of a model stand. Strict: one that is dropped costs little, the extractive answer
is there; one that is wrong costs trust.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.model.binding import reordered, torn
from service.model.evidence import Evidence, Passage
from service.model.facts import crossed, figures_stand, from_wide_rows, of_elsewhere
from service.model.naming import names_stand, of_another, swapped
from service.model.plain import is_plain
from service.model.port import Source, Written
from service.model.prompt import ORDERS, SYSTEM, seen
from service.model.quotes import are_verbatim
from service.model.sentences import Claim
from service.model.standing import may_be_said, says_the_same
from service.model.words import content, names

BEARING = 0.5  # share of them that each source cited has
ECHO = 6  # words in a row that only the system prompt has


class Fault(StrEnum):
    """Why a sentence does not stand."""

    UNCITED = "cites nothing, or what is no source"
    NOT_PLAIN = "has signs or links of no plain text"
    ORDER = "is written to a language model, or is its prompt"
    QUOTE = "quotes what does not stand there"
    FIGURE = "has a figure or date that does not stand there, or of something else"
    WORD = "has words that do not stand there"
    NAME = "has a name that does not stand there, or tells of one what is told of another"
    STATUS = "tells a decision or a rule in force where there is none"
    BOND = "puts words or figures together that do not belong together there"
    SENSE = "denies, limits or doubts otherwise than the source"


@dataclass(frozen=True)
class Checks:
    """The checks of one answer: its question and the sources."""

    question: str
    evidence: Mapping[int, Evidence]

    def fault(self, claim: Claim) -> Fault | None:
        """What is wrong with a sentence; `None` where it stands."""
        text = seen(claim.text)
        if not claim.citations or any(n not in self.evidence for n in claim.citations):
            return Fault.UNCITED
        if not is_plain(text):
            return Fault.NOT_PLAIN
        if ORDERS.search(text) or _echoes(text):
            return Fault.ORDER
        cited = [self.evidence[n] for n in claim.citations]
        if not are_verbatim(text, [each.text for each in cited]):
            return Fault.QUOTE
        return self._unfounded(text, cited) or self._misread(text, cited)

    def standing(self, claim: Claim) -> Written | None:
        """The sentence as it may be shown; `None` where it does not stand."""
        if self.fault(claim):
            return None
        text = seen(claim.text)
        return Written(text if text.endswith((".", "!", "?")) else f"{text}.", claim.citations)

    def _unfounded(self, text: str, cited: Sequence[Evidence]) -> Fault | None:
        """What of the sentence does not stand in the sources at all."""
        if not figures_stand(text, cited):
            return Fault.FIGURE
        capital = {name.lower() for name in names(text)[1:]}
        words = [w for w in content(text) if w not in capital]
        for word in words:
            if not any(p.words.has(word) for e in cited for p in (e.whole, e.label)):
                return Fault.WORD
        for each in cited:
            here = sum(each.whole.words.has(word) for word in words)
            if not words or here < BEARING * len(words):
                return Fault.WORD
        return None

    def _misread(self, text: str, cited: Sequence[Evidence]) -> Fault | None:
        """What of the sentence stands there and does not belong together so."""
        if not may_be_said(text, cited):
            return Fault.STATUS
        best = self._said_by(text, cited)
        if best is None:
            return Fault.WORD
        if not says_the_same(text, best):
            return Fault.SENSE
        if of_elsewhere(text, cited, best):
            return Fault.FIGURE
        if any(told(text, cited) for told in (from_wide_rows, crossed)):
            return Fault.FIGURE
        if not names_stand(text, self.question, cited, best):
            return Fault.NAME
        if torn(text, best.text) or reordered(text, best.text):
            return Fault.BOND
        if swapped(text, best) or of_another(text, cited):
            return Fault.NAME
        return None

    def _said_by(self, text: str, cited: Sequence[Evidence]) -> Passage | None:
        """The sentence of the sources that has all the words, and most of the figures.

        Words that only the place has ("DAS Social", the title of the item) need not stand in it.
        """
        words = set(content(text))
        own = [w for w in words if any(e.whole.words.has(w) for e in cited)]
        units = [
            unit
            for each in cited
            for unit in each.sentences
            if own and all(unit.words.has(word) for word in own)
        ]
        values = Passage(text).values
        return max(units, key=lambda unit: len(unit.values & values), default=None)


def checks(question: str, sources: Sequence[Source]) -> Checks:
    """The checks of an answer to `question` from `sources`."""
    return Checks(question, {source.n: Evidence(source) for source in sources})


def _echoes(text: str) -> bool:
    """Whether it says what the model was told; only the model could know."""
    low, told = text.lower().split(), " ".join(SYSTEM.lower().split())
    return any(" ".join(low[i : i + ECHO]) in told for i in range(len(low) - ECHO + 1))
