"""What a Bot Framework knows: its conversations, who is in them, and what it does not take."""

import json
import re
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.bots.teams.activities import APP, GUEST, KARLA, OUTSIDER, Activities
from tests.bots.teams.signing import Signer

LARGEST = 100 * 1024  # bytes of an activity
STREAM_SECONDS = 120.0
MOST_CITATIONS = 20


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next requests of a kind: `after` so many, so many `times`.

    Status 0 is no failure, only slow.
    """

    on: str
    status: int = 500
    code: str = "ServiceError"
    message: str = "made to fail"
    retry_after: str | None = None
    delay: float = 0.0
    drop: bool = False
    after: int = 0
    times: int = 1


@dataclass(slots=True)
class Message:
    """A message of the bot as people see it now, and how it came to be."""

    id: str
    conversation: str
    activity: dict[str, Any]
    edits: int = 0
    deleted: bool = False
    streamed: list[dict[str, Any]] = field(default_factory=list)
    streaming: bool = False
    began: float = field(default_factory=time.monotonic)

    @property
    def text(self) -> str:
        return str(self.activity.get("text") or "")

    def entity(self, kind: str) -> dict[str, Any] | None:
        """The entity of that type."""
        listed = self.activity.get("entities") or []
        return next((each for each in listed if each.get("type") == kind), None)

    @property
    def citations(self) -> list[dict[str, Any]]:
        entity = self.entity("https://schema.org/Message") or {}
        return list(entity.get("citation") or [])


@dataclass(slots=True)
class Call:
    """A request of the bot."""

    method: str
    path: str
    kind: str
    body: dict[str, Any]


class Refusal(Exception):
    """What the connector does not take."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


