"""Settings of the bots from the environment; the only module of this floor that reads it."""

import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from service.access.addresses import secure
from service.access.oidc import GUID
from service.errors import BadSetting
from service.settings import DEFAULT_HOST, LAST_PORT, Address

SLACK_API = "https://slack.com/api/"
KEYS = "https://login.botframework.com/v1/.well-known/openidconfiguration"
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
LOGIN = "https://login.microsoftonline.com"


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How the bot reaches Slack, and Slack the bot.

    With `app_token` it connects by itself (Socket Mode); else Slack calls it, and `signing_secret`
    proves that it is Slack. `secretariat` is the channel that questions are handed over to.
    `api` is where the Web API is.
    """

    bot_token: str = field(repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    secretariat: str | None = None
    api: str = SLACK_API


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """How the bot is known to Teams.

    `client_id` and `client_secret` are its registration in Entra, in `tenant`. `secretariat` is
    the conversation that questions are handed over to. `keys` is where the Bot Framework tells
    which keys it signs with, `login` where the bot fetches its own tokens. `services` are addresses
    of the Bot Connector, beside Microsoft's own, that may be replied to.
    """

    client_id: str
    tenant: str
    client_secret: str = field(repr=False)
    secretariat: str | None = None
    keys: str = KEYS
    login: str = LOGIN
    services: tuple[str, ...] = ()


def slack() -> SlackSettings:
    """Slack's settings; raises `BadSetting`, which repeats no secret."""
    bot_token = _needed("AFTALESVAR_SLACK_BOT_TOKEN", "the token of the app, xoxb-..., from Slack")
    signing_secret = _given("AFTALESVAR_SLACK_SIGNING_SECRET")
    app_token = _given("AFTALESVAR_SLACK_APP_TOKEN")
    if not bot_token.startswith("xoxb-"):
        raise BadSetting("AFTALESVAR_SLACK_BOT_TOKEN is no token of a bot; it begins with xoxb-")
    if app_token and not app_token.startswith("xapp-"):
        raise BadSetting("AFTALESVAR_SLACK_APP_TOKEN is no token of an app; it begins with xapp-")
    if not signing_secret and not app_token:
        raise BadSetting(
            "set AFTALESVAR_SLACK_APP_TOKEN, with which the bot connects to Slack by itself, or "
            "AFTALESVAR_SLACK_SIGNING_SECRET where Slack calls the bot"
        )
    channel = _given("AFTALESVAR_SLACK_SECRETARIAT")
    if channel and not re.fullmatch("[CG][A-Z0-9]{6,20}", channel):
        raise BadSetting(
            "AFTALESVAR_SLACK_SECRETARIAT is no id of a channel; give one such as C0123ABCD, "
            "which stands at the foot of the channel's details"
        )
    api = _address("AFTALESVAR_SLACK_API_URL", SLACK_API)
    return SlackSettings(bot_token, signing_secret, app_token, channel, f"{api}/")


def teams() -> TeamsSettings:
    """Teams' settings; raises `BadSetting`, which repeats no secret."""
    service = _given("AFTALESVAR_TEAMS_SERVICE_URL")
    return TeamsSettings(
        client_id=_guid("AFTALESVAR_TEAMS_CLIENT_ID", "the id of the bot's registration in Entra"),
        tenant=_guid(
            "AFTALESVAR_TEAMS_TENANT_ID", "the id of your organisation's directory in Entra"
        ),
        client_secret=_needed(
            "AFTALESVAR_TEAMS_CLIENT_SECRET", "a secret of the bot's registration"
        ),
        secretariat=_conversation("AFTALESVAR_TEAMS_SECRETARIAT"),
        keys=_address("AFTALESVAR_TEAMS_KEYS_URL", KEYS),
        login=_address("AFTALESVAR_TEAMS_LOGIN_URL", LOGIN),
        services=(_address("AFTALESVAR_TEAMS_SERVICE_URL", service),) if service else (),
    )


def address(host: str | None, port: int | None, default: int) -> Address:
    """Where a bot listens: what is given here, else the environment's, else this machine alone.

    `default` is the platform's own port. Raises `BadSetting`.
    """
    text = os.environ.get("AFTALESVAR_BOT_PORT") or str(default)
    if port is None and (not re.fullmatch("[0-9]{1,5}", text) or int(text) > LAST_PORT):
        raise BadSetting(f"AFTALESVAR_BOT_PORT is '{text}'; give a number from 0 to {LAST_PORT}")
    return Address(
        host=host or os.environ.get("AFTALESVAR_BOT_HOST") or DEFAULT_HOST,
        port=int(text) if port is None else port,
    )


def public(url: str) -> str:
    """The address under which a platform reaches the bot; raises `BadSetting`."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.path.strip("/") or parts.query:
        raise BadSetting(
            f"'{url}' is no address that Slack can call; give one such as "
            "https://bot.example.dk, without a path"
        )
    return url.rstrip("/")


def _given(name: str) -> str | None:
    """What is set, without the blanks and unseen signs that come along when it is copied."""
    text = UNSEEN.sub("", os.environ.get(name) or "").strip()
    if text and not re.fullmatch("[!-~]+", text):
        raise BadSetting(f"{name} has signs that cannot be in it, such as a blank; copy it again")
    return text or None


def _needed(name: str, what: str) -> str:
    text = _given(name)
    if text is None:
        raise BadSetting(f"{name} is not set; give it {what}")
    return text


def _guid(name: str, what: str) -> str:
    text = _needed(name, what)
    if not GUID.fullmatch(text):
        raise BadSetting(
            f"{name} is no id of Entra; it looks like 00000000-0000-0000-0000-000000000000"
        )
    return text.lower()


def _conversation(name: str) -> str | None:
    text = _given(name)
    if text and not re.fullmatch(r"(?:19|a):.+", text):
        raise BadSetting(
            f"{name} is no id of a conversation in Teams; write '@Aftalesvar id' there, and give "
            "what it answers, such as 19:...@thread.tacv2"
        )
    return text


def _address(name: str, default: str) -> str:
    text = _given(name) or default
    if not secure(text) or "?" in text:
        raise BadSetting(
            f"{name} is no address that can be trusted; it begins with https://, or with http:// "
            "on this machine alone"
        )
    return text.rstrip("/")
