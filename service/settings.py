"""Settings from the environment; the only module that reads it."""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from index import Choice, Server
from service.errors import BadSetting
from service.model import ModelSettings

DEFAULT_HOME = ".aftalesvar"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
DEFAULT_CHECK = 15.0
LAST_PORT = 65_535
LLM_SECONDS, MOST_LLM_SECONDS = 20, 120


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the product keeps its files, and how documents are read.

    `ocr` is the language in which scanned pages are read; without it they are only reported.
    `check_minutes` is how often a service looks at sources that do not tell of changes. `server` is
    the Qdrant server that keeps the passages; without one they are kept in the home.
    `embedder` is the model that finds by meaning; without one our own does. `model` is the language
    model that writes answers; without one they are extracts.
    """

    home: Path
    ocr: str | None = None
    check_minutes: float = DEFAULT_CHECK
    server: Server | None = None
    embedder: Choice | None = None
    model: ModelSettings | None = None


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
        _server(
            os.environ.get("AFTALESVAR_QDRANT_URL"), os.environ.get("AFTALESVAR_QDRANT_API_KEY")
        ),
        _embedder(),
        _model(),
    )


def address(host: str | None = None, port: int | None = None) -> Address:
    """Where to listen: what is given here, else `AFTALESVAR_HOST` (`_PORT`), else the default.

    Raises `BadSetting` where the environment's port is none.
    """
    return Address(
        host=host or os.environ.get("AFTALESVAR_HOST") or DEFAULT_HOST,
        port=port if port is not None else _port(os.environ.get("AFTALESVAR_PORT")),
    )


def _model() -> ModelSettings | None:
    """The language model of the environment; raises `BadSetting` where only half of it is set."""
    url, name = os.environ.get("AFTALESVAR_LLM_URL"), os.environ.get("AFTALESVAR_LLM_MODEL")
    if not url and not name:
        return None
    if not url or not name:
        raise BadSetting("set both AFTALESVAR_LLM_URL and AFTALESVAR_LLM_MODEL, or neither")
    seconds = os.environ.get("AFTALESVAR_LLM_SECONDS") or str(LLM_SECONDS)
    try:
        deadline = float(seconds)
    except ValueError:
        deadline = 0.0
    if not 1 <= deadline <= MOST_LLM_SECONDS:
        raise BadSetting(
            f"AFTALESVAR_LLM_SECONDS is {seconds!r}; give seconds from 1 to {MOST_LLM_SECONDS}"
        )
    key = os.environ.get("AFTALESVAR_LLM_KEY") or None
    try:
        return ModelSettings(url, name, key, deadline=deadline)
    except ValueError as error:
        raise BadSetting(f"AFTALESVAR_LLM_URL: {error}") from error


def _language(text: str | None) -> str | None:
    if text and not re.fullmatch(r"[a-z]{3}(?:\+[a-z]{3})*", text):
        raise BadSetting(f"AFTALESVAR_OCR is '{text}'; give a language of tesseract, such as dan")
    return text or None


def _embedder() -> Choice | None:
    """An empty prefix is one that was set to nothing."""
    model = os.environ.get("AFTALESVAR_EMBEDDER")
    if not model:
        return None
    return Choice(
        model,
        query_prefix=os.environ.get("AFTALESVAR_EMBEDDER_QUERY_PREFIX"),
        passage_prefix=os.environ.get("AFTALESVAR_EMBEDDER_PASSAGE_PREFIX"),
        dimension=_dimension(os.environ.get("AFTALESVAR_EMBEDDER_DIMENSION")),
        arguments=_arguments(os.environ.get("AFTALESVAR_EMBEDDER_ARGUMENTS")),
    )


def _dimension(text: str | None) -> int | None:
    if not text:
        return None
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) < 1:
        raise BadSetting(f"AFTALESVAR_EMBEDDER_DIMENSION is '{text}'; give a number from 1")
    return int(text)


def _arguments(text: str | None) -> dict[str, Any]:
    """What a LlamaIndex class is made with; the message does not repeat it, keys stand in it."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise BadSetting("AFTALESVAR_EMBEDDER_ARGUMENTS is no JSON object; write {...}")
    return found


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


def _server(url: str | None, key: str | None) -> Server | None:
    """The server; no message repeats what may be a password."""
    if key and not url:
        raise BadSetting("AFTALESVAR_QDRANT_API_KEY is set; give AFTALESVAR_QDRANT_URL too")
    if not url:
        return None
    if not _is_address(url):
        raise BadSetting(
            "AFTALESVAR_QDRANT_URL is no address of a server; give one such as "
            "http://127.0.0.1:6333, and a key in AFTALESVAR_QDRANT_API_KEY"
        )
    if key and not re.fullmatch("[!-~]+", key):
        raise BadSetting("AFTALESVAR_QDRANT_API_KEY has signs that no key has, such as a blank")
    return Server(url.rstrip("/"), key or None)


def _is_address(url: str) -> bool:
    """Whether it is a whole address of http or https, without a user, a query or a fragment."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    whole = re.fullmatch("[!-~]+", url) and parts.scheme in ("http", "https") and parts.hostname
    return bool(whole) and port != 0 and not re.search(r"[@?#]", url)
