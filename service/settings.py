"""Settings from the environment; the only module that reads it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from service.errors import BadSetting

DEFAULT_HOME = ".aftalesvar"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
DEFAULT_CHECK = 15.0
LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the product keeps its files, and how documents are read.

    `ocr` is the language in which scanned pages are read; without it they are only reported.
    `check_minutes` is how often a service looks at sources that do not tell of changes.
    """

    home: Path
    ocr: str | None = None
    check_minutes: float = DEFAULT_CHECK


@dataclass(frozen=True, slots=True)
class Address:
    """Where the service listens."""

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT


def settings(home: Path | None = None) -> Settings:
    """The settings: what is given here, else the environment's, else the defaults.

    Raises `BadSetting` where one of the environment's is none.
    """
    return Settings(
        home or Path(os.environ.get("AFTALESVAR_HOME") or DEFAULT_HOME),
        _language(os.environ.get("AFTALESVAR_OCR")),
        _minutes(os.environ.get("AFTALESVAR_CHECK_MINUTES")),
    )


def address(host: str | None = None, port: int | None = None) -> Address:
    """Where to listen: what is given here, else `AFTALESVAR_HOST` (`_PORT`), else the default.

    Raises `BadSetting` where the environment's port is none.
    """
    return Address(
        host=host or os.environ.get("AFTALESVAR_HOST") or DEFAULT_HOST,
        port=port if port is not None else _port(os.environ.get("AFTALESVAR_PORT")),
    )


def _language(text: str | None) -> str | None:
    if text and not re.fullmatch(r"[a-z]{3}(?:\+[a-z]{3})*", text):
        raise BadSetting(f"AFTALESVAR_OCR is '{text}'; give a language of tesseract, such as dan")
    return text or None


def _minutes(text: str | None) -> float:
    if not text:
        return DEFAULT_CHECK
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) < 1:
        raise BadSetting(f"AFTALESVAR_CHECK_MINUTES is '{text}'; give a number from 1 to 99999")
    return float(text)


def _port(text: str | None) -> int:
    if not text:
        return DEFAULT_PORT
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > LAST_PORT:
        raise BadSetting(f"AFTALESVAR_PORT is '{text}'; give a number from 0 to {LAST_PORT}")
    return int(text)
