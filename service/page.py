"""The web pages: the question, the answer with its sources, and the document behind a quote."""

from itertools import islice
from pathlib import Path
from textwrap import shorten
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from index import Document, Filters
from service import texts
from service.answer import Answer, AnswerStatus, Citation, Found, Place, Sentence
from service.errors import QuestionRefused
from service.places import labels, page_of
from service.ports import Assistant
from service.reading import asked_range, stretches
from service.visitor import reads_pages, request_id, visible_to

NEXT_PASSAGES = 5
EXCERPT = 360


def local(url: str) -> str:
    """`url` on this site: only its path and what follows, so that no page leads away."""
    path = urlsplit(url)._replace(scheme="", netloc="")
    return path.geturl() if path.path.startswith("/kilder/") else ""


def sentence_labels(answer: Answer, sentence: Sentence) -> list[str]:
    """The labels of everything a sentence rests on, each once."""
    cited = (cited for cited in answer.citations if cited.n in sentence.citations)
    return list(dict.fromkeys(label for citation in cited for label in labels(citation)))


def place(cited: Place) -> list[str]:
    """Where it stands, from the document down to the page, as far as it is known."""
    held = texts.danish_date(cited.meeting_date) if cited.meeting_date else None
    punkt = texts.PUNKT.format(number=cited.punkt) if cited.punkt else None
    item = ": ".join(filter(None, (punkt, cited.item_title)))
    kind = texts.KINDS.get(cited.kind, cited.kind)
    known = (kind, cited.body, held, item, cited.section, page_of(cited), cited.document)
    return [fact for fact in known if fact]


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
