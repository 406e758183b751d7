"""The App Home tab, made anew each time somebody opens it."""

import logging
from dataclasses import dataclass
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bots import following
from bots.asker import Place
from bots.faults import told
from bots.slack.client import FAILED, code
from bots.slack.front import closed, home
from bots.slack.kit import Kit
from bots.slack.rich import rich, section, words
from service.access.visitor import Channel
from service.web.faults import places

log = logging.getLogger(__name__)


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to people opening it."""
    app.event("app_home_opened", matchers=[_is_home])(Home(kit).opened)


async def _is_home(event: dict[str, Any]) -> bool:
    return event.get("tab") == "home"


@dataclass(frozen=True, slots=True)
class Home:
    """Shows what everybody may know, and what is followed in one's own conversation with us."""

    kit: Kit

    async def opened(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """Somebody looks at it."""
        conversation = Place(Channel.SLACK, body["team_id"], event["channel"])
        self.kit.running.start(self._show(event["user"], conversation))

    async def _show(self, user: str, conversation: Place) -> None:
        try:
            view = await self._made(conversation)
        except Exception as error:
            log.warning("The home tab is without its contents\n%s", places(error))
            view = closed(told(error))
        try:
            await self.kit.client.views_publish(user_id=user, view=view)
        except FAILED as error:
            log.warning("The home tab was not shown: %s", code(error))

    async def _made(self, conversation: Place) -> dict[str, Any]:
        view = home(await self.kit.parts.newsroom.shelf())
        here = await following.subjects(self.kit.parts, conversation)
        if here:
            view["blocks"] = [*view["blocks"][:-1], _followed(here), view["blocks"][-1]]
        return view


def _followed(here: list[str]) -> dict[str, Any]:
    return rich(section(words(following.told(here))))
