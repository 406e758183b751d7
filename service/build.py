"""Puts the parts together; the only module that does."""

from collections.abc import Iterator
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

from index import Census, Embedder, Index, Progress, Updater, embedder
from index import census as counted
from index import findings as found
from ingest import Finding
from ingest.extract import Options
from service.access.accounts import Accounts
from service.access.addresses import is_loopback
from service.access.keys import Keys
from service.access.rules import Rules
from service.archive.of_index import IndexArchive
from service.assistant import ExtractiveAssistant
from service.model import Writer, model_writer
from service.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from service.access.limits import VisitorLimits
    from service.access.login.entry import Entry
    from service.access.login.flow import Flow
    from service.access.recogniser import FrontDoor
    from service.access.tokens import Tokens
    from service.feedback.store import Feedback
from service.web.site import Site


def index(settings: Settings) -> Index:
    """The index in the home, or on the server that the settings name."""
    return Index(settings.home, server=settings.server, embedder=_embedder(settings))


def _embedder(settings: Settings) -> Embedder | None:
    """The model that is set; it is loaded when it is first asked."""
    return embedder(settings.embedder) if settings.embedder else None


def assistant(settings: Settings) -> ExtractiveAssistant:
    """The assistant over the index in the home."""
    return ExtractiveAssistant(index(settings), writer(settings))


def writer(settings: Settings) -> Writer | None:
    """The language model that is set; without one answers are extracts."""
    return model_writer(settings.model) if settings.model else None


def updater(settings: Settings, progress: Progress) -> Updater:
    """What keeps the index in the home in step with its sources."""
    return Updater(
        settings.home,
        embedder=_embedder(settings),
        progress=progress,
        options=Options(ocr=settings.ocr),
        server=settings.server,
    )


def census(settings: Settings) -> Census:
    """The state of the collection in the home."""
    return counted(settings.home, index(settings))


def findings(settings: Settings) -> Iterator[tuple[str, Finding]]:
    """What was found in the documents of the home."""
    return found(settings.home)


def _access(settings: Settings) -> Path:
    """Where keys are kept, and what is counted; open to the service's own user alone."""
    return settings.home / "access"


def keys(settings: Settings) -> Keys:
    """The API keys of the home."""
    return Keys(_access(settings))


def accounts(settings: Settings) -> Accounts:
    """The accounts of chat platforms that were given rights in the home."""
    return Accounts(_access(settings))


def _issuer(rules: Rules, secret: bytes) -> "tuple[Tokens | None, Flow | None]":
    """What checks the tokens of the issuer that is set, and how people log in there.

    Its keys are fetched when first needed. The way to it may lead through the house's proxy, which
    the environment names as for all programs; to this machine none does.
    """
    if rules.oidc is None:
        return None, None
    import httpx

    from service.access.keyset import KeySet
    from service.access.login.flow import Flow
    from service.access.login.pending import Sealed
    from service.access.tokens import Tokens

    far = rules.oidc.issuer.startswith("https://")
    http = httpx.Client(follow_redirects=False, trust_env=far)
    published = KeySet(rules.oidc, http)
    tokens = Tokens(rules.oidc, published)
    if rules.client is None:
        return tokens, None
    return tokens, Flow(rules.client, tokens, published, http, Sealed(secret))


def _doors(settings: Settings, host: str, secret: bytes) -> "tuple[FrontDoor, Entry]":
    """Who is recognised by a service that listens on `host`, and how one logs in to it."""
    from service.access.login.entry import ATTEMPTS_A_MINUTE, Entry
    from service.access.login.sessions import LogIns
    from service.access.rate import Rate
    from service.access.recogniser import Anybody, FrontDoor

    known, folder = keys(settings), _access(settings)
    log_ins = LogIns(folder, known)
    tokens, flow = _issuer(settings.access, secret)
    anybody = Anybody(settings.access.anonymous, is_loopback(host))
    entry = Entry(known, log_ins, Rate(folder, ATTEMPTS_A_MINUTE), flow)
    return FrontDoor(known, anybody, tokens, log_ins), entry


def limits(settings: Settings) -> "VisitorLimits":
    """How often a visitor may ask."""
    from service.access.limits import VisitorLimits
    from service.access.rate import Rate
    from service.access.turns import Turns

    most = settings.access.questions_a_minute
    return VisitorLimits(Rate(_access(settings), most) if most else None, Turns())


def feedback(settings: Settings) -> "Feedback":
    """The opinions of answers in the home."""
    from service.feedback.store import Feedback

    return Feedback(settings.home, days=settings.feedback_days)


def app(
    settings: Settings, host: str, *, secret: bytes | None = None, measures: str | None = None
) -> "FastAPI":
    """The web application; only who serves it waits for its imports.

    `host` is where it listens. Several processes that are one service share a `secret`, and the
    folder of their `measures`.
    """
    from service.observing.assistant import Measured
    from service.observing.measures import Measures
    from service.observing.pseudonyms import Pseudonyms
    from service.web.app import create_app
    from service.web.parts import Parts

    shared = index(settings)
    counted = Measures(measures)
    secret = secret or token_bytes(32)
    recogniser, entry = _doors(settings, host, secret)
    return create_app(
        Parts(
            assistant=Measured(ExtractiveAssistant(shared, writer(settings)), counted),
            archive=IndexArchive(shared),
            feedback=feedback(settings),
            measures=counted,
            pseudonyms=Pseudonyms(secret),
            recogniser=recogniser,
            entry=entry,
            limits=limits(settings),
            house=settings.house,
            site=Site(settings.public_url),
        )
    )
