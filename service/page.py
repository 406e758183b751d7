"""The web pages: the question, the answer with its sources, and the document behind a quote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from textwrap import shorten
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from index import Block, Document, Filters, Part, PartKind
from service import texts
from service.answer import Answer, AnswerStatus, Citation, Found, Sentence
from service.errors import QuestionRefused
from service.places import labels
from service.ports import Assistant
from service.visitor import reads_pages, request_id, visible_to

NEXT_PASSAGES = 5
EXCERPT = 360
DEEPEST_HEADING = 6
BULLET = re.compile(r"(?:[•–-]|o) +(?=\S)")

Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is wholly inside or wholly outside the quote."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A block cut where the quote begins and ends; `first` is where the reader lands."""

    block: Block
    pieces: tuple[Piece, ...]
    first: bool

    @property
    def marked(self) -> bool:
        """Whether any of it is quoted."""
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are set together: a list, rows under the same headings, or plain paragraphs."""

    shape: str
    page: int | None
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part's own text under its heading; `annex` says that it is an annex or inside one."""

    part: Part
    heading: str
    head: Line | None
    level: int
    annex: bool
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The heading and everything under it, without what its own parts hold."""
        below = (line for group in self.groups for line in group.lines)
        return (*filter(None, (self.head,)), *below)


def in_block(block: Block, marked: Range) -> Range | None:
    """Where a range of the document's text stands in `block.text`; undoes `Block.origin`."""
    start, end = marked
    inside = [run for run in block.runs if run.origin < end and run.origin + run.length > start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    return (
        first.clean + max(0, start - first.origin),
        last.clean + min(last.length, end - last.origin),
    )


def pieces(block: Block, marked: Range | None) -> tuple[Piece, ...]:
    """The block's text, without its bullet, cut at the ends of the quote."""
    found = in_block(block, marked) if marked else None
    bullet = BULLET.match(block.text)
    begin = bullet.end() if bullet else 0
    start, end = (max(begin, place) for place in found or (begin, begin))
    cuts = ((begin, start, False), (start, end, True), (end, len(block.text), False))
    return tuple(Piece(block.text[a:b], marked) for a, b, marked in cuts if a < b)


def shape(block: Block) -> tuple[str, int | None, tuple[str, ...]]:
    """What neighbouring blocks must share to be set together."""
    if block.cells:
        return "table", block.page, tuple(cell.heading for cell in block.cells)
    return "list" if BULLET.match(block.text) else "text", block.page, ()


def stretches(document: Document, marked: Range | None) -> Iterator[Stretch]:
    """The document in reading order, with the quote marked in every block it touches."""
    blocks = (block for part in document.walk() for block in (part.head, *part.blocks) if block)
    first = next((block for block in blocks if marked and in_block(block, marked)), None)

    def line(block: Block) -> Line:
        return Line(block, pieces(block, marked), block is first)

    def below(parts: tuple[Part, ...], level: int, annex: bool) -> Iterator[Stretch]:
        for part in parts:
            inside = annex or part.kind is PartKind.ANNEX
            head = line(part.head) if part.head else None
            groups = tuple(
                Group(*alike, tuple(map(line, together)))
                for alike, together in groupby(part.blocks, key=shape)
            )
            yield Stretch(part, heading(part), head, min(level, DEEPEST_HEADING), inside, groups)
            yield from below(part.parts, level + 1, inside)

    return below(document.parts, 2, annex=False)


def heading(part: Part) -> str:
    """The part's heading as it is shown, empty where it has none."""
    if part.kind is PartKind.ITEM and part.number:
        return ". ".join(filter(None, (texts.PUNKT.format(number=part.number), part.heading)))
    named = " ".join(filter(None, (part.number, part.heading)))
    return named or (texts.ANNEX if part.kind is PartKind.ANNEX else "")


def asked_range(start: str, end: str, length: int) -> Range | None:
    """The range the address names, `None` where it is none of the document's."""
    if not (start.isdecimal() and end.isdecimal() and max(len(start), len(end)) < 10):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= length else None


def local(url: str) -> str:
    """`url` on this site: only its path and what follows, so that no page leads away."""
    path = urlsplit(url)._replace(scheme="", netloc="")
    return path.geturl() if path.path.startswith("/kilder/") else ""


def sentence_labels(answer: Answer, sentence: Sentence) -> list[str]:
    """The labels of everything a sentence rests on, each once."""
    cited = (cited for cited in answer.citations if cited.n in sentence.citations)
    return list(dict.fromkeys(label for citation in cited for label in labels(citation)))


def place(cited: Citation | Found) -> list[str]:
    """Where it stands, from the document down to the page, as far as it is known."""
    held = texts.danish_date(cited.meeting_date) if cited.meeting_date else None
    punkt = texts.PUNKT.format(number=cited.punkt) if cited.punkt else None
    item = ": ".join(filter(None, (punkt, cited.item_title)))
    page = texts.PAGE.format(page=cited.page) if cited.page is not None else None
    kind = texts.KINDS.get(cited.kind, cited.kind)
    return [known for known in (kind, cited.body, held, item, cited.section, page) if known]


def about(document: Document) -> list[str]:
    """What the document is: its kind, body, date and the period it covers."""
    held = texts.danish_date(document.held) if document.held else None
    edition = texts.EDITION.format(edition=document.edition) if document.edition else None
    known = (texts.KINDS.get(document.kind, document.kind), document.body, held, edition)
    return [fact for fact in known if fact]


def excerpt(text: str) -> str:
    """The beginning of a passage, cut between words."""
    return shorten(text, EXCERPT, placeholder=" …")


def elsewhere(answer: Answer) -> list[Found]:
    """The best passages that no citation of the answer was copied from."""
    cited = [] if answer.status is AnswerStatus.NOT_FOUND else answer.citations
    fresh = (
        found
        for found in answer.passages
        if not any(c.document_id == found.document_id and _shared(c, found) for c in cited)
    )
    return list(islice(fresh, NEXT_PASSAGES))


def _shared(cited: Citation, found: Found) -> bool:
    """Whether one's text is part of the other's: a quote may be several passages."""
    return cited.quote in found.text or found.text in cited.quote


def environment() -> Environment:
    """The templates with what they call; everything they are given is escaped."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    called = (about, excerpt, labels, local, place, sentence_labels)
    env.globals.update({function.__name__: function for function in called}, t=texts)
    return env


TEMPLATES = Jinja2Templates(env=environment())


def show(request: Request, name: str, status: int = 200, **values: object) -> Response:
    """The page `name` made from `values`."""
    return TEMPLATES.TemplateResponse(request, f"{name}.html", values, status)


def error_page(request: Request, status: int, title: str, message: str) -> Response:
    """An error a person can understand, with the number that finds it in the log."""
    return show(request, "error", status, title=title, message=message, number=request_id(request))


def pages(assistant: Assistant) -> APIRouter:
    """The routes that people open in a browser."""
    router = APIRouter(include_in_schema=False)

    def front_page(request: Request, question: str = "", refused: str = "") -> Response:
        return show(
            request,
            "front",
            422 if refused else 200,
            overview=assistant.overview(),
            question=question,
            refused=refused,
        )

    @router.get("/")
    def front(request: Request) -> Response:
        return front_page(request)

    @router.post("/")
    def ask(request: Request, spoergsmaal: Annotated[str, Form()] = "") -> Response:
        try:
            # Browsers send line breaks as two characters; the limit counts them as one.
            answer = assistant.ask(
                spoergsmaal.replace("\r\n", "\n"), Filters(visibility=visible_to(request))
            )
        except QuestionRefused as refused:
            return front_page(request, spoergsmaal, refused.reason)
        return show(request, "answer", answer=answer, elsewhere=elsewhere(answer))

    @router.get("/kilder/{document_id:path}")
    def source(request: Request, document_id: str, fra: str = "", til: str = "") -> Response:
        document = assistant.document(document_id, Filters(visibility=visible_to(request)))
        if document is None and not reads_pages(request):
            raise HTTPException(404)
        if document is None:
            return error_page(request, 404, texts.DOCUMENT_MISSING_TITLE, texts.DOCUMENT_MISSING)
        read = list(stretches(document, asked_range(fra, til, len(document.text))))
        quoted = any(line.first for stretch in read for line in stretch.lines)
        return show(request, "source", document=document, stretches=read, quoted=quoted)

    @router.get("/docs")
    def docs(request: Request) -> Response:
        return show(request, "docs", spec=request.app.openapi())

    return router
