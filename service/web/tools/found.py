"""What the tools give; `search` and `fetch` as ChatGPT's connectors want them."""

from pydantic import BaseModel, Field

from service.answer import AnswerStatus
from service.web.schema import CitationOut, Out


class Result(BaseModel):
    """A place that was found."""

    id: str = Field(description="What `fetch` takes.")
    title: str = Field(description="Document, meeting, item and section.")
    url: str = Field(description="The place in the document, for a person to open.")


class Results(BaseModel):
    """The places found, best first."""

    results: list[Result]


class Fetched(BaseModel):
    """A section of a document, or a document."""

    id: str
    title: str
    text: str = Field(description="Verbatim.")
    url: str = Field(description="The document, for a person to open.")
    metadata: dict[str, str] = Field(description="What the document is, and where this stands.")


class Answered(Out):
    """The answer to a question. A recommendation is never called a decision."""

    status: AnswerStatus = Field(description="`not_found`: the documents do not answer.")
    text: str = Field(description="The answer in Danish; [1] names citation 1.")
    citations: list[CitationOut] = Field(description="The places it was copied from.")
    notes: list[str] = Field(description="What the reader must be told with the answer.")
    understood_as: str | None = Field(description="What a follow-up was taken to ask.")
    generation: str = Field(description="State of the index.")
