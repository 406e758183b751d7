"""Puts the parts together; the only module that does."""

from collections.abc import Iterator

from fastapi import FastAPI

from index import Census, Index, Progress, Updater
from index import census as counted
from index import findings as found
from ingest import Finding
from ingest.extract import Options
from service.api import create_app
from service.assistant import ExtractiveAssistant
from service.settings import Settings


def assistant(settings: Settings) -> ExtractiveAssistant:
    """The assistant over the index in the home."""
    return ExtractiveAssistant(Index(settings.home))


def updater(settings: Settings, progress: Progress) -> Updater:
    """What keeps the index in the home in step with its sources."""
    return Updater(settings.home, progress=progress, options=Options(ocr=settings.ocr))


def census(settings: Settings) -> Census:
    """The state of the collection in the home."""
    return counted(settings.home, Index(settings.home))


def findings(settings: Settings) -> Iterator[tuple[str, Finding]]:
    """What was found in the documents of the home."""
    return found(settings.home)


def app(settings: Settings) -> FastAPI:
    """The web application."""
    return create_app(assistant(settings))
