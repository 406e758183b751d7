"""What a client of the OpenAI API sends, as far as it means anything here.

What would change nothing is taken and left alone. What would give another thing than was asked for
is refused.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, Strict, field_validator, model_validator

from service import texts
from service.conversation.earlier import MOST_EARLIER
from service.question import MAX_QUESTION
from service.web.chat.framed import Framed, framed
from service.web.schema import Narrowed

MODEL = "aftalesvar"
MOST_MESSAGES = 200


ONLY = "Only what the answer is anyway; another value is refused."
CHANGES_NOTHING = Field(description="Taken, and changes nothing.")
Number = Annotated[float | None, Strict(), CHANGES_NOTHING]
Whole = Annotated[int | None, Strict(), CHANGES_NOTHING]
Text = Annotated[str | None, CHANGES_NOTHING]
Choice = Annotated[bool | None, Strict(), CHANGES_NOTHING]
Anything = Annotated[Any, CHANGES_NOTHING]


class UserMessage(BaseModel):
    """What the person says."""

    role: Literal["user"] = Field(examples=["user"])
    content: str = Field(description="Text, or a list of parts of the type `text`.")
    name: Text = None

    @field_validator("content", mode="before")
    @classmethod
    def only_text(cls, content: object) -> object:
        """Parts of text as one; pictures, sound and files cannot be read here."""
        if not isinstance(content, list):
            return content
        parts = [_text(part) for part in content]
        if None in parts:
            raise ValueError(texts.CHAT_TEXT_ONLY)
        return "\n".join(part for part in parts if part)


def _text(part: object) -> str | None:
    """A part's text; `None` of a part that has another type."""
    if not isinstance(part, dict) or part.get("type") != "text":
        return None
    text = part.get("text")
    return text if isinstance(text, str) else None


class OtherMessage(BaseModel):
    """What somebody else says: neither a question, nor an instruction, nor a right."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "assistant", "tool", "function"] = Field(
        examples=["system"]
    )
    content: Any = Field(default=None, description="Not read.")


Message = Annotated[UserMessage | OtherMessage, Field(discriminator="role")]


class StreamOptions(BaseModel):
    """How a stream is sent."""

    include_usage: bool | None = Field(
        default=None, strict=True, description="Whether a count ends the stream."
    )
    include_obfuscation: Choice = None


class ResponseFormat(BaseModel):
    """The form of the answer; it is always text."""

    type: Literal["text"] = Field(examples=["text"])


class Settings(BaseModel):
    """What changes nothing: the answer is made from documents, and is the same each time."""

    temperature: Number = None
    top_p: Number = None
    presence_penalty: Number = None
    frequency_penalty: Number = None
    max_tokens: Whole = None
    max_completion_tokens: Whole = None
    seed: Whole = None
    user: Text = None
    safety_identifier: Text = None
    prompt_cache_key: Text = None
    prompt_cache_retention: Text = None
    service_tier: Text = None
    reasoning_effort: Text = None
    verbosity: Text = None
    store: Choice = None
    parallel_tool_calls: Choice = None
    stop: Anything = None
    logit_bias: Anything = None
    metadata: Anything = None
    prediction: Anything = None
    tools: Anything = None
    functions: Anything = None


class ChatIn(Settings):
    """Messages as the OpenAI API has them; the last of the user is the question."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "model": MODEL,
                "messages": [
                    {"role": "user", "content": "Hvad blev besluttet om takster for 2026?"}
                ],
                "filters": {"from": "2025-01-01"},
            }
        },
    )

    model: Literal["aftalesvar"] = Field(examples=[MODEL])
    messages: list[Message] = Field(
        min_length=1,
        max_length=MOST_MESSAGES,
        description="The last of the user is the question; those before are what it may lean on.",
        json_schema_extra={"contains": {"properties": {"role": {"const": "user"}}}},
    )
    filters: Narrowed = Field(
        default_factory=lambda: Narrowed.model_validate({}),
        description="Where to look, as in /v1/ask.",
    )
    stream: bool | None = Field(
        default=None, strict=True, description="Whether it comes in pieces."
    )
    stream_options: StreamOptions | None = Field(default=None, description="How it does.")
    n: int | None = Field(default=None, ge=1, le=1, strict=True, description=ONLY)
    logprobs: bool | None = Field(
        default=None, strict=True, description=ONLY, json_schema_extra={"enum": [False, None]}
    )
    top_logprobs: int | None = Field(default=None, ge=0, le=0, strict=True, description=ONLY)
    tool_choice: Literal["none", "auto"] | None = Field(default=None, description=ONLY)
    function_call: Literal["none", "auto"] | None = Field(default=None, description=ONLY)
    response_format: ResponseFormat | None = Field(default=None, description=ONLY)
    modalities: list[Literal["text"]] | None = Field(default=None, description=ONLY)

    @field_validator("logprobs")
    @classmethod
    def no_logprobs(cls, value: bool | None) -> bool | None:
        """There are none to give."""
        if value:
            raise ValueError(texts.CHAT_NO_LOGPROBS)
        return value

    @model_validator(mode="after")
    def asks_something(self) -> Self:
        """There is a message of the user."""
        if not any(isinstance(message, UserMessage) for message in self.messages):
            raise ValueError(texts.CHAT_WITHOUT_QUESTION)
        return self

    @property
    def asked(self) -> Framed:
        """The last message of the user, out of its frame."""
        return framed(self._said()[-1])

    @property
    def earlier(self) -> tuple[str, ...]:
        """What the user asked before, oldest first; what was too long then is passed over."""
        before = (framed(said).question for said in self._said()[:-1])
        return tuple(said for said in before if 0 < len(said) <= MAX_QUESTION)[-MOST_EARLIER:]

    @property
    def counts_words(self) -> bool:
        """Whether a stream ends with a count."""
        return bool(self.stream_options and self.stream_options.include_usage)

    def _said(self) -> list[str]:
        return [each.content for each in self.messages if isinstance(each, UserMessage)]
