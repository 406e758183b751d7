"""The whole bot in Slack on loopback, over doubles of what it asks and a real memory."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from bots.memory import FileMemory
from bots.parts import Parts
from bots.serving import working
from bots.settings import SlackSettings
from bots.slack.app import SlackBot, create, over_http
from bots.slack.socket import connected
from tests.bots.slack.house import Desk, Newsroom
from tests.bots.slack.sending import SECRET
from tests.bots.slack.server import TOKEN, Slack
from tests.bots.slack.serving import served
from tests.bots.slack.sockets import APP_TOKEN, SocketSlack, socket_slack
from tests.bots.slack.workspace import TEAM, Message

CHANNEL, PRIVATE, SECRETARIAT = "C0KANAL001", "G0LUKKET01", "C0SEKRET01"
ANNE, BO, GUEST = "U0ANNE0001", "U0BO000001", "U0GAEST001"
SITE = "https://svar.example"


@dataclass(slots=True)
class Flow:
    """A Slack, the bot in it, and what the bot asks."""

    slack: SocketSlack
    bot: SlackBot
    desk: Desk
    newsroom: Newsroom
    memory: FileMemory

    def whispers(self, number: int = 1, user: str = ANNE) -> list[Message]:
        """What the bot told `user` alone, once there is so much."""

        def told() -> list[Message]:
            ours = [each for each in self.slack.workspace.ours() if each.only_for == user]
            return ours if len(ours) >= number else []

        return self.slack.until(told)

    def button(self, message: Message, action: str, value: str = "") -> dict[str, Any]:
        """What Slack sends of a click on a button there; of thumbs the one that begins so."""
        for element in elements(message.blocks):
            if element.get("action_id") == action:
                known = _values(element)
                chosen = next(each for each in known if each.startswith(value))
                return {"action_id": action, "type": element["type"], "value": chosen}
        raise AssertionError(f"no {action} in {message.shown!r}")

    def command(self, channel: str, user: str, **fields: str) -> dict[str, str]:
        """What Slack sends of a use of the command."""
        return {
            "command": "/aftale",
            "team_id": TEAM,
            "channel_id": channel,
            "user_id": user,
            "response_url": self.slack.response_url(channel, user),
            **fields,
        }

    def public(self, *channels: str) -> str:
        """All that everybody reads."""
        ours = self.slack.workspace.ours()
        return "\n".join(
            f"{each.shown} {each.text}"
            for each in ours
            if not each.only_for and each.channel in (channels or (each.channel,))
        )


def elements(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Everything in blocks that can be clicked."""
    for block in blocks:
        yield from block.get("elements", []) if "action" in block["type"] else ()


def _values(element: dict[str, Any]) -> list[str]:
    if element["type"] == "feedback_buttons":
        return [element["positive_button"]["value"], element["negative_button"]["value"]]
    return [element["value"]]


@contextmanager
def a_flow(
    home: Path,
    *,
    secretariat: str | None = SECRETARIAT,
    socket_mode: bool = False,
    real: Parts | None = None,
) -> Iterator[Flow]:
    """With two of our own people, a guest, and a channel that the bot is not in.

    With `real` parts none of the doubles is asked.
    """
    with socket_slack() as slack:
        furnish(slack)
        app_token = APP_TOKEN if socket_mode else None
        settings = SlackSettings(TOKEN, SECRET, app_token, secretariat, slack.api)
        desk, newsroom, memory = Desk(), Newsroom(), FileMemory(home)
        parts = real or Parts(desk, memory, newsroom, SITE)
        bot = create(settings, parts)
        app = by_itself(bot, parts) if socket_mode else over_http(bot)
        with served(app) as url:
            if not socket_mode:
                slack.serves(f"{url}/slack/events")
            slack.until(lambda: slack.links or not socket_mode)
            yield Flow(slack, bot, desk, newsroom, memory)


def by_itself(bot: SlackBot, parts: Parts) -> ASGIApp:
    """The bot in Socket Mode, as its command runs it."""

    @asynccontextmanager
    async def work() -> AsyncIterator[None]:
        async with bot.at_work(), connected(bot.app, bot.kit.settings, ping=0.2):
            yield

    return working(work, parts)


def furnish(slack: Slack) -> None:
    """People and channels."""
    for user in (ANNE, BO):
        slack.workspace.user(user)
    slack.workspace.user(GUEST, is_restricted=True)
    for channel in (CHANNEL, SECRETARIAT):
        slack.workspace.channel(channel).members.update((ANNE, BO, GUEST))
    slack.workspace.channel(PRIVATE, "group").members.clear()
