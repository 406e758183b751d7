"""The beginning of a private conversation: a greeting, and questions that can be asked.

What is asked there comes as direct messages, which `events` answers; bolt's `AsyncAssistant` is
not used, as it would take those in threads away from it, and with them the news that a message was
deleted. Apps made since 2026 open conversations as their Messages tab (`app_home_opened`), older
ones as threads of a panel (`assistant_thread_started`).
"""

import logging
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bots.asker import Place
from bots.slack.blocks import refused
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.posting import post
from service import texts
from service.access.visitor import Channel
from service.unready import SearchIndexError

log = logging.getLogger(__name__)
MOST = 4  # suggestions that Slack takes
TITLE = 60  # characters of a suggestion's button


def register(app: AsyncApp, kit: Kit) -> None:
    """Listen to conversations that begin."""
    assistant = Assistant(kit)
    app.event("app_home_opened", matchers=[_is_conversation])(assistant.opened)
    app.event("assistant_thread_started")(assistant.started)
    app.event("assistant_thread_context_changed")(_unneeded)


async def _is_conversation(event: dict[str, Any]) -> bool:
    return event.get("tab") == "messages"


async def _unneeded() -> None:
    """Which channel somebody looks at is none of our business."""


@dataclass(frozen=True, slots=True)
class Assistant:
    """Suggests questions; where that fails, people can ask all the same."""

    kit: Kit

    async def opened(self, event: dict[str, Any]) -> None:
        """Somebody opens the conversation, be it for the hundredth time: no greeting."""
        self.kit.running.start(self._suggest(event["channel"]))

    async def started(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """Somebody begins a thread in the panel."""
        thread = event["assistant_thread"]
        place = Place(Channel.SLACK, body["team_id"], thread["channel_id"], thread["thread_ts"])
        self.kit.running.start(self._greet(place))

    async def _greet(self, place: Place) -> None:
        try:
            await post(self.kit.client, place, refused(texts.ASSISTANT_HELLO))
        except FAILED as error:
            log.warning("A conversation began without a greeting: %s", code(error))
        await self._suggest(place.conversation, place.thread)

    async def _suggest(self, channel: str, thread: str | None = None) -> None:
        try:
            examples = (await self.kit.parts.newsroom.shelf()).examples[:MOST]
        except SearchIndexError:
            return
        if not examples:
            return
        prompts = [{"title": _title(each), "message": each} for each in examples]
        try:
            # With a thread Slack silently does nothing in apps of the newer kind.
            await self.kit.client.assistant_threads_setSuggestedPrompts(
                channel_id=channel, thread_ts=thread, title=texts.EXAMPLES, prompts=prompts
            )
        except FAILED as error:
            log.warning("No questions were suggested: %s", code(error))


def _title(question: str) -> str:
    return shorten(question, TITLE, placeholder=" …")
