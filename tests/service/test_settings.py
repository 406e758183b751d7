from pathlib import Path

import pytest

from service.settings import settings


def test_what_is_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_HOME", "/elsewhere")

    assert settings(Path("/here")).home == Path("/here")
    assert settings().home == Path("/elsewhere")


def test_the_defaults_listen_on_this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "HOST", "PORT"):
        monkeypatch.delenv(f"AFTALESVAR_{name}", raising=False)

    found = settings()

    assert (found.home, found.host, found.port) == (Path(".aftalesvar"), "127.0.0.1", 8000)


def test_a_port_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALESVAR_PORT", "otte")

    with pytest.raises(ValueError, match="AFTALESVAR_PORT is 'otte'"):
        settings()
