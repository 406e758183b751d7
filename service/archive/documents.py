"""The documents of the collection, and one of them with what is in it."""

from urllib.parse import quote

from index import Document, Kind, Paper, Status
from service.archive.conditions import known
from service.archive.gathered import Gathered
from service.archive.outline import headings
from service.archive.records import Detail, DocumentsQuery, Record, Records, Window


def records(query: DocumentsQuery, window: Window, gathered: Gathered) -> Records:
    """The documents that fit, by kind, date, edition and title."""
    known(query.kinds, Kind)
    known(query.bodies, (paper.body for paper in gathered.papers))
    fitting = [paper for paper in gathered.papers if _fits(query, paper)]
    fitting.sort(key=lambda p: (p.kind, str(p.held or ""), p.edition or "", p.title, p.id))
    shown = fitting[window.offset : window.offset + window.limit]
    return Records(tuple(map(record, shown)), len(fitting), gathered.facts.generation)


def _fits(query: DocumentsQuery, paper: Paper) -> bool:
    return (
        (not query.kinds or paper.kind in query.kinds)
        and (not query.bodies or paper.body in query.bodies)
        and query.period.holds(paper.held)
    )


def record(paper: Paper) -> Record:
    """A document as it is listed."""
    return Record(
        id=paper.id,
        outer=paper.outer,
        document=paper.source,
        title=paper.title,
        kind=paper.kind.value,
        body=paper.body,
        meeting_date=paper.held,
        edition=paper.edition,
        status=paper.status.value,
        url=f"/kilder/{quote(paper.id)}",
    )


def detail(document: Document, gathered: Gathered, *, file: bool) -> Detail | None:
    """The document as it may be seen; `file` says whether its original can be fetched."""
    papers = {paper.id: paper for paper in gathered.papers}
    own = papers[document.id]
    period = document.validity
    shown = record(own)
    return Detail(
        **{name: getattr(shown, name) for name in Record.__dataclass_fields__},
        pages=document.pages,
        valid_from=period.start if period else None,
        valid_to=period.end if period else None,
        address=document.address,
        headings=tuple(headings(document)),
        inside=tuple(record(papers[inner.id]) for inner in document.documents),
        file=file,
        generation=gathered.facts.generation,
    )


def drafts(gathered: Gathered) -> tuple[Record, ...]:
    """The documents that say they are drafts."""
    return tuple(record(paper) for paper in gathered.papers if paper.status is Status.UDKAST)
