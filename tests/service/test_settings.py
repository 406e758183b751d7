from pathlib import Path

import pytest

from service.errors import BadSetting
from service.settings import Address, address, settings


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