class BotFramework:
    """The state of the house's Teams, and what the bot asked of it."""

    def __init__(self) -> None:
        self.url = ""
        self.issued: dict[str, float] = {}
        self.signer = Signer(APP, "")
        self.reset()

    def reset(self) -> None:
        """Forget what happened and what was to fail; keys and tokens stay."""
        self.messages: list[Message] = []
        self.calls: list[Call] = []
        self.faults: deque[Fault] = deque()
        self.people = {each.id: each for each in (KARLA, GUEST, OUTSIDER)}
        self.left: set[str] = set()  # conversations that the bot was removed from
        self.keys_down = False
        self.stream_seconds = STREAM_SECONDS
        self.more_signers: list[Signer] = []

    def at(self, url: str) -> None:
        """It is reached at `url` from now on."""
        self.url = url
        self.signer.service = self.service

    @property
    def service(self) -> str:
        """What activities name as `serviceUrl`."""
        return f"{self.url}/emea/"

    @property
    def metadata(self) -> str:
        return f"{self.url}/v1/.well-known/openidconfiguration"

    @property
    def make(self) -> Activities:
        """Activities that come from here."""
        return Activities(self.service)

    def fail(self, on: str, **how: Any) -> None:
        """Let the next requests of a kind fail.

        Kinds: keys, token, create, stream, typing, update, delete, member, team, conversation.
        """
        self.faults.append(Fault(on, **how))

    def send(self, bot: str, activity: dict[str, Any], token: str | None = None) -> httpx.Response:
        """Send an activity to the bot at `bot`, signed as it should be unless a token is given."""
        bearer = self.signer.token() if token is None else token
        headers = {"Authorization": f"Bearer {bearer}"}
        return httpx.post(f"{bot}/api/messages", json=activity, headers=headers, timeout=30)

    def said(self, conversation: str | None = None) -> list[Message]:
        """What the bot says now, whole messages alone; `conversation` with its thread."""
        return [
            each
            for each in self.messages
            if conversation in (None, each.conversation)
            and not (each.deleted or each.streaming)
            and each.activity.get("type") == "message"
        ]

    def asked(self, kind: str) -> list[Call]:
        """The bot's requests of a kind."""
        return [each for each in self.calls if each.kind == kind]

    def failing(self, kind: str) -> Fault | None:
        """What goes wrong with the request of that kind that has just come."""
        for fault in self.faults:
            if fault.on != kind or fault.times == 0:
                continue
            if fault.after == 0:
                fault.times -= 1
                return fault
            fault.after -= 1
        return None

    # What the connector does with an activity of the bot.

    def create(self, conversation: str, activity: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self._member_there(conversation)
        _within_limits(activity)
        info = _stream_info(activity)
        if info is not None:
            return self._stream(conversation, activity, info)
        if activity.get("type") == "typing":
            return 202, {}
        message = Message(new_id(), conversation, activity)
        self.messages.append(message)
        return 201, {"id": message.id}

    def update(self, conversation: str, named: str, activity: dict[str, Any]) -> dict[str, Any]:
        self._member_there(conversation)
        _within_limits(activity)
        message = self._found(conversation, named)
        message.activity, message.streaming = activity, False
        message.edits += 1
        return {"id": message.id}

    def delete(self, conversation: str, named: str) -> None:
        self._member_there(conversation)
        self._found(conversation, named).deleted = True

    def _found(self, conversation: str, named: str) -> Message:
        base = conversation.split(";")[0]
        for each in self.messages:
            if each.id == named and each.conversation.split(";")[0] == base and not each.deleted:
                return each
        raise Refusal(404, "ActivityNotFoundInConversation", "no such activity")

    def _member_there(self, conversation: str) -> None:
        if conversation.split(";")[0] in self.left:
            raise Refusal(
                403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."
            )

    def _stream(
        self, conversation: str, activity: dict[str, Any], info: dict[str, Any]
    ) -> tuple[int, dict[str, Any]]:
        kind, sequence = info.get("streamType"), info.get("streamSequence")
        if not conversation.startswith("a:"):
            raise Refusal(403, "ContentStreamNotAllowed", "Content stream is not allowed")
        if not str(activity.get("text") or "").strip():
            raise Refusal(400, "BadRequest", "Start streaming activities should include text")
        if not info.get("streamId"):
            if sequence != 1 or kind == "final":
                raise Refusal(400, "BadRequest", "A stream begins with streamSequence 1")
            message = Message(new_id(), conversation, activity, streaming=True)
            message.streamed.append(activity)
            self.messages.append(message)
            return 201, {"id": message.id}
        return self._streamed_on(self._found(conversation, info["streamId"]), activity, info)

    def _streamed_on(
        self, message: Message, activity: dict[str, Any], info: dict[str, Any]
    ) -> tuple[int, dict[str, Any]]:
        stopped = "Content stream is not allowed on an already completed streamed message"
        if not message.streaming:
            raise Refusal(403, "ContentStreamNotAllowed", stopped)
        if time.monotonic() - message.began > self.stream_seconds:
            late = "Content stream finished due to exceeded streaming time."
            raise Refusal(403, "ContentStreamNotAllowed", late)
        if info.get("streamType") == "final":
            if activity.get("type") != "message":
                raise Refusal(400, "BadRequest", "The final message must be of type message")
            if info.get("streamSequence") is not None:
                raise Refusal(400, "BadRequest", "The final message has no streamSequence")
            _goes_on(message, activity)
            message.activity, message.streaming = activity, False
            return 202, {}
        self._follow_on(message, activity, info)
        return 202, {}

    def _follow_on(self, message: Message, activity: dict[str, Any], info: dict[str, Any]) -> None:
        last = _stream_info(message.streamed[-1]) or {}
        if activity.get("type") != "typing":
            raise Refusal(400, "BadRequest", "Streaming messages are of type typing")
        if not info["streamSequence"] > last["streamSequence"]:
            return  # the real one drops what comes too late and answers 202
        if last["streamType"] == "streaming":
            if info["streamType"] == "informative":
                raise Refusal(400, "BadRequest", "informative after streaming")
            _goes_on(message, activity)
        message.streamed.append(activity)
        message.activity = activity


def new_id() -> str:
    return f"{time.time_ns() // 1000}"


def _stream_info(activity: dict[str, Any]) -> dict[str, Any] | None:
    listed = activity.get("entities") or []
    return next((each for each in listed if each.get("type") == "streaminfo"), None)


def _goes_on(message: Message, activity: dict[str, Any]) -> None:
    """What stands there already must stay; Microsoft does not say whether of the whole too."""
    last = message.streamed[-1]
    grew = (_stream_info(last) or {}).get("streamType") == "streaming"
    if grew and not str(activity.get("text")).startswith(last["text"]):
        must = "Request streamed content should contain the previously streamed content"
        raise Refusal(403, "ContentStreamNotAllowed", must)


def kind_of(activity: dict[str, Any]) -> str:
    """What is created: a message, a piece of one, or the sign that somebody writes."""
    if _stream_info(activity):
        return "stream"
    return "typing" if activity.get("type") == "typing" else "create"


def _within_limits(activity: dict[str, Any]) -> None:
    if len(json.dumps(activity, ensure_ascii=False).encode()) > LARGEST:
        raise Refusal(413, "MessageSizeTooBig", "Message size too large.")
    for entity in activity.get("entities") or []:
        _cites_well(entity.get("citation") or [], str(activity.get("text") or ""))


def _cites_well(citations: list[dict[str, Any]], text: str) -> None:
    if len(citations) > MOST_CITATIONS:
        raise Refusal(400, "BadRequest", "more than 20 citations")
    for each in citations:
        shown = each["appearance"]
        if len(shown["name"]) > 80 or len(shown["abstract"]) > 160:
            raise Refusal(400, "BadRequest", "a citation's name or abstract is too long")
        if not re.search(rf"\[{each['position']}\]", text):
            raise Refusal(400, "BadRequest", f"the text has no [{each['position']}]")
