"""What the fagordbog holds: concepts, the words people use for them, and how they are linked."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Whose word it is. The values are the keys of the text form."""

    PREFERRED = "foretrukket"
    PROFESSIONAL = "fagord"
    ABBREVIATION = "forkortelse"
    EVERYDAY = "hverdag"
    OLDER = "før"
    NEWER = "nu"
    ENGLISH = "engelsk"


class Relation(StrEnum):
    """How a concept is linked to another (SKOS: broader, narrower, related)."""

    BROADER = "bredere"
    NARROWER = "snævrere"
    RELATED = "beslægtet"


@dataclass(frozen=True, slots=True)
class Label:
    """A word or phrase for a concept.

    An `ambiguous` one mostly means something else, and counts where the question has another sign
    of its field. `since` names the reform that made a term the older or the newer one.
    """

    text: str
    kind: Kind
    ambiguous: bool = False
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of the field; `term` is its name in the book, links name other concepts' terms."""

    term: str
    labels: tuple[Label, ...] = ()
    links: tuple[tuple[Relation, str], ...] = ()
    note: str | None = None
    area: str = ""

    @property
    def preferred(self) -> Label:
        """The preferred term as a word; what stands in brackets tells two meanings apart."""
        return Label(self.term.split(" (")[0], Kind.PREFERRED)
