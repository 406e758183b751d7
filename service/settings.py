"""Settings from the environment; the only module that reads it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from service.errors import BadSetting

DEFAULT_HOME = ".aftalesvar"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the product keeps its files."""

    home: Path


@dataclass(frozen=True, slots=True)
class Address:
    """Where the service listens."""

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT


def settings(home: Path | None = None) -> Settings:
    """The settings: what is given here, else `AFTALESVAR_HOME`, else the default."""
    return Settings(home or Path(os.environ.get("AFTALESVAR_HOME") or DEFAULT_HOME))


def address(host: str | None = None, port: int | None = None) -> Address:
    """Where to listen: what is given here, else `AFTALESVAR_HOST` (`_PORT`), else the default.

    Raises `BadSetting` where the environment's port is none.
    """
    return Address(
        host=host or os.environ.get("AFTALESVAR_HOST") or DEFAULT_HOST,
        port=port if port is not None else _port(os.environ.get("AFTALESVAR_PORT")),
    )


def _port(text: str | None) -> int:
    if not text:
        return DEFAULT_PORT
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > LAST_PORT:
        raise BadSetting(f"AFTALESVAR_PORT is '{text}'; give a number from 0 to {LAST_PORT}")
    return int(text)
