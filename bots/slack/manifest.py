"""The manifest that an app is made from in Slack: what it may do, and where Slack sends events."""

from dataclasses import dataclass
from typing import Any

from bots.slack import names
from bots.slack.guard import PATH
from service import texts

COLOUR = "#1d4f5c"


@dataclass(frozen=True, slots=True)
class Scope:
    """A right that the app asks for, and what it is for."""

    name: str
    why: str


SCOPES = (
    Scope("app_mentions:read", "to be asked where somebody mentions the app"),
    Scope("assistant:write", "the suggested questions, and the title of a private conversation"),
    Scope("channels:history", "further questions in a thread of a channel, without a mention"),
    Scope("channels:read", "to notice that it was taken out of a channel, or that it is archived"),
    Scope("chat:write", "to answer, and to tell of new decisions where somebody follows them"),
    Scope("commands", "the command /aftale and the entry in a message's menu"),
    Scope("groups:history", "as channels:history, in private channels"),
    Scope("groups:read", "as channels:read, in private channels"),
    Scope("im:history", "to be asked in a direct message"),
    Scope("mpim:history", "to be asked in a conversation of several people"),
    Scope("users:read", "to know guests, who are told what is open and nothing else"),
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
)


def manifest(url: str | None = None) -> dict[str, Any]:
    """For Socket Mode; with the public address `url` of the bot for HTTP instead."""
    address = None if url is None else url.rstrip("/") + PATH
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": texts.NAME,
            "description": texts.SLACK_DESCRIPTION,
            "long_description": texts.SLACK_LONG_DESCRIPTION,
            "background_color": COLOUR,
        },
        "features": _features(address),
        "oauth_config": {"scopes": {"bot": [scope.name for scope in SCOPES]}},
        "settings": _settings(address),
    }


def _features(address: str | None) -> dict[str, Any]:
    command = {
        "command": names.COMMAND,
        "description": texts.SLACK_COMMAND_DESCRIPTION,
        "usage_hint": texts.SLACK_COMMAND_HINT,
        "should_escape": False,
    }
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        # New apps get no `assistant_view` any more: conversations with the app are direct messages.
        "agent_view": {"agent_description": texts.SLACK_LONG_DESCRIPTION},
        "bot_user": {"display_name": texts.NAME, "always_online": True},
        "slash_commands": [command if address is None else {**command, "url": address}],
        "shortcuts": [
            {
                "name": texts.FIND_SOURCES,
                "type": "message",
                "callback_id": names.FIND_SOURCES,
                "description": texts.FIND_SOURCES_DESCRIPTION,
            }
        ],
    }


def _settings(address: str | None) -> dict[str, Any]:
    there = {} if address is None else {"request_url": address}
    return {
        "event_subscriptions": {**there, "bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True, **there},
        "org_deploy_enabled": False,
        "socket_mode_enabled": address is None,
        "token_rotation_enabled": False,
    }
