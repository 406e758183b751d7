"""The Bot Framework of the tests: it refuses what Teams refuses."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.bots.teams.activities import APP, PERSONAL, TENANT
from tests.bots.teams.server import SECRET, BotFramework

# A colon would make a scheme of it where the address is relative.
HERE = quote(PERSONAL)


@pytest.fixture
def client(teams: BotFramework) -> Iterator[httpx.Client]:
    """Somebody with a token of the bot's."""
    form = {
        "grant_type": "client_credentials",
        "client_id": APP,
        "client_secret": SECRET,
        "scope": "https://api.botframework.com/.default",
    }
    token = httpx.post(f"{teams.url}/{TENANT}/oauth2/v2.0/token", data=form).json()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    with httpx.Client(base_url=f"{teams.service}v3/conversations/", headers=headers) as given:
        yield given


def said(client: httpx.Client, activity: dict[str, Any], where: str = HERE) -> tuple[int, str]:
    """Status and error of an activity that is posted."""
    response = client.post(f"{where}/activities", json=activity)
    return response.status_code, response.json().get("error", {}).get("code", "")


def piece(text: str, number: int | None, kind: str = "streaming", stream: str = "") -> Any:
    info = {"type": "streaminfo", "streamType": kind, "streamSequence": number}
    named = {"streamId": stream} if stream else {}
    what = "message" if kind == "final" else "typing"
    return {"type": what, "text": text, "entities": [info | named]}


def cited(text: str, *citations: tuple[int, str, str]) -> dict[str, Any]:
    listed = [
        {"position": n, "appearance": {"name": name, "abstract": abstract}}
        for n, name, abstract in citations
    ]
    return {"type": "message", "text": text, "entities": [{"type": "x", "citation": listed}]}


def test_nobody_without_a_token_writes(teams: BotFramework) -> None:
    where = f"{teams.service}v3/conversations/{HERE}/activities"

    assert httpx.post(where, json={"type": "message"}).status_code == 401


def test_another_secret_gives_no_token(teams: BotFramework) -> None:
    form = {"grant_type": "client_credentials", "client_id": APP, "client_secret": "no"}

    assert httpx.post(f"{teams.url}/{TENANT}/oauth2/v2.0/token", data=form).status_code == 401


def test_a_message_above_a_hundred_thousand_bytes_is_too_big(client: httpx.Client) -> None:
    big = {"type": "message", "text": "x" * 103_000}

    assert said(client, big) == (413, "MessageSizeTooBig")


@pytest.mark.parametrize(
    "activity",
    [
        cited("[1]", (1, "n" * 81, "a")),
        cited("[1]", (1, "n", "a" * 161)),
        cited("no mark", (1, "n", "a")),
        cited(" ".join(f"[{n}]" for n in range(1, 22)), *((n, "n", "a") for n in range(1, 22))),
    ],
)
def test_citations_that_break_a_limit_are_refused(
    client: httpx.Client, activity: dict[str, Any]
) -> None:
    assert said(client, activity) == (400, "BadRequest")


def test_only_a_personal_chat_has_messages_that_grow(client: httpx.Client) -> None:
    begun = said(client, piece("Søger", 1, "informative"), quote("19:group@thread.v2"))

    assert begun == (403, "ContentStreamNotAllowed")


@pytest.mark.parametrize(
    ("activity", "status"),
    [
        (piece("", 1), 400),
        (piece("x", 2), 400),
        (piece("x", None, "final"), 400),
    ],
)
def test_a_stream_that_begins_otherwise_is_refused(
    client: httpx.Client, activity: Any, status: int
) -> None:
    assert said(client, activity)[0] == status


def test_what_grew_must_stay(client: httpx.Client) -> None:
    begun = client.post(f"{HERE}/activities", json=piece("Et", 1)).json()["id"]

    assert said(client, piece("Et to", 2, stream=begun)) == (202, "")
    assert said(client, piece("Tre", 3, stream=begun)) == (403, "ContentStreamNotAllowed")


def test_a_finished_message_grows_no_more(client: httpx.Client) -> None:
    begun = client.post(f"{HERE}/activities", json=piece("Et", 1)).json()["id"]
    assert said(client, piece("Et to", None, "final", begun)) == (202, "")

    assert said(client, piece("Et to tre", 3, stream=begun)) == (403, "ContentStreamNotAllowed")


def test_a_message_grows_for_two_minutes(teams: BotFramework, client: httpx.Client) -> None:
    begun = client.post(f"{HERE}/activities", json=piece("Et", 1)).json()["id"]
    teams.messages[0].began = time.monotonic() - 121

    assert said(client, piece("Et to", 2, stream=begun)) == (403, "ContentStreamNotAllowed")


def test_what_comes_too_late_is_dropped(teams: BotFramework, client: httpx.Client) -> None:
    begun = client.post(f"{HERE}/activities", json=piece("Et", 1)).json()["id"]
    said(client, piece("Et to tre", 3, stream=begun))

    assert said(client, piece("Et to", 2, stream=begun)) == (202, "")
    assert teams.messages[0].text == "Et to tre"


def test_a_message_that_is_gone_cannot_be_changed(client: httpx.Client) -> None:
    changed = client.put(f"{HERE}/activities/7", json={"type": "message", "text": "x"})

    assert changed.status_code == 404
