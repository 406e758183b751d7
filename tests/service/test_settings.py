import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index import Server
from service.access.oidc import Oidc
from service.access.rules import Rules
from service.errors import BadSetting
from service.settings import Address, address, settings, workers

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "API_KEY"):
        monkeypatch.delenv(f"AFTALESVAR_QDRANT_{name}", raising=False)


def test_what_is_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_HOME", "/elsewhere")

    assert settings(Path("/here")).home == Path("/here")
    assert settings().home == Path("/elsewhere")


def test_the_defaults_listen_on_this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "HOST", "PORT"):
        monkeypatch.delenv(f"AFTALESVAR_{name}", raising=False)

    assert settings().home == Path(".aftalesvar")
    assert address() == Address("127.0.0.1", 8000)


def test_an_empty_variable_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "HOST", "PORT"):
        monkeypatch.setenv(f"AFTALESVAR_{name}", "")

    assert settings().home == Path(".aftalesvar")
    assert address() == Address("127.0.0.1", 8000)


@pytest.mark.parametrize("port", ["otte", "99999", "65536", "-1", "²", "9" * 5_000])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("AFTALESVAR_PORT", port)

    with pytest.raises(BadSetting, match=f"AFTALESVAR_PORT is '{port}'"):
        address()


def test_a_port_that_is_given_wins_over_a_bad_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_PORT", "otte")

    assert address(port=0).port == 0


@pytest.mark.usefixtures("no_server")
def test_without_a_server_the_passages_stay_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings().server is None

    monkeypatch.setenv("AFTALESVAR_QDRANT_URL", "")
    monkeypatch.setenv("AFTALESVAR_QDRANT_API_KEY", "")

    assert settings().server is None


@pytest.mark.usefixtures("no_server")
def test_a_server_is_an_address_and_perhaps_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_QDRANT_URL", "https://qdrant.example:443/soeg/")
    assert settings().server == Server("https://qdrant.example:443/soeg")

    monkeypatch.setenv("AFTALESVAR_QDRANT_API_KEY", "hemmelig-1")
    assert settings().server == Server("https://qdrant.example:443/soeg", "hemmelig-1")


@pytest.mark.parametrize(
    "url",
    [
        "localhost:6333",
        "qdrant",
        "ftp://qdrant.example",
        "http://",
        "http://qdrant.example:otte",
        "http://qdrant.example:99999",
        "http://qdrant.example:0",
        "http://bruger:hemmelig-1@qdrant.example",
        "http://qdrant.example?key=hemmelig-1",
        "http://qdrant.example/\n",
        "http://[qdrant",
        "http://ærø.example",
    ],
)
@pytest.mark.usefixtures("no_server")
def test_an_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("AFTALESVAR_QDRANT_URL", url)

    with pytest.raises(BadSetting, match="AFTALESVAR_QDRANT_URL is no address") as told:
        settings()

    assert "hemmelig" not in str(told.value)


@pytest.mark.usefixtures("no_server")
def test_a_key_without_an_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_QDRANT_API_KEY", "hemmelig-1")

    with pytest.raises(BadSetting, match="give AFTALESVAR_QDRANT_URL too"):
        settings()


@pytest.mark.parametrize("key", ["to ord", "æøå", "linje\n"])
def test_a_key_that_no_header_can_carry_is_refused(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("AFTALESVAR_QDRANT_URL", "http://127.0.0.1:6333")
    monkeypatch.setenv("AFTALESVAR_QDRANT_API_KEY", key)

    with pytest.raises(BadSetting, match="AFTALESVAR_QDRANT_API_KEY has signs") as told:
        settings()

    assert key not in str(told.value)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["ask", "Hvad blev besluttet?"], "the passages are kept in Qdrant Edge"),
        (["status"], "the passages are kept in Qdrant Edge"),
        (["update", str(ROOT / "eval" / "sample" / "documents")], "no usable answer from the"),
    ],
)
def test_the_commands_look_where_the_settings_say(
    sample_home: Path, tmp_path: Path, command: list[str], says: str
) -> None:
    home = shutil.copytree(sample_home, tmp_path / "home")
    # Port 1 is served by nothing.
    variables = {"AFTALESVAR_QDRANT_URL": "http://127.0.0.1:1", "AFTALESVAR_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", *command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **variables},
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_LLM_URL", "http://127.0.0.1:8080/v1")
    monkeypatch.setenv("AFTALESVAR_LLM_MODEL", "dansk-7b")
    monkeypatch.setenv("AFTALESVAR_LLM_KEY", "hemmelig-1")
    monkeypatch.delenv("AFTALESVAR_LLM_SECONDS", raising=False)


