"""Words to us in a conversation that are no question: help, thanks, and following subjects."""

from bots import following
from bots.asker import Place
from bots.orders import Order, Wish
from bots.ports import Followed
from bots.slack import names
from bots.slack.blocks import refused
from bots.slack.help import welcome
from bots.slack.kit import Kit
from bots.slack.message import Message, messages
from bots.slack.rich import named, rich, section, words
from bots.slack.turn import Turn
from service import texts


async def told(kit: Kit, turn: Turn, wanted: Order) -> tuple[Message, ...]:
    """What is said of it, where it was said; what cannot be followed raises `QuestionRefused`."""
    if wanted.wish is Wish.GREET:
        return await welcome(kit.parts.newsroom, unread=False)
    if wanted.wish is Wish.HELP:
        return (refused(texts.COMMAND_HELP),)
    if wanted.wish is Wish.THANK:
        return (refused(texts.THANKED),)
    asked = turn.asked
    # In the whole conversation, not in the thread where it was said.
    place = Place(asked.place.platform, asked.place.tenant, asked.place.conversation)
    if wanted.wish is Wish.LIST:
        return (refused(following.told(await following.subjects(kit.parts, place))),)
    if wanted.wish is Wish.FOLLOW:
        return _by(asked.asker.user, await _followed(kit, place, wanted.text))
    return await _stopped(kit, place, wanted.text, asked.asker.user)


async def _followed(kit: Kit, place: Place, subject: str) -> str:
    wanted = Followed(place, subject)
    known = await following.startable(kit.parts, wanted)
    await following.start(kit.parts, wanted, known)
    return following.started(subject, len(known), f"{names.COMMAND} stop {subject}")


async def _stopped(kit: Kit, place: Place, subject: str, user: str) -> tuple[Message, ...]:
    if not subject:
        return (refused(texts.STOP_WITHOUT_SUBJECT),)
    if await following.stopped(kit.parts, place, subject):
        return _by(user, texts.FOLLOW_ENDED.format(subject=subject))
    return (refused(await following.not_followed(kit.parts, place, subject)),)


def _by(user: str, said: str) -> tuple[Message, ...]:
    """With who wanted it, so that nobody wonders."""
    return tuple(messages([rich(section(words(f"{said} "), *named(texts.FOLLOW_ASKED_BY, user)))]))
