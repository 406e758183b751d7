"""Dialogs of Teams: what opens, what closes them, and what a button of ours sent."""

from typing import Any

from microsoft_teams.api.models import (
    AdaptiveCardAttachment,
    CardTaskModuleTaskInfo,
    TaskModuleContinueResponse,
    TaskModuleMessageResponse,
    TaskModuleResponse,
)
from microsoft_teams.api.models.attachment import card_attachment
from microsoft_teams.cards import AdaptiveCard

MOST_KEY = 64  # characters of a key; ours are shorter


def opened(title: str, card: AdaptiveCard) -> TaskModuleResponse:
    """A dialog with a card; on a telephone it fills the screen."""
    attachment = card_attachment(AdaptiveCardAttachment(content=card))
    info = CardTaskModuleTaskInfo(title=title, card=attachment, width="medium")
    return TaskModuleResponse(task=TaskModuleContinueResponse(value=info))


def closed(text: str) -> TaskModuleResponse:
    """The dialog closes, and Teams shows a text of ours."""
    return TaskModuleResponse(task=TaskModuleMessageResponse(type="message", value=text))


def key_of(data: Any, flow: str) -> str | None:
    """The key that a button of the flow sent; `None` where it is none of its buttons."""
    if not isinstance(data, dict) or data.get("flow") != flow:
        return None
    key = data.get("key")
    return key if isinstance(key, str) and 0 < len(key) <= MOST_KEY else None


def field(data: Any, name: str) -> str:
    """What was written or chosen in a field of the dialog; empty for nothing."""
    value = data.get(name) if isinstance(data, dict) else None
    return value.strip() if isinstance(value, str) else ""
