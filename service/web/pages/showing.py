"""What every page is shown with: the templates and what they call."""

from pathlib import Path
from textwrap import shorten
from urllib.parse import urlsplit

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from index import Document
from service import texts
from service.answer import Answer, Citation, Place, Sentence
from service.places import labels, page_of
from service.question import MAX_QUESTION
from service.show import answer_lines
from service.show import place as placed
from service.standings import standing_of
from service.web.request import request_id, visitor_of

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


def quote_text(cited: Citation) -> str:
    """A quote with its place, to be put into a letter or a note."""
    return f"„{cited.quote}“\n{placed(cited)}"


def answer_text(answer: Answer, asked: str) -> str:
    """The question and its answer with remarks and sources, as plain text."""
    return "\n".join((f"{asked}\n", *answer_lines(answer)))


def about(document: Document) -> list[str]:
    """What the document is: its kind, body, date and the period it covers."""
    held = texts.danish_date(document.held) if document.held else None
    edition = texts.EDITION.format(edition=document.edition) if document.edition else None
    known = (texts.KINDS.get(document.kind, document.kind), document.body, held, edition)
    return [fact for fact in known if fact]


def excerpt(text: str) -> str:
    """The beginning of a passage, cut between words."""
    return shorten(text, EXCERPT, placeholder=" …")


def environment() -> Environment:
    """The templates with what they call; everything they are given is escaped."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    called = (
        about,
        answer_text,
        excerpt,
        labels,
        local,
        place,
        quote_text,
        sentence_labels,
        standing_of,
    )
    env.globals.update({function.__name__: function for function in called})
    env.globals.update(t=texts, longest=MAX_QUESTION)
    return env


TEMPLATES = Jinja2Templates(env=environment())


def show(request: Request, name: str, status: int = 200, **values: object) -> Response:
    """The page `name` made from `values`, in the frame that says who runs it and who is here."""
    known = request.app.state
    frame = {"house": known.house, "entry": known.entry, "visitor": visitor_of(request)}
    return TEMPLATES.TemplateResponse(request, f"{name}.html", {**frame, **values}, status)


def fragment(name: str, **values: object) -> str:
    """A part of a page made from `values`, for a page that is already open."""
    return TEMPLATES.get_template(f"{name}.html").render(values)


def error_page(request: Request, status: int, title: str, message: str) -> Response:
    """An error a person can understand, with the number that finds it in the log."""
    return show(request, "error", status, title=title, message=message, number=request_id(request))
