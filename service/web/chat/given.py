"""What a client of the OpenAI API gets, with the citations beside it."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, Field

from service.answer import Answer, AnswerStatus, Citation
from service.show import place
from service.web.chat.asked import MODEL
from service.web.schema import CitationOut


class Usage(BaseModel):
    """How much was read and written, in words: there are no tokens here."""

    prompt_tokens: int = Field(examples=[7])
    completion_tokens: int = Field(examples=[42])
    total_tokens: int = Field(examples=[49])


class Cited(BaseModel):
    """A citation as clients of Azure OpenAI read it."""

    content: str = Field(description="The quote.")
    title: str = Field(description="Where it stands.")
    url: str = Field(description="The source with the text marked.")
    filepath: str = Field(description="File name.")


class Context(BaseModel):
    """What the message was written from."""

    citations: list[Cited] = Field(description="As `citations`, in other words.")


class Said(BaseModel):
    """The answer as a message."""

    role: Literal["assistant"] = Field(default="assistant", examples=["assistant"])
    content: str = Field(description="The answer, its remarks and its sources as plain text.")
    refusal: None = Field(default=None, description="Never one.")
    context: Context


class Choice(BaseModel):
    """The one answer."""

    index: int = Field(default=0, examples=[0])
    message: Said
    logprobs: None = Field(default=None, description="None are known.")
    finish_reason: Literal["stop"] = Field(default="stop", examples=["stop"])


class Completion(BaseModel):
    """What a whole answer and a piece of one share."""

    id: str = Field(examples=["chatcmpl-01J9Z6"])
    created: int = Field(description="Seconds since 1970.", examples=[1748764800])
    model: str = Field(default=MODEL, examples=[MODEL])
    system_fingerprint: str | None = Field(
        default=None, description="State of the index.", examples=["20250601-0700"]
    )


class ChatOut(Completion):
    """An answer as the OpenAI API has it."""

    object: Literal["chat.completion"] = Field(
        default="chat.completion", examples=["chat.completion"]
    )
    choices: list[Choice] = Field(description="Always one.")
    usage: Usage
    citations: list[CitationOut] = Field(description="As in /v1/ask.")
    status: AnswerStatus | None = Field(
        description="As in /v1/ask; none where a question was only written out in full."
    )
    answer_id: str | None = Field(description="What `/v1/feedback` takes.")


class Delta(BaseModel):
    """What a piece adds."""

    content: str = ""


class FirstDelta(Delta):
    """Who begins to speak."""

    role: Literal["assistant"] = "assistant"


class LastDelta(Delta):
    """What the message was written from."""

    context: Context


class ChoiceDelta(BaseModel):
    """What a piece adds to the one answer."""

    index: int = 0
    delta: FirstDelta | LastDelta | Delta
    logprobs: None = None
    finish_reason: Literal["stop"] | None = None


class Chunk(Completion):
    """A piece of an answer."""

    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    choices: list[ChoiceDelta]


class LastChunk(Chunk):
    """The end of an answer, with its citations."""

    citations: list[CitationOut]
    status: AnswerStatus | None
    answer_id: str | None


class UsageChunk(LastChunk):
    """The count, where it was asked for; it comes after the end."""

    usage: Usage


class Model(BaseModel):
    """The one model there is."""

    id: str = Field(default=MODEL, examples=[MODEL])
    object: Literal["model"] = Field(default="model", examples=["model"])
    created: int = Field(default=0, description="Not known.")
    owned_by: str = Field(default=MODEL, examples=[MODEL])


class Models(BaseModel):
    """All models there are."""

    object: Literal["list"] = Field(default="list", examples=["list"])
    data: list[Model] = Field(description="Always one.")


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to a question, and the answer it comes from.

    `answer` is `None` where the question was only written out in full.
    """

    question: str
    content: str
    answer: Answer | None

    @property
    def status(self) -> AnswerStatus | None:
        """How far the documents answer."""
        return self.answer.status if self.answer else None

    @property
    def answer_id(self) -> str | None:
        """What an opinion of the answer names it by."""
        return self.answer.id if self.answer else None

    @property
    def generation(self) -> str | None:
        """State of the index."""
        return self.answer.generation if self.answer else None

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The places of an answer that answers."""
        answers = self.answer and self.answer.status is not AnswerStatus.NOT_FOUND
        return self.answer.citations if self.answer and answers else ()

    @property
    def citations(self) -> list[CitationOut]:
        """The same as programs read them."""
        return [CitationOut.model_validate(cited) for cited in self.cited]

    @property
    def context(self) -> Context:
        """The same as clients of Azure OpenAI read them."""
        return Context(
            citations=[
                Cited(content=each.quote, title=place(each), url=each.url, filepath=each.document)
                for each in self.cited
            ]
        )

    @property
    def usage(self) -> Usage:
        """How many words were asked and answered with."""
        asked, said = len(self.question.split()), len(self.content.split())
        return Usage(prompt_tokens=asked, completion_tokens=said, total_tokens=asked + said)
