import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index import Server
from service.errors import BadSetting
from service.settings import Address, address, settings

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
