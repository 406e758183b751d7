"""Settings from the environment; the only module that reads it."""

import json
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from index import Choice, Server
from service.access.login.client import Client
from service.access.oidc import Oidc
from service.access.rules import QUESTIONS_A_MINUTE, Rules
from service.errors import BadSetting
from service.house import NOBODY, House
from service.model import ModelSettings

DEFAULT_HOME = ".aftalesvar"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
DEFAULT_CHECK = 15.0
DEFAULT_FEEDBACK_DAYS, MOST_DAYS = 365, 3_650
MOST_WORKERS = 64
LAST_PORT = 65_535
LLM_SECONDS, MOST_LLM_SECONDS = 20, 120
ANYBODY = {"yes": True, "no": False, "": None}
LOCAL = Rules()
CLIENT_ID = "AFTALESVAR_OIDC_CLIENT_ID"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the product keeps its files, and how documents are read.

    `ocr` is the language in which scanned pages are read; without it they are only reported.
    `check_minutes` is how often a service looks at sources that do not tell of changes. `server` is
    the Qdrant server that keeps the passages; without one they are kept in the home.
    `embedder` is the model that finds by meaning; without one our own does. `model` is the language
    model that writes answers; without one they are extracts. `house` is who runs the service.
    `public_url` is the address at which it is used, where that is not the one it listens on.
    `feedback_days` is how long opinions of answers are kept.
    `access` is who may use it.
    """

    home: Path
    ocr: str | None = None
    check_minutes: float = DEFAULT_CHECK
    server: Server | None = None
    embedder: Choice | None = None
    model: ModelSettings | None = None
    house: House = NOBODY
    public_url: str | None = None
    feedback_days: int = DEFAULT_FEEDBACK_DAYS
    access: Rules = LOCAL


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
        _house(),
        _public_url(os.environ.get("AFTALESVAR_PUBLIC_URL")),
        feedback_days=_days(os.environ.get("AFTALESVAR_FEEDBACK_DAYS")),
        access=_access(),
    )


def address(host: str | None = None, port: int | None = None) -> Address:
    """Where to listen: what is given here, else `AFTALESVAR_HOST` (`_PORT`), else the default.

    Raises `BadSetting` where the environment's port is none.
    """
    return Address(
        host=host or os.environ.get("AFTALESVAR_HOST") or DEFAULT_HOST,
        port=port if port is not None else _port(os.environ.get("AFTALESVAR_PORT")),
    )


def _house() -> House:
    """Who runs the service; raises `BadSetting` where the statement's address is none."""
    statement = os.environ.get("AFTALESVAR_ACCESSIBILITY_URL") or ""
    if statement and not _is_address(statement):
        raise BadSetting(
            "AFTALESVAR_ACCESSIBILITY_URL is no address of the web; give the whole address of "
            "your accessibility statement, such as https://www.was.example/das.example"
        )
    operator = os.environ.get("AFTALESVAR_OPERATOR") or ""
    return House(operator, os.environ.get("AFTALESVAR_CONTACT") or "", statement)


def workers(count: int | None = None) -> int:
    """How many processes answer: what is given here, else `AFTALESVAR_WORKERS`, else one.

    Raises `BadSetting` where the environment's is no number of them.
    """
    text = os.environ.get("AFTALESVAR_WORKERS")
    if count is not None or not text:
        return count or 1
    if not re.fullmatch("[0-9]{1,3}", text) or not 1 <= int(text) <= MOST_WORKERS:
        raise BadSetting(f"AFTALESVAR_WORKERS is '{text}'; give a number from 1 to {MOST_WORKERS}")
    return int(text)


def share_measures(folder: str) -> None:
    """Have this process and those it starts add up what they count in `folder`.

    The library that counts takes the place from the environment alone, when it is imported.
    """
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder


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


def _access() -> Rules:
    """Who may come in, and how often; raises `BadSetting`."""
    anybody = os.environ.get("AFTALESVAR_ANONYMOUS") or ""
    if anybody not in ANYBODY:
        raise BadSetting(
            f"AFTALESVAR_ANONYMOUS is '{anybody}'; give yes or no, or leave it out: then anybody "
            "may read what is open where the service listens on this machine alone"
        )
    rate = os.environ.get("AFTALESVAR_QUESTIONS_PER_MINUTE") or str(QUESTIONS_A_MINUTE)
    if not re.fullmatch("[0-9]{1,6}", rate):
        raise BadSetting(
            f"AFTALESVAR_QUESTIONS_PER_MINUTE is '{rate}'; give a number, 0 for no limit"
        )
    return Rules(ANYBODY[anybody], int(rate), _oidc(), _client())


def _oidc() -> Oidc | None:
    """The issuer of tokens; raises `BadSetting` where only half of it is set."""
    issuer = os.environ.get("AFTALESVAR_OIDC_ISSUER")
    # A page that only logs people in has one registration, which the audience need not repeat.
    audience = os.environ.get("AFTALESVAR_OIDC_AUDIENCE") or os.environ.get(CLIENT_ID)
    if not issuer and not audience:
        return None
    if not issuer or not audience:
        raise BadSetting(
            "set AFTALESVAR_OIDC_ISSUER, and AFTALESVAR_OIDC_AUDIENCE or AFTALESVAR_OIDC_CLIENT_ID "
            "with it, or none of them"
        )
    try:
        oidc = Oidc.checked(issuer, audience, os.environ.get("AFTALESVAR_OIDC_TENANT") or None)
    except ValueError as error:
        raise BadSetting(f"AFTALESVAR_OIDC_ISSUER: {error}") from error
    return replace(
        oidc,
        closed=os.environ.get("AFTALESVAR_OIDC_CLOSED") or None,
        read=os.environ.get("AFTALESVAR_OIDC_READ") or None,
        clients=frozenset((os.environ.get("AFTALESVAR_OIDC_CLIENTS") or "").split()),
    )


def _client() -> Client | None:
    """The page's registration with the issuer; raises `BadSetting` where a part is missing."""
    name, secret = os.environ.get(CLIENT_ID), os.environ.get("AFTALESVAR_OIDC_CLIENT_SECRET")
    if secret and not name:
        raise BadSetting(f"AFTALESVAR_OIDC_CLIENT_SECRET is set; give {CLIENT_ID} too")
    return Client(name, secret or None) if name else None


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


def _days(text: str | None) -> int:
    if not text:
        return DEFAULT_FEEDBACK_DAYS
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= MOST_DAYS:
        raise BadSetting(
            f"AFTALESVAR_FEEDBACK_DAYS is '{text}'; give a number from 1 to {MOST_DAYS}"
        )
    return int(text)


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


def _public_url(url: str | None) -> str | None:
    """The address of a site as browsers write it; the message repeats no password."""
    if not url:
        return None
    if not _is_address(url) or urlsplit(url).path not in ("", "/"):
        raise BadSetting(
            "AFTALESVAR_PUBLIC_URL is no address of a site; give one without a path, such as "
            "https://aftalesvar.example.dk"
        )
    usual = {"http": ":80", "https": ":443"}[urlsplit(url).scheme]
    return url.lower().rstrip("/").removesuffix(usual)


def _is_address(url: str) -> bool:
    """Whether it is a whole address of http or https, without a user, a query or a fragment."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    whole = re.fullmatch("[!-~]+", url) and parts.scheme in ("http", "https") and parts.hostname
    return bool(whole) and port != 0 and not re.search(r"[@?#]", url)
