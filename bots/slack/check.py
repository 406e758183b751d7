"""Whether Slack lets the bot do what it must: tokens, rights and the channel of the secretariat."""

from collections.abc import Iterator

from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bots.checking import Finding
from bots.settings import SlackSettings
from bots.slack.client import (
    FAILED,
    UNREACHED,
    app_token_refused,
    bot_token_refused,
    client,
    code,
)
from bots.slack.manifest import SCOPES
from service import texts

INVITE = f"write /invite @{texts.NAME} there"
ANOTHER = "set AFTALESVAR_SLACK_SECRETARIAT to another"
NETWORK = "let this machine reach slack.com over https (port 443)"


async def looked(settings: SlackSettings) -> list[Finding]:
    """What was looked at; nothing is posted anywhere."""
    web = _asking(settings, settings.bot_token)
    try:
        found = await _token(web)
    except UNREACHED as error:  # nor can anything else be asked
        why = type(error).__name__
        return [Finding(False, f"Slack cannot be reached at {settings.api} ({why}): {NETWORK}")]
    if settings.app_token:
        found.append(await _app_token(_asking(settings, None), settings.app_token))
    if found[0].good:  # else the channel cannot be seen, and nothing is wrong with it
        found.append(await _secretariat(web, settings.secretariat))
    return found


def _asking(settings: SlackSettings, token: str | None) -> AsyncWebClient:
    web = client(settings, token)
    web.retry_handlers.clear()  # who looks wants to know how it is now
    return web


async def _token(web: AsyncWebClient) -> list[Finding]:
    try:
        told = await web.auth_test()
    except SlackClientError as error:
        return [Finding(False, bot_token_refused(code(error)))]
    given = {name.lower(): value for name, value in told.headers.items()}.get("x-oauth-scopes", "")
    who = Finding(True, f"Slack knows the bot as {told['user']} in {told['team']}")
    return [who, *_scopes(frozenset(each.strip() for each in given.split(",")))]


def _scopes(given: frozenset[str]) -> Iterator[Finding]:
    missing = [scope.name for scope in SCOPES if scope.name not in given]
    if missing:
        what = ", ".join(missing)
        yield Finding(False, f"scopes are missing: {what}. Paste the manifest again and reinstall")
    else:
        yield Finding(True, "the app has all scopes it needs")


async def _app_token(web: AsyncWebClient, token: str) -> Finding:
    try:
        await web.apps_connections_open(app_token=token)
    except FAILED as error:
        return Finding(False, app_token_refused(code(error)))
    return Finding(True, "the app-level token opens connections")


async def _secretariat(web: AsyncWebClient, channel: str | None) -> Finding:
    if channel is None:
        unset = "AFTALESVAR_SLACK_SECRETARIAT is not set"
        return Finding(True, f"questions are not handed over: {unset}")
    try:
        told = (await web.conversations_info(channel=channel))["channel"]
    except FAILED as error:
        return Finding(
            False,
            f"the secretariat's channel {channel} cannot be seen ({code(error)}): see that the id "
            f"is right, and {INVITE}",
        )
    if not told.get("is_member"):
        return Finding(False, f"the app is not in the secretariat's channel {channel}: {INVITE}")
    if told.get("is_archived"):
        return Finding(False, f"the secretariat's channel {channel} is archived: {ANOTHER}")
    if told.get("is_ext_shared"):
        what = "is shared with others"
        return Finding(False, f"the secretariat's channel {channel} {what}: {ANOTHER}")
    return Finding(True, "questions can be handed over to the secretariat")
