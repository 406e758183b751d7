"""Settings from the environment; the only module that reads it."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_HOME = ".aftalesvar"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the product keeps its files, and where it listens."""

    home: Path
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT


def settings(
    home: Path | None = None, host: str | None = None, port: int | None = None
) -> Settings:
    """The settings: what is given here, else `AFTALESVAR_HOME` (`_HOST`, `_PORT`), else defaults.

    Raises `ValueError` where the environment's port is no number.
    """
    return Settings(
        home=home or Path(os.environ.get("AFTALESVAR_HOME", DEFAULT_HOME)),
        host=host or os.environ.get("AFTALESVAR_HOST", DEFAULT_HOST),
        port=port if port is not None else _port(os.environ.get("AFTALESVAR_PORT")),
    )


def _port(text: str | None) -> int:
    if text is None:
        return DEFAULT_PORT
    if not text.isdigit():
        raise ValueError(f"AFTALESVAR_PORT is '{text}'; give a number such as {DEFAULT_PORT}")
    return int(text)
