"""Messages of ours in conversations that the app is in."""

from collections.abc import Sequence
from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from bots.asker import Place
from bots.slack.message import Message

# What Slack refuses a message with where we are not, or nobody is any more.
NOT_INSIDE = frozenset({"not_in_channel", "channel_not_found"})
GONE = NOT_INSIDE | {"is_archived", "account_inactive"}


async def post(client: AsyncWebClient, place: Place, message: Message) -> str:
    """Post it there and give its id; raises `client.FAILED`."""
    posted = await client.chat_postMessage(
        channel=place.conversation,
        thread_ts=place.thread or None,
        text=message.text,
        blocks=message.blocks,
        unfurl_links=False,
        unfurl_media=False,
    )
    return str(posted["ts"])


async def post_all(client: AsyncWebClient, place: Place, told: Sequence[Message]) -> str:
    """Post the first there and the rest in its thread; the id of the first."""
    first = await post(client, place, told[0])
    for message in told[1:]:
        await post(client, under(place, first), message)
    return first


def under(place: Place, message: str) -> Place:
    """Where answers to a message that stands there belong."""
    return replace(place, thread=place.thread or message)
