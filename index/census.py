"""What is in the collection and what is missing: the state of every file, and the meetings."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index import ledger as ledgers
from index.catalogue import Meeting
from index.collect import quarantine
from index.filters import EVERYTHING
from index.kept import is_held
from index.parsed import reading
from index.report import Failure
from index.search import Index
from ingest import Concern, Finding

NUMBER = Concern.CPR.value


@dataclass(frozen=True, slots=True)
class Census:
    """The collection as it stands.

    `sources` are their names and how many files each has, `waiting` the files that vanished and
    stay until it is confirmed, `concerns` the findings of each file by kind. Names of files hold
    no CPR numbers.
    """

    generation: str
    built: str
    updated: str
    sources: dict[str, int]
    documents: int
    passages: int
    meetings: tuple[Meeting, ...]
    drafts: tuple[str, ...]
    held: tuple[str, ...]
    waiting: tuple[str, ...]
    quarantine: tuple[Failure, ...]
    concerns: dict[str, dict[str, int]]
    model: str | None = None


def findings(home: Path) -> Iterator[tuple[str, Finding]]:
    """Every finding with its file's name, also of documents that are held back."""
    collection = home.absolute() / "collection"
    for name, known in ledgers.load(collection).told():
        document = reading(collection / "parsed" / known.parsed) if known.parsed else None
        found = document.findings if document else ()
        if known.concerns.get(NUMBER, 0) > sum(one.concern == NUMBER for one in found):
            yield name, Finding(Concern.CPR, "CPR number in the file's name", "", 0)
        yield from ((name, finding) for finding in found)


def file_names(home: Path) -> frozenset[str]:
    """The names of all files, as they are told."""
    return frozenset(name for name, _ in ledgers.load(home.absolute() / "collection").told())


def census(home: Path, index: Index) -> Census:
    """The state of the collection in `home`; raises `IndexMissing` and its kin."""
    collection = home.absolute() / "collection"
    ledger, released = ledgers.load(collection), ledgers.released(collection)
    with index.snapshot() as now:
        facts = now.facts(EVERYTHING)
        meetings, drafts = now.meetings(EVERYTHING), now.drafts(EVERYTHING)
    return Census(
        generation=facts.generation,
        built=facts.built,
        updated=ledger.updated,
        sources={source: len(files) for source, files in ledger.sources.items()},
        documents=facts.documents,
        passages=facts.passages,
        meetings=meetings,
        drafts=drafts,
        held=tuple(name for name, known in ledger.told() if is_held(known, released)),
        waiting=tuple(name for name, known in ledger.told() if known.waiting),
        quarantine=quarantine(ledger.told()),
        model=facts.model,
        concerns={name: known.concerns for name, known in ledger.told() if known.concerns},
    )
