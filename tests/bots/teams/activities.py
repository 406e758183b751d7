"""Activities as Teams sends them to a bot: made-up people in a made-up house."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

APP = "6c1a9d1e-0b1f-4d5e-9a53-5a2b7c3d4e5f"
TENANT = "0d9f3c52-7e1b-4d83-8a25-1f6b2c7d8e9a"
ELSEWHERE = "77777777-6666-4555-8444-333333333333"
BOT = {"id": f"28:{APP}", "name": "Aftalesvar"}

PERSONAL = "a:1personal"
GROUP = "19:group@thread.v2"
CHANNEL = "19:channel@thread.tacv2"
TEAM = "19:team@thread.tacv2"
_ids = count(1_760_000_000_000)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Teams; `role` is what the roster of a conversation says of them."""

    id: str
    object_id: str
    name: str
    role: str = "user"
    tenant: str = TENANT

    @property
    def account(self) -> dict[str, Any]:
        """How an activity names them."""
        return {"id": self.id, "name": self.name, "aadObjectId": self.object_id}

    @property
    def member(self) -> dict[str, Any]:
        """How the roster of a conversation names them."""
        return self.account | {"userRole": self.role, "tenantId": self.tenant}


KARLA = Person("29:karla", "aaaaaaaa-0000-4000-8000-000000000001", "Karla Kvist")
GUEST = Person("29:guest", "aaaaaaaa-0000-4000-8000-000000000002", "Gerda Gæst", "guest")
OUTSIDER = Person(
    "29:outsider", "aaaaaaaa-0000-4000-8000-000000000003", "Otto Udefra", "user", ELSEWHERE
)


@dataclass(frozen=True, slots=True)
class Where:
    """A conversation as activities name it; `thread` is a channel's first message."""

    kind: str = "personal"
    id: str = PERSONAL
    thread: str = ""

    @property
    def conversation(self) -> dict[str, Any]:
        named = f"{self.id};messageid={self.thread}" if self.thread else self.id
        said: dict[str, Any] = {"conversationType": self.kind, "id": named, "tenantId": TENANT}
        return said if self.kind == "personal" else said | {"isGroup": True}

    @property
    def channel_data(self) -> dict[str, Any]:
        said: dict[str, Any] = {"tenant": {"id": TENANT}}
        if self.kind != "channel":
            return said
        return said | {"channel": {"id": self.id}, "team": {"id": TEAM, "aadGroupId": "g"}}


ALONE = Where()
TOGETHER = Where("groupChat", GROUP)


def thread(root: str = "1759999999999") -> Where:
    """A thread of the channel."""
    return Where("channel", CHANNEL, root)


@dataclass(frozen=True, slots=True)
class Activities:
    """Makes activities of one service; every one has an id of its own unless `id` is given."""

    service: str
    usual: dict[str, Any] = field(default_factory=dict)

    def of(
        self, kind: str, where: Where = ALONE, who: Person = KARLA, **more: Any
    ) -> dict[str, Any]:
        """An activity of any kind; `more` are fields as the wire names them."""
        given = more.pop("channelData", {})
        said: dict[str, Any] = {
            "type": kind,
            "id": str(next(_ids)),
            "timestamp": "2026-03-02T09:30:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.service,
            "from": who.account,
            "recipient": BOT,
            "conversation": where.conversation,
            "channelData": where.channel_data | given,
            "locale": "da-DK",
        }
        return said | self.usual | more

    def message(
        self, text: str, where: Where = ALONE, who: Person = KARLA, **more: Any
    ) -> dict[str, Any]:
        """A message, with a mention of the bot in front where it is not alone with somebody."""
        if where.kind == "personal":
            return self.of("message", where, who, text=text, textFormat="plain", **more)
        mention = {"type": "mention", "mentioned": BOT, "text": "<at>Aftalesvar</at>"}
        said = {"text": f"<at>Aftalesvar</at>\u00a0{text}", "entities": [mention]}
        return self.of("message", where, who, **{"textFormat": "plain", **said, **more})

    def overheard(self, text: str, where: Where, who: Person = KARLA) -> dict[str, Any]:
        """A message of a channel or group that does not mention the bot."""
        return self.of("message", where, who, text=text, textFormat="plain")

    def invoke(
        self, name: str, value: Any, where: Where = ALONE, who: Person = KARLA, **more: Any
    ) -> dict[str, Any]:
        """A click or a dialog that waits for an answer."""
        return self.of("invoke", where, who, name=name, value=value, **more)

    def edited(self, message: dict[str, Any], text: str) -> dict[str, Any]:
        """The same message with another text."""
        data = message["channelData"] | {"eventType": "editMessage"}
        return message | {"type": "messageUpdate", "text": text, "channelData": data}

    def deleted(self, message: dict[str, Any]) -> dict[str, Any]:
        """The same message, taken back."""
        data = message["channelData"] | {"eventType": "softDeleteMessage"}
        gone = {name: value for name, value in message.items() if name not in ("text", "entities")}
        return gone | {"type": "messageDelete", "channelData": data}

    def installed(self, where: Where = ALONE, action: str = "add") -> dict[str, Any]:
        """The bot was put into a conversation, or taken out of it."""
        return self.of("installationUpdate", where, action=action)

    def members(self, change: str, where: Where, *accounts: dict[str, Any]) -> dict[str, Any]:
        """`change` is `membersAdded` or `membersRemoved`."""
        return self.of("conversationUpdate", where, **{change: list(accounts)})
