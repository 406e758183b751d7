"""The entry "Find kilder til dette" of a message: the nearest places, for the asker alone."""

import html
import re
from dataclasses import dataclass, replace

from microsoft_teams.api.activities.invoke.message_extension import (
    MessageExtensionFetchTaskInvokeActivity,
)
from microsoft_teams.api.models import Message, MessagingExtensionActionResponse
from microsoft_teams.apps import ActivityContext

from bots.asker import Asked
from bots.faults import told
from bots.reply import nearest
from bots.teams import cards, dialogs
from bots.teams.bot import Bot, failed
from service import texts
from service.question import MAX_QUESTION, asks_in_english

SHOWN = 5
TAGS = re.compile(r"<[^>]*>")
BLOCKS = re.compile(r"<(?:br|/p|/div|/li|/tr)\b[^>]*>", re.IGNORECASE)


def register(bot: Bot) -> None:
    """Listen to the entry."""
    bot.app.on_message_ext_open(Finding(bot).opened)


@dataclass(frozen=True, slots=True)
class Finding:
    """Looks for the places a message is about."""

    bot: Bot

    async def opened(
        self, ctx: ActivityContext[MessageExtensionFetchTaskInvokeActivity]
    ) -> MessagingExtensionActionResponse:
        """The dialog with what was found; it tells what went wrong, too."""
        activity = ctx.activity
        text = words(activity.value.message_payload)
        if not text:
            return MessagingExtensionActionResponse(task=dialogs.closed(texts.QUESTION_EMPTY).task)
        # Nobody but the asker sees the dialog, whatever conversation the message stands in.
        place = replace(self.bot.place(activity), private=True)
        try:
            asked = Asked(text[:MAX_QUESTION], await self.bot.asker(activity), place)
            found = await self.bot.parts.desk.search(asked, SHOWN)
        except Exception as error:
            if told(error) == texts.BOT_BROKEN:
                failed("A search", error)
            return MessagingExtensionActionResponse(task=dialogs.closed(told(error)).task)
        sources = nearest(found.passages, _language(text), self.bot.parts.site)
        if not sources:
            return MessagingExtensionActionResponse(task=dialogs.closed(texts.NOTHING_AT_ALL).task)
        note = texts.TEAMS_FOUND_IN_BEGINNING if len(text) > MAX_QUESTION else ""
        card = cards.sources(texts.NEAREST, sources, f"{texts.NEAREST_HELP} {note}".rstrip())
        return MessagingExtensionActionResponse(task=dialogs.opened(texts.FIND_SOURCES, card).task)


def words(message: Message | None) -> str:
    """What a message says, without its markup."""
    body = message.body if message else None
    if body is None:
        return ""
    content = body.content or body.text_content or ""
    if body.content_type == "html":
        content = html.unescape(TAGS.sub("", BLOCKS.sub("\n", content)))
    return " ".join(content.split())


def _language(text: str) -> str:
    return "en" if asks_in_english(text) else "da"
