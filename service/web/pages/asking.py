"""The question and its answer, as pages."""

from collections.abc import Generator
from contextlib import closing
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import AfterValidator, BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from index import Filters
from service import texts
from service.answer import Answer, Sentence, Sources
from service.conversation.earlier import MOST_EARLIER
from service.errors import QuestionRefused
from service.ports import Assistant
from service.question import MAX_QUESTION
from service.web import schema
from service.web.pages.answered import Answered
from service.web.pages.showing import fragment, show
from service.web.parts import Parts
from service.web.request import visible_to
from service.web.streaming import Streamed, event, wants_events


def unbroken(text: str) -> str:
    """Browsers send line breaks as two characters; the limit counts them as one."""
    return text.replace("\r\n", "\n")


Asked = Annotated[str, AfterValidator(unbroken)]
Earlier = Annotated[Asked, Field(max_length=MAX_QUESTION)]


class Shown(BaseModel):
    """An answer for a page that is already open: what it puts in its place, and its title.

    `asked` is the question without what the service never keeps.
    """

    html: str
    title: str
    asked: str


class Trouble(BaseModel):
    """What is said where the rest of an answer does not come."""

    message: str


def asking(parts: Parts) -> APIRouter:
    """The front page, and answers."""
    router = APIRouter(include_in_schema=False)
    assistant = parts.assistant

    def front_page(
        request: Request, question: str = "", refused: str = "", earlier: list[str] | None = None
    ) -> Response:
        return show(
            request,
            "front",
            422 if refused else 200,
            overview=assistant.overview(),
            question=question,
            refused=refused,
            earlier=earlier or [],
        )

    @router.get("/")
    def front(request: Request) -> Response:
        return front_page(request)

    @router.post("/")
    def ask(
        request: Request,
        spoergsmaal: Annotated[Asked, Form()] = "",
        tidligere: Annotated[list[Earlier] | None, Form(max_length=MOST_EARLIER)] = None,
    ) -> Response:
        """`tidligere` are the questions before in the conversation, oldest first."""
        filters = Filters(visibility=visible_to(request))
        earlier = tidligere or []
        if wants_events(request):
            work = partial(events, assistant, spoergsmaal, earlier, filters)
            return Streamed(request, work, error=event("error", Trouble(message=texts.BROKEN)))
        try:
            before = assistant.followed(earlier, filters)
            answer = assistant.ask(spoergsmaal, filters, before)
        except QuestionRefused as refused:
            return front_page(request, spoergsmaal, refused.reason, earlier)
        return show(request, "answer", answered=Answered.of(answer, spoergsmaal, earlier))

    return router


def events(
    assistant: Assistant, question: str, earlier: list[str], filters: Filters
) -> Generator[bytes]:
    """The answer as it comes, last as the page shows it; raises as `ask` before the first."""
    before = assistant.followed(earlier, filters)
    with closing(assistant.stream(question, filters, before)) as said:
        for each in said:
            match each:
                case Sources():
                    yield event("sources", schema.CitationsOut.model_validate(each))
                case Sentence():
                    yield event("text", schema.SentenceOut.model_validate(each))
                case Answer():
                    answered = Answered.of(each, question, earlier)
                    html = fragment("_answer", answered=answered)
                    shown = Shown(html=html, title=answered.title, asked=answered.asked)
                    yield event("html", shown)
