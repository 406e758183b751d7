"""Settings of the bots: what is missing is named, and no secret is repeated."""

import os

import pytest

from bots.settings import SlackSettings, TeamsSettings, address, public, slack, teams
from service.errors import BadSetting
from service.settings import Address

SECRET = "s3cr3t-canary"
CLIENT, TENANT = "5b0e3f4a-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "0f9e8d7c-6b5a-4c3d-9e1f-0a1b2c3d4e5f"
SLACK = {"BOT_TOKEN": f"xoxb-{SECRET}", "SIGNING_SECRET": SECRET}
TEAMS = {"CLIENT_ID": CLIENT.upper(), "CLIENT_SECRET": SECRET, "TENANT_ID": TENANT}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("AFTALESVAR_")]:
        monkeypatch.delenv(name)


def put(monkeypatch: pytest.MonkeyPatch, platform: str, **values: str) -> None:
    """Set what a platform needs, with some of it changed."""
    for name, value in values.items():
        monkeypatch.setenv(f"AFTALESVAR_{platform}_{name}", value)


def test_slack_calls_where_there_is_a_signing_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, "SLACK", **SLACK)

    assert slack() == SlackSettings(f"xoxb-{SECRET}", SECRET)


def test_the_bot_connects_where_there_is_an_app_token(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"BOT_TOKEN": "xoxb-1", "APP_TOKEN": "xapp-1", "SECRETARIAT": "C0123ABCD"}
    put(monkeypatch, "SLACK", **given)

    assert slack() == SlackSettings("xoxb-1", None, "xapp-1", "C0123ABCD")


def test_what_was_copied_with_a_blank_is_taken_without(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, "SLACK", BOT_TOKEN=" xoxb-1\n", APP_TOKEN="xapp-1 ")

    assert (slack().bot_token, slack().app_token) == ("xoxb-1", "xapp-1")


def test_signs_that_cannot_be_seen_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, "TEAMS", **TEAMS, SECRETARIAT="19:a@\u200bthread.\u200btacv2\ufeff")

    assert teams().secretariat == "19:a@thread.tacv2"


@pytest.mark.parametrize("url", ["https://bot.example.dk", "https://bot.example.dk:8443/"])
def test_a_platform_calls_a_bare_address(url: str) -> None:
    assert public(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    ["http://bot.example.dk", "bot.example.dk", "https://", "https://bot.example.dk/slack/events"],
)
def test_an_address_that_slack_cannot_call_is_refused(url: str) -> None:
    with pytest.raises(BadSetting, match=r"https://bot\.example\.dk, without a path"):
        public(url)


@pytest.mark.parametrize(
    "api", ["https://slack.example.dk/api", "http://127.0.0.1:8080/api/", "http://localhost/api"]
)
def test_slack_may_be_elsewhere(monkeypatch: pytest.MonkeyPatch, api: str) -> None:
    put(monkeypatch, "SLACK", **SLACK, API_URL=api)

    assert slack().api == f"{api.rstrip('/')}/"


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"BOT_TOKEN": ""}, "AFTALESVAR_SLACK_BOT_TOKEN"),
        ({"BOT_TOKEN": f"xapp-{SECRET}"}, "AFTALESVAR_SLACK_BOT_TOKEN"),
        ({"BOT_TOKEN": f"xoxb-{SECRET} {SECRET}"}, "AFTALESVAR_SLACK_BOT_TOKEN"),
        ({"SIGNING_SECRET": ""}, "AFTALESVAR_SLACK_SIGNING_SECRET"),
        ({"SIGNING_SECRET": f"{SECRET}æ"}, "AFTALESVAR_SLACK_SIGNING_SECRET"),
        ({"APP_TOKEN": f"xoxb-{SECRET}"}, "AFTALESVAR_SLACK_APP_TOKEN"),
        ({"SECRETARIAT": "#sekretariatet"}, "AFTALESVAR_SLACK_SECRETARIAT"),
        ({"API_URL": "http://slack.example.dk/api"}, "AFTALESVAR_SLACK_API_URL"),
        ({"API_URL": f"https://u:{SECRET}@slack.example.dk"}, "AFTALESVAR_SLACK_API_URL"),
        ({"API_URL": "slack.com/api"}, "AFTALESVAR_SLACK_API_URL"),
    ],
)
def test_what_is_wrong_for_slack_is_named(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], named: str
) -> None:
    put(monkeypatch, "SLACK", **SLACK | changed)

    with pytest.raises(BadSetting, match=named) as raised:
        slack()
    assert SECRET not in str(raised.value)


def test_teams_has_its_registration(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, "TEAMS", **TEAMS)

    assert teams() == TeamsSettings(CLIENT, TENANT, SECRET)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"CLIENT_ID": ""}, "AFTALESVAR_TEAMS_CLIENT_ID"),
        ({"CLIENT_ID": "aftalesvar"}, "AFTALESVAR_TEAMS_CLIENT_ID"),
        ({"CLIENT_SECRET": ""}, "AFTALESVAR_TEAMS_CLIENT_SECRET"),
        ({"CLIENT_SECRET": f"{SECRET} {SECRET}"}, "AFTALESVAR_TEAMS_CLIENT_SECRET"),
        ({"TENANT_ID": ""}, "AFTALESVAR_TEAMS_TENANT_ID"),
        ({"TENANT_ID": "common"}, "AFTALESVAR_TEAMS_TENANT_ID"),
        ({"SECRETARIAT": "Sekretariatet"}, "AFTALESVAR_TEAMS_SECRETARIAT"),
        ({"KEYS_URL": "http://keys.example.dk"}, "AFTALESVAR_TEAMS_KEYS_URL"),
        ({"LOGIN_URL": "ftp://login.example.dk"}, "AFTALESVAR_TEAMS_LOGIN_URL"),
        ({"SERVICE_URL": "http://teams.example.dk"}, "AFTALESVAR_TEAMS_SERVICE_URL"),
    ],
)
def test_what_is_wrong_for_teams_is_named(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], named: str
) -> None:
    put(monkeypatch, "TEAMS", **TEAMS | changed)

    with pytest.raises(BadSetting, match=named) as raised:
        teams()
    assert SECRET not in str(raised.value)


def test_no_secret_is_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, "SLACK", **SLACK, APP_TOKEN=f"xapp-{SECRET}")
    put(monkeypatch, "TEAMS", **TEAMS)

    assert SECRET not in f"{slack()!r} {teams()!r}"


def test_bots_listen_on_this_machine_alone() -> None:
    assert address(None, None, 8010) == Address("127.0.0.1", 8010)


def test_where_they_listen_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, "BOT", HOST="0.0.0.0", PORT="9000")

    assert address(None, None, 8010) == Address("0.0.0.0", 9000)
    assert address("127.0.0.1", 0, 8010) == Address("127.0.0.1", 0)


@pytest.mark.parametrize("port", ["-1", "65536", "http", "80 80"])
def test_a_port_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    put(monkeypatch, "BOT", PORT=port)

    with pytest.raises(BadSetting, match="AFTALESVAR_BOT_PORT"):
        address(None, None, 8010)
