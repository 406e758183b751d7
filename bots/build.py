"""Puts a bot's parts together; the only module that does."""

from bots.desk import ChatDesk, House
from bots.memory import FileMemory
from bots.newsroom import OpenNewsroom
from bots.parts import Parts
from service import build
from service.archive.of_index import IndexArchive
from service.assistant import ExtractiveAssistant
from service.desk import Desk
from service.settings import Settings


def memory(settings: Settings) -> FileMemory:
    """What the bots of the home know."""
    return FileMemory(settings.home / "bots")


def parts(settings: Settings) -> Parts:
    """What a bot over the home is made of; nothing is read or begun yet."""
    shared = build.index(settings)
    assistant = ExtractiveAssistant(shared, build.writer(settings))
    archive = IndexArchive(shared)
    known = memory(settings)
    house = House(
        Desk(assistant),
        archive,
        build.accounts(settings),
        build.limits(settings),
        build.feedback(settings),
    )
    return Parts(
        ChatDesk(house, known),
        known,
        OpenNewsroom(archive, assistant, settings.public_url),
        settings.public_url,
    )
