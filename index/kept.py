"""The collection: the documents that the files of the ledger are, one for each content."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from index.ledger import Files, Known, Ledger
from ingest.read import identifier


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the collection: its id, the reading in use, and the names it is found under.

    `address` is where one of its files was fetched.
    """

    id: str
    parsed: str
    names: tuple[str, ...]
    address: str | None


def content(known: Known) -> str:
    """The SHA-256 of the content whose reading is in use."""
    return (known.parsed or "").split(".")[0]


def is_held(known: Known, released: frozenset[str]) -> bool:
    """Whether a document waits for its release."""
    return known.private and known.parsed is not None and content(known) not in released


def collection(ledger: Ledger, released: frozenset[str]) -> list[Kept]:
    """The documents that may be shown, one for each content, in the order of their first names."""
    found: dict[str, list[tuple[str, Known]]] = defaultdict(list)
    for name, known in ledger.files():
        if known.parsed and not is_held(known, released):
            found[known.id].append((name, known))
    return [
        Kept(
            id_,
            next(known.parsed for _, known in files if known.parsed),
            tuple(name for name, _ in files),
            next((known.address for _, known in files if known.address), None),
        )
        for id_, files in found.items()
    ]


def fingerprint(kept: Sequence[Kept]) -> str:
    """Changes with everything that makes one collection another."""
    said = json.dumps([(k.id, k.parsed, k.names, k.address) for k in kept])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def with_ids(after: Ledger, before: Ledger) -> Ledger:
    """The ledger with an id for every reading: one content has one, and keeps the one it had."""
    was = {(s, name): known for s, files in before.sources.items() for name, known in files.items()}
    ids: dict[str, str] = {}  # by content
    used = {known.id: "" for known in was.values()}  # what the id is free for, "" for anything

    def settle(name: str, known: Known) -> Known:
        mine = content(known)
        if mine not in ids:
            own = known.id and used.get(known.id) in ("", mine)
            ids[mine] = known.id if own else _free(name, used)
            used[ids[mine]] = mine
        return replace(known, id=ids[mine])

    files = [(s, n, known) for s in after.sources for n, known in sorted(after.sources[s].items())]
    # What has not changed keeps its id before what has may take it.
    files.sort(key=lambda file: content(was.get(file[:2], Known())) != content(file[2]))
    sources: dict[str, Files] = {source: {} for source in after.sources}
    for source, name, known in files:
        sources[source][name] = settle(name, known) if known.parsed else known
    return replace(after, sources=sources)


def _free(name: str, used: Mapping[str, str]) -> str:
    """An id for the file that no other file has."""
    base = identifier(str(PurePath(name).with_suffix("")))
    number, free = 2, base
    while free in used:
        free, number = f"{base}-{number}", number + 1
    return free