@pytest.mark.usefixtures("model")
def test_a_language_model_is_read_and_its_key_never_shown() -> None:
    found = settings().model

    assert found is not None
    assert (found.base_url, found.model) == ("http://127.0.0.1:8080/v1", "dansk-7b")
    assert (found.key, found.deadline) == ("hemmelig-1", 20)
    assert "hemmelig" not in repr(found)


def test_without_one_there_is_no_language_model() -> None:
    assert settings().model is None


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("lacking", ["AFTALESVAR_LLM_URL", "AFTALESVAR_LLM_MODEL"])
def test_half_a_language_model_is_refused(monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    monkeypatch.delenv(lacking)

    with pytest.raises(BadSetting, match="set both"):
        settings()


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("seconds", ["0", "121", "et minut", "nan"])
def test_no_time_for_a_language_model_is_refused(
    monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv("AFTALESVAR_LLM_SECONDS", seconds)

    with pytest.raises(BadSetting, match="give seconds from 1 to 120"):
        settings()


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("url", ["ftp://x/v1", "127.0.0.1", "http://me:hemmelig@x/v1"])
def test_an_address_of_no_language_model_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("AFTALESVAR_LLM_URL", url)

    with pytest.raises(BadSetting, match="AFTALESVAR_LLM_URL: ") as told:
        settings()

    assert "hemmelig" not in str(told.value)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("", None),
        ("https://aftalesvar.example.dk", "https://aftalesvar.example.dk"),
        ("https://Aftalesvar.example.dk/", "https://aftalesvar.example.dk"),
        ("https://aftalesvar.example.dk:443", "https://aftalesvar.example.dk"),
        ("http://aftalesvar.example.dk:8080", "http://aftalesvar.example.dk:8080"),
    ],
)
def test_a_public_address_is_read_as_browsers_write_it(
    monkeypatch: pytest.MonkeyPatch, given: str, read: str | None
) -> None:
    monkeypatch.setenv("AFTALESVAR_PUBLIC_URL", given)

    assert settings().public_url == read


@pytest.mark.parametrize(
    "given",
    ["aftalesvar.example.dk", "https://a.dk/svar", "ftp://a.dk", "https://me:hemmelig@a.dk"],
)
def test_a_public_address_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("AFTALESVAR_PUBLIC_URL", given)

    with pytest.raises(BadSetting, match="AFTALESVAR_PUBLIC_URL is no address") as told:
        settings()

    assert "hemmelig" not in str(told.value)


@pytest.mark.parametrize("count", ["0", "65", "many", "-1"])
def test_a_number_of_workers_that_is_none_is_named(
    monkeypatch: pytest.MonkeyPatch, count: str
) -> None:
    monkeypatch.setenv("AFTALESVAR_WORKERS", count)

    with pytest.raises(BadSetting, match=f"AFTALESVAR_WORKERS is '{count}'; give .* 1 to 64"):
        workers()


def test_the_command_line_says_how_many_workers_before_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AFTALESVAR_WORKERS", "3")

    assert (workers(), workers(2)) == (3, 2)


@pytest.mark.parametrize("days", ["0", "3651", "et år"])
def test_days_to_keep_opinions_that_are_none_are_named(
    monkeypatch: pytest.MonkeyPatch, days: str
) -> None:
    monkeypatch.setenv("AFTALESVAR_FEEDBACK_DAYS", days)

    with pytest.raises(BadSetting, match="AFTALESVAR_FEEDBACK_DAYS"):
        settings()


ACCESS = ("ANONYMOUS", "QUESTIONS_PER_MINUTE", *(f"OIDC_{n}" for n in ("ISSUER", "AUDIENCE")))
TENANT = "11111111-2222-3333-4444-555555555555"


