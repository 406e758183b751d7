"""What only one person sees: messages over the response URL of a command, a click or a shortcut."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_sdk.webhook.webhook_response import WebhookResponse

from bots.slack.message import Message

log = logging.getLogger("aftalesvar.bots")
TRIES = 3
WAIT = 1.0  # seconds, where Slack does not say how long
LONGEST_WAIT = 30.0


async def whisper(
    respond: AsyncRespond, message: Message, *, thread: str = "", replace: bool = False
) -> bool:
    """Tell it to them alone, in a thread or not; `replace` what they were told there before.

    Gives whether Slack took it: a response URL serves for half an hour and five messages.
    """
    for again in range(TRIES):
        try:
            answer = await respond(
                text=message.text,
                blocks=message.blocks,
                response_type="ephemeral",
                replace_original=replace,
                thread_ts=thread or None,
                unfurl_links=False,
                unfurl_media=False,
            )
        except (aiohttp.ClientError, TimeoutError):
            pause = WAIT
        else:
            if answer.status_code == 200:
                return True
            if answer.status_code < 500 and answer.status_code != 429:
                log.warning("a response URL was refused with %d", answer.status_code)
                return False
            pause = _pause(answer)
        if again + 1 < TRIES:
            await asyncio.sleep(pause)
    log.warning("a response URL could not be reached in %d tries", TRIES)
    return False


def _pause(answer: WebhookResponse) -> float:
    wanted = {name.lower(): value for name, value in answer.headers.items()}.get("retry-after", "")
    return min(float(wanted), LONGEST_WAIT) if wanted.isdigit() else WAIT


def clicked(body: Mapping[str, Any]) -> str:
    """The value of the button that was clicked."""
    actions: list[dict[str, Any]] = body["actions"]
    return str(actions[0].get("value", ""))


def thread_of(body: Mapping[str, Any]) -> str:
    """The thread that the clicked message stands in; empty where it stands in none."""
    return str(body.get("container", {}).get("thread_ts", ""))


def team_of(body: Mapping[str, Any]) -> str:
    """The workspace; Slack leaves it out where a whole organisation has the app."""
    return str((body.get("team") or {}).get("id") or body["user"]["team_id"])
