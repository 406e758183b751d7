"""The routes that list the collection, for programs."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.archive.files import MEDIA_TYPES, PLAIN
from service.archive.port import Archive
from service.web import lists
from service.web.downloads import TYPES, attachment, decisions_file, wanted_format
from service.web.failures import ERRORS
from service.web.parts import Parts
from service.web.request import visible_to
from service.web.schema import ErrorOut

Responses = dict[int | str, dict[str, Any]]
LISTING: Responses = {code: ERRORS[code] for code in (401, 403, 422, 503)}
ONE: Responses = LISTING | {
    404: {"model": ErrorOut, "description": "No such document, or none that may be seen."}
}
FILE = {"schema": {"type": "string", "format": "binary"}}
EXPORTED: Responses = ERRORS | {
    200: {
        "description": "The items that fit; as CSV and XLSX the whole list, as a file.",
        "content": {kind: FILE for kind in TYPES.values()},
    }
}
ORIGINAL: Responses = ONE | {
    429: ERRORS[429],
    200: {
        "description": "The file exactly as it was indexed, to be saved.",
        "content": {kind: FILE for kind in sorted({*MEDIA_TYPES.values(), PLAIN})},
    },
}
NONE = Annotated[lists.Nothing, Query()]
# Described, not checked: a name that no document can have is one that none has.
DOCUMENT_ID = Annotated[
    str,
    Path(
        description="As in `document_id` of a citation.",
        examples=["referat-2025-03-12"],
        json_schema_extra={"pattern": r"^[a-z0-9][a-z0-9.-]{0,199}$"},
    ),
]


def collection(parts: Parts) -> APIRouter:
    """Documents, decisions, timelines and the state of it all."""
    router = APIRouter(tags=["collection"])
    _documents(router, parts.archive)
    _decisions(router, parts)
    _timeline(router, parts.archive)

    @router.get("/v1/status", operation_id="status", responses=LISTING)
    def status(request: Request, nothing: NONE) -> lists.StatusOut:
        """What is in the collection and what is missing."""
        return lists.StatusOut.model_validate(parts.archive.collection(visible_to(request)))

    return router


def _documents(router: APIRouter, archive: Archive) -> None:
    @router.get("/v1/documents", operation_id="documents", responses=LISTING)
    def documents(
        request: Request, asked: Annotated[lists.DocumentsParameters, Query()]
    ) -> lists.DocumentsOut:
        """The documents, and the meetings printed inside them, by kind and date."""
        found = archive.documents(asked.query(), asked.window, visible_to(request))
        return lists.DocumentsOut(
            documents=[lists.RecordOut.model_validate(record) for record in found.records],
            total=found.total,
            next_offset=lists.next_offset(asked.window, found.total),
            generation=found.generation,
        )

    @router.get("/v1/documents/{document_id}", operation_id="document", responses=ONE)
    def document(request: Request, document_id: DOCUMENT_ID, nothing: NONE) -> lists.DocumentOut:
        """One document with its headings."""
        found = archive.detail(document_id, visible_to(request))
        if found is None:
            raise HTTPException(404)
        return lists.DocumentOut.model_validate(found)

    @router.get("/v1/documents/{document_id}/text", operation_id="text", responses=ONE)
    def text(
        request: Request, document_id: DOCUMENT_ID, asked: Annotated[lists.LinesParameters, Query()]
    ) -> lists.TextOut:
        """A document's lines with their places, in reading order."""
        found = archive.text(document_id, asked.window, visible_to(request))
        if found is None:
            raise HTTPException(404)
        total, shown = found
        return lists.TextOut(
            document_id=document_id,
            lines=[lists.LineOut.model_validate(line) for line in shown],
            total=total,
            next_offset=lists.next_offset(asked.window, total),
        )

    @router.get(
        "/v1/documents/{document_id}/file",
        operation_id="file",
        responses=ORIGINAL,
        response_class=Response,
    )
    def file(request: Request, document_id: DOCUMENT_ID, nothing: NONE) -> Response:
        """The file a document was read from, or the one a meeting is printed in.

        There is none where some of it may not be seen, where it holds CPR numbers, and where it is
        not as it was indexed any more. What could not be read of a file may be closed, so only who
        may see closed items gets such a file.
        """
        found = archive.original(document_id, visible_to(request))
        if found is None:
            raise HTTPException(404)
        return attachment(found.name, found.media_type, found.data)


def _decisions(router: APIRouter, parts: Parts) -> None:
    def decisions(
        request: Request, asked: lists.DecisionsIn | lists.DecisionsParameters
    ) -> lists.DecisionsOut | Response:
        query, allowed = asked.query(), visible_to(request)
        form = wanted_format(request, asked.format)
        if form in TYPES:
            return decisions_file(parts.archive, query, allowed, form, parts.site.public_url)
        found = parts.archive.decisions(query, asked.window, allowed)
        return lists.DecisionsOut.of(found, asked.window)

    given: dict[str, Any] = {"response_model": lists.DecisionsOut, "responses": EXPORTED}

    @router.get("/v1/decisions", operation_id="decisions", **given)
    def by_parameters(
        request: Request, asked: Annotated[lists.DecisionsParameters, Query()]
    ) -> lists.DecisionsOut | Response:
        """Agenda items with what became of them, newest meeting first.

        Items of which only the agenda is in the collection are among them, and never decisions.
        """
        return decisions(request, asked)

    @router.post("/v1/decisions", operation_id="find_decisions", **given)
    def by_object(request: Request, asked: lists.DecisionsIn) -> lists.DecisionsOut | Response:
        """As GET; nothing that is asked for stands in an address."""
        return decisions(request, asked)


def _timeline(router: APIRouter, archive: Archive) -> None:
    def timeline(request: Request, asked: lists.TimelineIn) -> lists.TimelineOut:
        found = archive.timeline(asked.subject, asked.query(), visible_to(request))
        return lists.TimelineOut.model_validate(found)

    @router.get("/v1/timeline", operation_id="timeline", responses=ERRORS)
    def by_parameters(
        request: Request, asked: Annotated[lists.TimelineIn, Query()]
    ) -> lists.TimelineOut:
        """What each meeting did with a subject, and the documents about it, oldest first."""
        return timeline(request, asked)

    @router.post("/v1/timeline", operation_id="find_timeline", responses=ERRORS)
    def by_object(request: Request, asked: lists.TimelineIn) -> lists.TimelineOut:
        """As GET; nothing that is asked for stands in an address."""
        return timeline(request, asked)
