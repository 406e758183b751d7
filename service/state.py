"""What an update did, and the state of the collection, for the terminal."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import TypeAdapter

from index import Census, Failure, Meeting, Renamed, Report
from ingest import Finding

SHOWN = 5
CONCERNS = {
    "struck": "struck out",
    "proposed": "tracked insertions",
    "closed": "closed items",
    "unclear": "unclear markings",
    "hidden": "hidden text, not indexed",
    "comment": "comments set aside",
    "unread": "parts that are not read",
    "scanned": "scanned pages",
    "cpr": "CPR numbers",
    "contact": "private addresses and telephone numbers",
    "pseudonym": "names beside a pseudonym",
    "absent": "annexes only listed",
}


def as_text(value: Report | Census) -> str:
    """The same for programs, as JSON."""
    return TypeAdapter(type(value)).dump_json(value, indent=2).decode()


def report_lines(report: Report) -> Iterator[str]:
    """What an update did."""
    for name, files in (
        ("added", report.added),
        ("changed", report.changed),
        ("moved", _renamed(report.moved, "was")),
        ("removed", report.removed),
        ("the same as another", _renamed(report.duplicates, "is")),
        ("not read, no document", report.ignored),
    ):
        if files:
            yield f"{name}: {_some(files)}"
    yield from _waiting(report.held, report.withheld)
    yield from _failed(report.failures, report.unreached)
    if report.concerns:
        yield f"findings: {_findings(report.concerns)}"
    yield f"index {report.generation}: {report.documents} documents, {report.passages} passages"


def census_lines(found: Census) -> Iterator[str]:
    """The state of the collection."""
    yield f"index        {found.generation}, built {found.built}"
    yield f"last update  {found.updated or 'unknown'}"
    for source, files in found.sources.items():
        yield f"source       {source}: {files} files"
    yield f"documents    {found.documents}, meetings inside others included"
    yield f"passages     {found.passages}"
    latest = max((meeting.held for meeting in found.meetings), default=None)
    yield f"last meeting {latest or 'none with a date'}"
    yield from _meetings(found.meetings)
    if found.drafts:
        yield "drafts:"
        yield from (f"  {draft}" for draft in found.drafts)
    yield from _waiting(found.held, found.waiting)
    yield from _failed(found.quarantine, ())
    if found.concerns:
        yield "findings:"
        yield from (f"  {name}: {_findings(kinds)}" for name, kinds in found.concerns.items())


def finding_lines(found: Iterable[tuple[str, Finding]], files: Sequence[str]) -> Iterator[str]:
    """The findings of `files`, or of all, a line each with its place."""
    for name, finding in found:
        if files and name not in files:
            continue
        page = f"page {finding.page}" if finding.page else f"line {finding.line}"
        where = f" ({finding.where})" if finding.where else ""
        yield f"{name}, {page}: {finding.what}{where}"


def _meetings(meetings: Sequence[Meeting]) -> Iterator[str]:
    """Each body's meetings, a line a year, and which of them lack their agenda or minutes."""
    years: dict[tuple[str, int], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        years[meeting.body or "body unknown", meeting.held.year].append(meeting)
    if years:
        yield "meetings:"
    for (body, year), held in sorted(years.items()):
        minutes = sum(meeting.minutes for meeting in held)
        agendas = sum(meeting.agenda for meeting in held)
        missing = [f"{m.held:%d.%m}" for m in held if not m.minutes]
        gaps = f"; no minutes of {', '.join(missing)}" if missing else ""
        known = f"{minutes} with minutes, {agendas} with agenda"
        yield f"  {body} {year}: {len(held)} held, {known}{gaps}"


def _waiting(held: Sequence[str], withheld: Sequence[str]) -> Iterator[str]:
    if held:
        yield f"held back for CPR numbers: {_some(held)}"
        yield "  read them, then let them in with 'aftalesvar release FILE'; the numbers are masked"
    if withheld:
        yield f"vanished, still in the index: {_some(withheld)}"
        yield "  if they are really gone, say so with 'aftalesvar update --confirm'"


def _failed(failures: Sequence[Failure], unreached: Sequence[Failure]) -> Iterator[str]:
    for failure in failures:
        kept = "; its earlier text is kept" if failure.kept else ""
        yield f"could not read {failure.file}: {failure.message}{kept}"
    for failure in unreached:
        yield f"could not reach {failure.file}: {failure.message}; what is known of it is kept"


def _renamed(files: Sequence[Renamed], how: str) -> tuple[str, ...]:
    return tuple(f"{one.file} ({how} {one.was})" for one in files)


def _findings(counts: Any) -> str:
    return ", ".join(f"{count} {CONCERNS[kind]}" for kind, count in Counter(counts).most_common())


def _some(files: Sequence[str]) -> str:
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    return f"{', '.join(files[:SHOWN])}{more}"
