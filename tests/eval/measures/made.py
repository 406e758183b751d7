"""Small questions, records and documents, made of what a test is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from eval.measures import Pair
from eval.runs import Cited, Passage, Record, Said
from eval.sets import Item, Reference

HELD = date(2025, 3, 12)


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents by their names."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, document: str) -> str | None:
        """The text of that name."""
        return self.texts.get(document)


def gold(quote: str, *, alt: bool = False, document: str = "a.txt") -> Reference:
    """A place that answers."""
    return Reference(document, quote, alt=alt)


def item(*golds: str, **known: Any) -> Item:
    """A question that `golds` answer; without any it is unanswerable."""
    references = known.pop("references", tuple(map(gold, golds)))
    known = {"question": "Hvad blev besluttet?", "type": "decision"} | known
    return Item(id="q", answerable=bool(references), references=references, **known)


def cited(quote: str, n: int = 1, **known: Any) -> Cited:
    """A citation of the one document there is."""
    return Cited(n, known.pop("document", "a.txt"), quote, **known)


def record(*citations: Cited, **known: Any) -> Record:
    """What came back with these citations, each told as it stands."""
    known = {"status": "answered", "answer": "Svar", "said": as_quoted(*citations)} | known
    return Record(id="q", citations=citations, **known)


def as_quoted(*citations: Cited) -> tuple[Said, ...]:
    """Statements that tell the quotes."""
    return tuple(Said(one.quote, (one.n,)) for one in citations)


def ranked(*texts: str) -> Record:
    """What came back with these passages, best first."""
    return record(passages=tuple(Passage("a.txt", text) for text in texts))


def pair(asked: Item, got: Record, **texts: str) -> Pair:
    """A question and what came back; `texts` are documents, "a" for the file `a.txt`."""
    return Pair(asked, got, Texts({f"{name}.txt": text for name, text in texts.items()}))
