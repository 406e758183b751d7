"""The manifest, held against what the bot uses and what Slack allows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

import bots.slack
from bots.slack import names
from bots.slack.guard import PATH
from bots.slack.manifest import EVENTS, SCOPES, manifest

URL = "https://bot.example"
# Of each method's page below https://docs.slack.dev/reference/methods: one set of these is needed
# for each kind of conversation. `apps.connections.open` asks for a token of the app, not the bot.
HISTORY = frozenset({"channels:history", "groups:history", "im:history", "mpim:history"})
METHODS = {
    "apps_connections_open": frozenset[str](),
    "assistant_threads_setStatus": frozenset({"chat:write"}),
    "assistant_threads_setSuggestedPrompts": frozenset({"assistant:write"}),
    "assistant_threads_setTitle": frozenset({"assistant:write"}),
    "auth_test": frozenset[str](),
    "chat_appendStream": frozenset({"chat:write"}),
    "chat_delete": frozenset({"chat:write"}),
    "chat_getPermalink": frozenset[str](),
    "chat_postEphemeral": frozenset({"chat:write"}),
    "chat_postMessage": frozenset({"chat:write"}),
    "chat_startStream": frozenset({"chat:write"}),
    "chat_stopStream": frozenset({"chat:write"}),
    "chat_stream": frozenset({"chat:write"}),
    "chat_update": frozenset({"chat:write"}),
    "conversations_info": frozenset({"channels:read", "groups:read"}),  # of channels alone
    "conversations_replies": HISTORY,
    "users_info": frozenset({"users:read"}),
    "views_open": frozenset[str](),
    "views_publish": frozenset[str](),
    "views_update": frozenset[str](),
}
# Of each event's page below https://docs.slack.dev/reference/events.
SUBSCRIBED = {
    "app_home_opened": frozenset[str](),
    "app_mention": frozenset({"app_mentions:read"}),
    "channel_archive": frozenset({"channels:read"}),
    "channel_deleted": frozenset({"channels:read"}),
    "channel_left": frozenset({"channels:read"}),
    "group_archive": frozenset({"groups:read"}),
    "group_deleted": frozenset({"groups:read"}),
    "group_left": frozenset({"groups:read"}),
    "member_left_channel": frozenset({"channels:read", "groups:read"}),
    "message.channels": frozenset({"channels:history"}),
    "message.groups": frozenset({"groups:history"}),
    "message.im": frozenset({"im:history"}),
    "message.mpim": frozenset({"mpim:history"}),
}
FEATURES = frozenset({"commands"})  # the command and the shortcut
# Sent to apps with the older panel only, whose manifests ask for them.
OLDER = frozenset({"assistant_thread_started", "assistant_thread_context_changed"})
ASKED_FOR = frozenset(scope.name for scope in SCOPES)


def called() -> set[str]:
    """The methods of the Web API that our modules call, by their names in the SDK."""
    return {
        node.func.attr
        for node in _nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and "_" in node.func.attr
        and hasattr(AsyncWebClient, node.func.attr)
        and node.func.attr not in ("api_call",)
    }


def listened_to() -> set[str]:
    """The names of events in our modules: they stand as texts beside `app.event`."""
    known = {*SUBSCRIBED, *OLDER, "message"}
    texts = {node.value for node in _nodes() if isinstance(node, ast.Constant)}
    return {text for text in texts if text in known}


def _nodes() -> Iterator[ast.AST]:
    for path in sorted(Path(bots.slack.__path__[0]).glob("*.py")):
        if path.name != "manifest.py":
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def test_every_method_is_known_here():
    assert called() - METHODS.keys() == set()


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_has_its_scopes(method):
    assert METHODS[method] <= ASKED_FOR


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_its_scopes(event):
    assert SUBSCRIBED[event] <= ASKED_FOR


def test_no_scope_is_asked_for_without_use():
    used = [METHODS[method] for method in called()] + [SUBSCRIBED[event] for event in EVENTS]

    assert frozenset().union(FEATURES, *used) == ASKED_FOR


def test_every_scope_says_why():
    assert all(len(scope.why) > 20 for scope in SCOPES)


def test_what_is_listened_to_is_subscribed_to():
    families = {event.split(".")[0] for event in EVENTS}

    assert listened_to() - OLDER == families


def test_it_connects_by_itself_without_an_address():
    made = manifest()

    assert made["settings"]["socket_mode_enabled"]
    assert "request_url" not in str(made)
    assert "url" not in made["features"]["slash_commands"][0]


def test_with_an_address_everything_is_sent_there():
    made = manifest(f"{URL}/")

    sent = (
        made["settings"]["event_subscriptions"]["request_url"],
        made["settings"]["interactivity"]["request_url"],
        made["features"]["slash_commands"][0]["url"],
    )
    assert sent == (URL + PATH,) * 3
    assert not made["settings"]["socket_mode_enabled"]


def test_command_and_shortcut_are_those_that_are_listened_to():
    features = manifest()["features"]

    assert features["slash_commands"][0]["command"] == names.COMMAND
    assert features["shortcuts"][0]["callback_id"] == names.FIND_SOURCES


def test_new_apps_get_conversations_and_not_the_older_panel():
    assert "agent_view" in manifest()["features"]
    assert "assistant_view" not in manifest()["features"]


# Of https://docs.slack.dev/reference/app-manifest.
@pytest.mark.parametrize(
    ("path", "least", "most"),
    [
        (("display_information", "name"), 1, 35),
        (("display_information", "description"), 1, 140),
        (("display_information", "long_description"), 174, 4_000),
        (("features", "agent_view", "agent_description"), 1, 300),
        (("features", "bot_user", "display_name"), 1, 80),
        (("features", "slash_commands", 0, "command"), 2, 32),
        (("features", "slash_commands", 0, "description"), 1, 2_000),
        (("features", "slash_commands", 0, "usage_hint"), 1, 1_000),
        (("features", "shortcuts", 0, "name"), 1, 24),
        (("features", "shortcuts", 0, "description"), 1, 150),
    ],
)
def test_texts_are_as_long_as_slack_allows(path, least, most):
    value = manifest()
    for step in path:
        value = value[step]

    assert least <= len(value) <= most
