"""From sources to documents: what is new or changed is read, all else is known already."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from index.build import Progress
from index.ledger import Files, Known
from index.parsed import Parsed
from index.report import Failure
from ingest import Concern, Document
from ingest.errors import ConverterMissing, IngestError, NoText, Unreadable
from ingest.personal import masked_name
from ingest.sources.folder import digest
from ingest.sources.source import Entry, Listing, Source, SourceError

Parse = Callable[[BinaryIO, str], Document]
TAG = 8  # characters that tell two masked names apart
FAR_FEWER = 0.2  # of the files known; where more vanish at once, a person has to confirm it
FEW = 2  # files that may vanish from a source of any size


@dataclass(slots=True)
class Look:
    """A source while it is looked at: what was known of it, and what it holds now."""

    source: Source
    before: Files
    keep: Path
    listing: Listing | None = None
    problem: str = ""
    now: Files = field(default_factory=dict)

    def entries(self) -> dict[str, Entry]:
        """What it lists, by the name that is kept of it."""
        return {shown(entry.name): entry for entry in self.listing.entries} if self.listing else {}


def shown(name: str) -> str:
    """A file's name as it is kept and cited: without CPR numbers, and still unlike all others."""
    masked = masked_name(name)
    if masked == name:
        return name
    path = PurePath(masked)
    tag = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:TAG]
    return str(path.with_name(f"{path.stem}-{tag}{path.suffix}"))


def looked(looks: Sequence[Look], reading: "Reading", workers: int, progress: Progress) -> None:
    """List every source and read what is not known; `Look.now` has the files as they are then."""
    for look in looks:
        try:
            look.listing = look.source.listed(look.keep)
        except SourceError as error:
            look.problem = str(error)
            look.now = dict(look.before)
    work = [(look, name, entry) for look in looks for name, entry in sorted(look.entries().items())]
    with ThreadPoolExecutor(workers) as pool:
        results = pool.map(lambda job: reading.look(job[0].source, job[1:], job[0].before), work)
        for number, ((look, name, _entry), known) in enumerate(zip(work, results, strict=True), 1):
            look.now[name] = known
            progress("reading", number, len(work))


class Reading:
    """Reads single files, unless their content has been read before."""

    def __init__(self, parsed: Parsed, parse: Parse, *, retry: bool = False) -> None:
        self._parsed = parsed
        self._parse = parse
        self._retry = retry

    def look(self, source: Source, named: tuple[str, Entry], before: Files) -> Known:
        """The file as it is now."""
        name, entry = named
        address = masked_name(entry.address) if entry.address else None
        known = replace(before.get(name, Known()), address=address, waiting=False)
        try:
            with source.opened(entry) as handle:
                now, read = self._looked(handle, named, known)
        except (IngestError, OSError) as error:
            return failed(known, error, name)
        if read:
            self._parsed.put(now.tried, read)  # where the disk is full, it is not the file's fault
        return now

    def _looked(
        self, handle: BinaryIO, named: tuple[str, Entry], known: Known
    ) -> tuple[Known, Document | None]:
        """The file as it is now, and its document where that was read only now."""
        name, entry = named
        stat = os.fstat(handle.fileno())
        same = known.sha256 and known.seen(stat)
        content = known.sha256 if same else digest(handle)
        tried = self._parsed.key(content, name)
        if tried == known.tried and self._settled(known):
            return known.dated(stat), None
        known = replace(known, sha256=content, tried=tried).dated(stat)
        try:
            kept = self._parsed.get(tried)
            document = kept or self._read(handle, name, content)
        except IngestError as error:
            return failed(known, error, name), None
        concerns = Counter(finding.concern.value for finding in document.findings)
        concerns += Counter({Concern.CPR.value: int(name != entry.name)})  # it was masked
        now = replace(known, parsed=tried, concerns=dict(concerns), code=None, message="")
        return now, None if kept else document

    def _settled(self, known: Known) -> bool:
        """Whether it was read, or is not to be tried again before it or the program changes."""
        return not self._retry if known.code else self._parsed.has(known.parsed)

    def _read(self, handle: BinaryIO, name: str, content: str) -> Document:
        document = self._parse(handle, name)
        if document.sha256 != content:
            raise Unreadable(f"{name}: it was written while it was read; try again")
        if not document.parts:
            raise NoText(f"{name}: there is no text in it")
        return document


def failed(known: Known, error: IngestError | OSError, name: str) -> Known:
    """The file in quarantine; what may be otherwise the next time is tried again."""
    if isinstance(error, OSError):
        error = Unreadable(f"{name}: {error.strerror or error}")
    passing = isinstance(error, Unreadable | ConverterMissing)
    said = str(error).removeprefix(f"{name}: ").removeprefix(f"{PurePath(name).name}: ")
    tried = "" if passing else known.tried
    return replace(known, code=error.code, message=masked_name(said), tried=tried)


def settle(look: Look, *, confirm: bool) -> tuple[list[str], list[str], dict[str, str]]:
    """Decide what becomes of the files a source does not list any more.

    The names that are gone, those that stay until it is confirmed, and the new names of those that
    have moved with their old ones.
    """
    now = look.now
    if look.listing is None:
        return [], [], {}
    for one in look.listing.failed:
        name = shown(one.name)
        known = now.get(name) or look.before.get(name)
        if known:
            message = masked_name(one.message)
            now[name] = replace(known, code=one.code, message=message, tried="")
    vanished = sorted(look.before.keys() - now.keys())
    moved = _moved(look.before, now, vanished)
    gone = [name for name in vanished if name not in moved.values()]
    for new, old in moved.items():
        now[new] = replace(now[new], id=look.before[old].id)
    if confirm or not too_many(len(gone), len(look.before), len(now)):
        return gone, [], moved
    now.update({name: replace(look.before[name], waiting=True) for name in gone})
    return [], gone, moved


def _moved(before: Files, now: Files, vanished: list[str]) -> dict[str, str]:
    """The new name of each vanished file whose content is there under a name that was unknown."""
    old = {before[name].sha256: name for name in reversed(vanished) if before[name].sha256}
    moved: dict[str, str] = {}
    for name in sorted(now.keys() - before.keys()):
        known = old.pop(now[name].sha256, None)
        if known:
            moved[name] = known
    return moved


def too_many(gone: int, before: int, now: int) -> bool:
    """Whether so many files vanished at once that it may be the source that is broken."""
    return gone > 0 and (now == 0 or gone > max(FEW, FAR_FEWER * before))


def quarantine(files: Iterator[tuple[str, Known]]) -> tuple[Failure, ...]:
    """The files whose content could not be read."""
    return tuple(
        Failure(name, known.code, known.message, kept=known.parsed is not None)
        for name, known in files
        if known.code
    )
