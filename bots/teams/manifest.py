"""The package that is uploaded to Teams: what the app is called, where it is, what it may do."""

import json
import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bots.teams import icons
from service import texts
from service.access.oidc import GUID
from service.errors import BadSetting

SCHEMA = "1.25"
VERSION = "1.0.0"  # of the package; a greater one is needed to upload another
DOMAIN = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]+")
FIND = "find"
SCOPES = ("personal", "team", "groupChat")


@dataclass(frozen=True, slots=True)
class Permission:
    """A right that the app asks the owners of a team or chat for, and what it is for."""

    name: str
    why: str


# Without these nothing is lost but that: every message of a conversation then comes to the bot.
THREADS = (
    Permission("ChannelMessage.Read.Group", "further questions in a thread without a mention"),
    Permission("ChatMessage.Read.Chat", "the same in a group chat"),
)


def package(client_id: str, domain: str, *, threads: bool = False) -> bytes:
    """The package as a zip file, the same bytes each time; raises `BadSetting`."""
    files = {
        "manifest.json": json.dumps(
            manifest(client_id, domain, threads=threads), ensure_ascii=False, indent=2
        ).encode(),
        "color.png": icons.colour(),
        "outline.png": icons.outline(),
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return packed.getvalue()


def manifest(client_id: str, domain: str, *, threads: bool = False) -> dict[str, Any]:
    """`client_id` is the bot's registration, `domain` where its web page is.

    With `threads` it asks for the rights to read along. Raises `BadSetting`.
    """
    if not GUID.fullmatch(client_id):
        raise BadSetting(f"'{client_id}' is no id of Entra; take the application (client) id")
    if not DOMAIN.fullmatch(domain.lower()):
        raise BadSetting(f"'{domain}' is no domain; give it alone, such as svar.example.dk")
    site = f"https://{domain.lower()}"
    asked = {"authorization": _rights(), "webApplicationInfo": _known(client_id, site)}
    return {
        "$schema": "https://developer.microsoft.com/en-us/json-schemas/teams/"
        f"v{SCHEMA}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA,
        "version": VERSION,
        "id": client_id.lower(),
        "developer": {
            "name": texts.NAME,
            "websiteUrl": site,
            "privacyUrl": f"{site}/om",
            "termsOfUseUrl": f"{site}/om",
        },
        "name": {"short": texts.NAME, "full": texts.TEAMS_FULL_NAME},
        "description": {"short": texts.TEAMS_SHORT, "full": texts.TEAMS_LONG},
        "localizationInfo": {"defaultLanguageTag": "da"},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#" + bytes(icons.BACKGROUND).hex().upper(),
        "bots": [_bot(client_id)],
        "composeExtensions": [_find(client_id)],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
        "validDomains": [domain.lower()],
        **(asked if threads else {}),
    }


def _bot(client_id: str) -> dict[str, Any]:
    commands = [
        {"title": title, "description": description}
        for title, description in texts.TEAMS_COMMANDS.items()
    ]
    return {
        "botId": client_id.lower(),
        "scopes": list(SCOPES),
        "supportsFiles": False,
        "isNotificationOnly": False,
        "commandLists": [
            {"scopes": [scope], "commands": commands[scope == "personal" :]} for scope in SCOPES
        ],
    }


def _find(client_id: str) -> dict[str, Any]:
    return {
        "botId": client_id.lower(),
        "commands": [
            {
                "id": FIND,
                "type": "action",
                "title": texts.FIND_SOURCES,
                "description": texts.FIND_SOURCES_DESCRIPTION,
                "context": ["message"],
                "fetchTask": True,
            }
        ],
    }


def _rights() -> dict[str, Any]:
    named = [{"name": each.name, "type": "Application"} for each in THREADS]
    return {"permissions": {"resourceSpecific": named}}


def _known(client_id: str, site: str) -> dict[str, str]:
    """Whom the rights are given to; the address is never called."""
    return {"id": client_id.lower(), "resource": site}
