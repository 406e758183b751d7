"""What a private conversation is called in Slack's list of them."""

import logging
from asyncio import to_thread
from textwrap import shorten

from bots.asker import Asked
from bots.slack.client import FAILED, code
from bots.slack.kit import Kit
from bots.slack.plain import clean
from service.answer import Answer

log = logging.getLogger(__name__)
LONGEST = 80  # characters


async def titled(kit: Kit, asked: Asked, answer: Answer) -> None:
    """Name it for the first source of its first answer; it is no matter if that fails.

    The question's own words are not used: they may be about somebody.
    """
    place = asked.place
    if not (place.private and place.thread and answer.citations):
        return
    if len(await to_thread(kit.parts.memory.earlier, place, asked.asker)) > 1:
        return
    source = answer.citations[0]
    title = shorten(clean(source.item_title or source.title), LONGEST, placeholder=" …")
    try:
        await kit.client.assistant_threads_setTitle(
            channel_id=place.conversation, thread_ts=place.thread, title=title
        )
    except FAILED as error:
        log.debug("A conversation has no title: %s", code(error))
