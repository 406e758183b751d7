"""A question that is answered whole, where nothing can be streamed."""

from asyncio import to_thread

from bots.asker import Asked
from bots.reply import Reply, reply
from bots.slack.blocks import answered
from bots.slack.kit import Kit
from bots.slack.message import Message
from bots.slack.offers import Offers
from service.answer import Answer


async def answer(kit: Kit, asked: Asked, *, share: bool = False) -> list[Message]:
    """The answer with its buttons; raises as the desk does."""
    made = await kit.parts.desk.answer(asked)
    key = await to_thread(kit.parts.memory.remember, asked, made)
    offers = Offers(key, share, bool(kit.settings.secretariat))
    return answered(await told(kit, asked, made), offers)


async def told(kit: Kit, asked: Asked, made: Answer) -> Reply:
    """What is told of an answer."""
    searched = await kit.parts.desk.searched(asked)
    return reply(made, searched, kit.parts.site, asked.question)
