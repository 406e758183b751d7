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
IGNORED = {  # by the reasons sources give; others are told by their code
    "unknown_type": "no reader for files of their type",
    "link": "links are not followed",
    "bad_name": "their names cannot be shown; rename them",
    "too_deep": "in too many folders inside each other",
    "no_file": "no files but pipes or devices",
    "many_alike": "too many pages of one shape",
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
        ("released", report.released),
    ):
        if files:
            yield f"{name}: {_some(files)}"
    yield from _ignored(report.ignored)
    yield from _waiting(report.held, report.withheld)
    yield from _failed(report.failures, report.unreached)
    if report.concerns:
        yield f"findings: {_findings(report.concerns)}"
    if report.model:
        yield report.model
    if report.fagordbog:
        yield "fagordbog: the house's words as they last were right stay in use"
        yield from (f"  {problem}" for problem in report.fagordbog)
    yield f"index {report.generation}: {report.documents} documents, {report.passages} passages"


def census_lines(found: Census) -> Iterator[str]:
    """The state of the collection."""
    yield f"index        {found.generation}, built {found.built}"
    yield f"last update  {found.updated or 'unknown'}"
    for source, files in found.sources.items():
        yield f"source       {source}: {files} files"
    yield f"documents    {found.documents}, meetings inside others included"
    yield f"passages     {found.passages}"
    if found.model:
        yield found.model
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
    told = [one for one in found if not files or one[0] in files]
    for name, finding in told:
        where = f" ({finding.where})" if finding.where else ""
        yield f"{name}{_place(finding)}: {finding.what}{where}"
    if not told:
        yield "nothing was found that a person should know"


def _place(finding: Finding) -> str:
    """Its page, else its line; nothing for a finding that is about the file as a whole."""
    if finding.page:
        return f", page {finding.page}"
    return f", line {finding.line}" if finding.line else ""


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


def _ignored(files: Sequence[Failure]) -> Iterator[str]:
    """What was not read by reason, a line each; a reason that is no file's is told in full."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for one in files:
        if one.file:
            reasons[one.code].append(one.file)
        else:
            yield f"not read: {one.message}"
    for code, names in reasons.items():
        why = IGNORED.get(code, code.replace("_", " "))
        yield f"not read, {why}: {_some(names)}"


def _failed(failures: Sequence[Failure], unreached: Sequence[Failure]) -> Iterator[str]:
    for failure in failures:
        kept = "; its earlier text is kept" if failure.kept else ""
        yield f"could not read {failure.file}: {failure.message}{kept}"
    for failure in unreached:
        kept = "; what is known of it is kept" if failure.kept else ""
        yield f"could not reach {failure.file}: {failure.message}{kept}"


def _renamed(files: Sequence[Renamed], how: str) -> tuple[str, ...]:
    return tuple(f"{one.file} ({how} {one.was})" for one in files)


def _findings(counts: Any) -> str:
    return ", ".join(f"{count} {CONCERNS[kind]}" for kind, count in Counter(counts).most_common())


def _some(files: Sequence[str]) -> str:
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    return f"{', '.join(files[:SHOWN])}{more}"
