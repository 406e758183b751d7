"""A source as the checks read it: its sentences and clauses, figures, dates and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from index import sentences
from index.english import is_english
from service.answer import Outcome
from service.model.dates import Day, dates
from service.model.figures import Figure, figures
from service.model.port import Source
from service.model.prompt import seen
from service.model.words import Words

CLAUSE = re.compile(
    r"[,;:](?!\d)|[()\t]|\s(?:og|men|mens|samt|heraf|hvoraf|and|but|while|of which)\s",
    re.IGNORECASE,
)
ITEM = re.compile(r"\s*(?:[•–-]|o |\d+[.)] |at )")
# What may be said of a source without a word of it, as its label says so.
SAYS = {
    Outcome.DECIDED: "besluttede besluttet vedtog godkendte approved decided adopted",
    Outcome.PASSED_ON: "indstillede indstilles anbefalede anbefales recommended",
    Outcome.AGREED: "enige enighed opbakning agreement",
    Outcome.NOTED: "tog taget efterretning orientering noted",
    Outcome.DISCUSSED: "drøftede drøftet discussed",
    Outcome.POSTPONED: "udsatte udsat udskudt udskød postponed",
    Outcome.RECOMMENDED: "indstilles indstillet indstillingen indstilling recommended",
    Outcome.AGENDA_ONLY: "indstilles indstillet indstillingen indstilling recommended",
}
MARKED_DRAFT = "udkast udkastet draft"
MARKED_STRUCK = "slettet slettede tekst deleted text struck"


@dataclass(frozen=True)
class Passage:
    """A stretch of a source: a sentence, a clause, or all of it."""

    text: str
    english: bool = False

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return Words(self.text)

    @cached_property
    def _read(self) -> tuple[list[Day], list[Figure]]:
        days, rest = dates(self.text)
        return days, figures(rest, english=self.english)

    @property
    def days(self) -> list[Day]:
        """Its dates."""
        return self._read[0]

    @property
    def figures(self) -> list[Figure]:
        """Its figures, years among them."""
        return self._read[1]

    @cached_property
    def values(self) -> frozenset[tuple[str, str] | Day]:
        """Its figures with their units, without years, and its dates without theirs."""
        numbers = {(figure.value, figure.unit) for figure in self.figures if not figure.is_year}
        return frozenset({*numbers, *(replace(d, year=None) for d in self.days if d.day)})

    @cached_property
    def years(self) -> frozenset[int]:
        """All years it names."""
        found = {day.year for day in self.days if day.year}
        return frozenset(found | {int(f.value) for f in self.figures if f.is_year})


@dataclass(frozen=True)
class Evidence:
    """A source that may be cited."""

    source: Source

    @cached_property
    def text(self) -> str:
        """Its text as it is seen."""
        return seen(self.source.text)

    @cached_property
    def whole(self) -> Passage:
        """Its text."""
        return self._passage(self.text)

    def _passage(self, text: str) -> Passage:
        return Passage(text, is_english(self.text))

    @cached_property
    def label(self) -> Passage:
        """The words for its place, and what may be said of what it is."""
        marks = MARKED_DRAFT * self.source.draft + " " + MARKED_STRUCK * self.source.struck
        return Passage(f"{seen(self.source.label)}\n{SAYS.get(self.source.outcome, '')} {marks}")

    @cached_property
    def sentences(self) -> list[Passage]:
        """Its sentences; each item of a list stands with its lead as well."""
        return [self._passage(text) for text in _with_leads(self.text)]

    @cached_property
    def clauses(self) -> list[Passage]:
        """What stands between commas, and between lines and sentences."""
        pieces = (p for a, b in sentences(self.text) for p in CLAUSE.split(self.text[a:b]))
        return [self._passage(piece) for piece in pieces if piece.strip()]


def clauses(text: str) -> list[Passage]:
    """The clauses of a sentence."""
    return [Passage(piece) for piece in CLAUSE.split(text) if piece.strip()]


def _with_leads(text: str) -> Iterator[str]:
    lead = ""
    for start, end in sentences(text):
        piece = text[start:end]
        if lead and ITEM.match(piece):
            yield f"{lead} {piece}"
            continue
        yield piece
        lead = piece if piece.endswith((":", ",", " at")) else ""
