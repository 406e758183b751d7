"""Puts the parts together; the only module that does."""

from collections.abc import Iterator

from fastapi import FastAPI

from index import Census, Embedder, Index, Progress, Updater, embedder
from index import census as counted
from index import findings as found
from ingest import Finding
from ingest.extract import Options
from service.access.open_access import NoLimits, OpenAccess
from service.archive.of_index import IndexArchive
from service.assistant import ExtractiveAssistant
from service.model import Writer, model_writer
from service.settings import Settings
from service.web.app import create_app
from service.web.parts import Parts


def index(settings: Settings) -> Index:
    """The index in the home, or on the server that the settings name."""
    return Index(settings.home, server=settings.server, embedder=_embedder(settings))


def _embedder(settings: Settings) -> Embedder | None:
    """The model that is set; it is loaded when it is first asked."""
    return embedder(settings.embedder) if settings.embedder else None


def assistant(settings: Settings) -> ExtractiveAssistant:
    """The assistant over the index in the home."""
    return ExtractiveAssistant(index(settings), _writer(settings))


def _writer(settings: Settings) -> Writer | None:
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


def app(settings: Settings) -> FastAPI:
    """The web application."""
    shared = index(settings)
    return create_app(
        Parts(
            assistant=ExtractiveAssistant(shared, _writer(settings)),
            archive=IndexArchive(shared),
            recogniser=OpenAccess(),
            limits=NoLimits(),
        )
    )
