"""Whether Slack lets the bot do what it must: tokens, rights and the channel of the secretariat."""

from collections.abc import Iterator

from slack_sdk.web.async_client import AsyncWebClient

from bots.checking import Finding
from bots.settings import SlackSettings
from bots.slack.client import FAILED, client, code
from bots.slack.manifest import SCOPES

AGAIN = "copy it again from the app's page"


async def looked(settings: SlackSettings) -> list[Finding]:
    """What was looked at; nothing is posted anywhere."""
    web = client(settings, settings.bot_token)
    found = [*await _token(web)]
    if settings.app_token:
        found.append(await _app_token(client(settings, None), settings.app_token))
    if settings.secretariat:
        found.append(await _secretariat(web, settings.secretariat))
    return found


async def _token(web: AsyncWebClient) -> list[Finding]:
    try:
        told = await web.auth_test()
    except FAILED as error:
        return [Finding(False, f"Slack refuses the bot's token ({code(error)}): {AGAIN}")]
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
        return Finding(
            False,
            f"Slack refuses the app-level token ({code(error)}): switch Socket Mode on and make a "
            "token with connections:write",
        )
    return Finding(True, "the app-level token opens connections")


async def _secretariat(web: AsyncWebClient, channel: str) -> Finding:
    try:
        told = (await web.conversations_info(channel=channel))["channel"]
    except FAILED as error:
        return Finding(
            False, f"the secretariat's channel {channel} cannot be seen ({code(error)}): invite us"
        )
    if not told.get("is_member"):
        return Finding(False, f"the app is not in the secretariat's channel {channel}: invite it")
    if told.get("is_archived"):
        return Finding(False, f"the secretariat's channel {channel} is archived")
    if told.get("is_ext_shared"):
        return Finding(False, f"the secretariat's channel {channel} is shared with others")
    return Finding(True, "questions can be handed over to the secretariat")
