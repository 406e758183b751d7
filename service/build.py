"""Puts the parts together; the only module that does."""

from fastapi import FastAPI

from index import Index
from service.api import create_app
from service.assistant import ExtractiveAssistant
from service.settings import Settings


def assistant(settings: Settings) -> ExtractiveAssistant:
    """The assistant over the index in the home."""
    return ExtractiveAssistant(Index(settings.home))


def app(settings: Settings) -> FastAPI:
    """The web application."""
    return create_app(assistant(settings))