@pytest.fixture
def no_access(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*ACCESS, "OIDC_TENANT", "OIDC_CLOSED", "OIDC_READ", "OIDC_CLIENTS"):
        monkeypatch.delenv(f"AFTALESVAR_{name}", raising=False)


@pytest.mark.usefixtures("no_access")
def test_without_settings_nobody_is_let_in_but_on_this_machine() -> None:
    assert settings().access == Rules(anonymous=None, questions_a_minute=30, oidc=None)


@pytest.mark.usefixtures("no_access")
@pytest.mark.parametrize(("text", "allowed"), [("yes", True), ("no", False), ("", None)])
def test_whether_anybody_may_come(
    monkeypatch: pytest.MonkeyPatch, text: str, allowed: bool | None
) -> None:
    monkeypatch.setenv("AFTALESVAR_ANONYMOUS", text)

    assert settings().access.anonymous is allowed


@pytest.mark.usefixtures("no_access")
@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("ANONYMOUS", "ja", "AFTALESVAR_ANONYMOUS is 'ja'"),
        ("ANONYMOUS", "True", "give yes or no"),
        ("QUESTIONS_PER_MINUTE", "-1", "AFTALESVAR_QUESTIONS_PER_MINUTE is '-1'"),
        ("QUESTIONS_PER_MINUTE", "mange", "0 for no limit"),
        ("OIDC_ISSUER", "https://login.das.example", "set AFTALESVAR_OIDC_ISSUER, and"),
        ("OIDC_AUDIENCE", "api://aftalesvar", "set AFTALESVAR_OIDC_ISSUER, and"),
    ],
)
def test_a_rule_of_access_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv(f"AFTALESVAR_{name}", value)

    with pytest.raises(BadSetting, match=says):
        settings()


@pytest.mark.usefixtures("no_access")
def test_an_issuer_that_cannot_be_trusted_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_OIDC_ISSUER", "https://login.microsoftonline.com/common/v2.0")
    monkeypatch.setenv("AFTALESVAR_OIDC_AUDIENCE", "api://aftalesvar")

    with pytest.raises(BadSetting, match="AFTALESVAR_OIDC_ISSUER: the address names no tenant"):
        settings()


@pytest.mark.usefixtures("no_access")
def test_the_issuer_with_all_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "ISSUER": "https://login.microsoftonline.com/common/v2.0",
        "AUDIENCE": "api://aftalesvar",
        "TENANT": TENANT,
        "CLOSED": "Lukket",
        "READ": "Laes",
        "CLIENTS": "fagsystem  esdh",
    }.items():
        monkeypatch.setenv(f"AFTALESVAR_OIDC_{name}", value)

    assert settings().access.oidc == Oidc(
        f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "api://aftalesvar",
        TENANT,
        closed="Lukket",
        read="Laes",
        clients=frozenset({"fagsystem", "esdh"}),
    )


def registered(monkeypatch: pytest.MonkeyPatch, **known: str) -> None:
    """The issuer and the page's registration with it as `known`, and nothing else of it."""
    for name in ("ISSUER", "AUDIENCE", "CLIENT_ID", "CLIENT_SECRET", "TENANT"):
        monkeypatch.setenv(f"AFTALESVAR_OIDC_{name}", known.get(name.lower(), ""))


def test_a_page_that_logs_people_in_needs_one_registration(monkeypatch: pytest.MonkeyPatch) -> None:
    registered(monkeypatch, issuer="https://id.example.dk", client_id="side", client_secret="x-1")

    access = settings().access

    assert access.oidc
    assert access.client
    assert (access.oidc.audience, access.client.id, access.client.secret) == ("side", "side", "x-1")
    assert "x-1" not in repr(access)


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({"client_id": "side"}, "set AFTALESVAR_OIDC_ISSUER"),
        ({"issuer": "https://id.example.dk"}, "AFTALESVAR_OIDC_CLIENT_ID"),
        ({"client_secret": "x-1"}, "give AFTALESVAR_OIDC_CLIENT_ID too"),
    ],
)
def test_half_a_registration_is_refused(
    monkeypatch: pytest.MonkeyPatch, known: dict[str, str], says: str
) -> None:
    registered(monkeypatch, **known)

    with pytest.raises(BadSetting, match=says) as told:
        settings()

    assert "x-1" not in str(told.value)
