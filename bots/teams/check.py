"""Whether the bot's registration is in order: it gets a token, and can check those of Teams."""

import httpx

from bots.checking import Finding
from bots.settings import TeamsSettings
from bots.teams.credentials import Credentials, NoToken
from bots.teams.keys import KeySet


async def looked(settings: TeamsSettings) -> list[Finding]:
    """What was looked at; nothing is written in any conversation."""
    async with httpx.AsyncClient() as client:
        return [
            await _token(settings, client),
            await _keys(settings, client),
            _secretariat(settings),
        ]


async def _token(settings: TeamsSettings, client: httpx.AsyncClient) -> Finding:
    try:
        await Credentials(settings, client).token()
    except NoToken as error:
        return Finding(
            False,
            f"no token from {settings.login} ({error}); see that the client id, the tenant id and "
            "the secret are those of one registration, and that the secret has not run out",
        )
    return Finding(True, f"{settings.login} gives the bot a token")


async def _keys(settings: TeamsSettings, client: httpx.AsyncClient) -> Finding:
    if await KeySet(settings.keys, client).ready():
        return Finding(True, f"the keys of Teams are read from {settings.keys}")
    return Finding(
        False, f"{settings.keys} cannot be read; let this machine reach it over https (port 443)"
    )


def _secretariat(settings: TeamsSettings) -> Finding:
    if settings.secretariat:
        return Finding(True, f"questions can be handed over to {settings.secretariat}")
    return Finding(True, "questions are not handed over: AFTALESVAR_TEAMS_SECRETARIAT is not set")
