"""New decisions, posted where their subject is followed."""

from collections.abc import Iterator, Sequence

from microsoft_teams.api.activities.message import MessageActivityInput

from bots.digest import SHOWN, Digest, NotTold, TakenOut, counted
from bots.ports import Followed, Item
from bots.teams import cards
from bots.teams.addresses import Address, conversation
from bots.teams.bot import Bot
from bots.teams.writing import NotWritten, Removed
from service.access.visitor import Channel

AT_ONCE = 10  # decisions of one message; a card may have 28 kB


def news(bot: Bot) -> Digest:
    """Looks for what is new, and tells it in Teams."""

    async def tell(followed: Followed, items: Sequence[Item]) -> None:
        address = Address(followed.address, conversation(followed.place))
        first, *more = messages(followed.subject, items)
        try:
            await bot.writer.say(address, first)
        except Removed as error:
            raise TakenOut(str(error)) from error
        except NotWritten as error:
            raise NotTold(str(error)) from error
        for message in more:
            await bot.writer.say(address, message)

    return Digest(Channel.TEAMS, bot.parts.newsroom, bot.parts.memory, tell)


def messages(subject: str, items: Sequence[Item]) -> Iterator[MessageActivityInput]:
    """The news, newest first; what a machine made of it is nothing, it is told as it stands."""
    shown = items[:SHOWN]
    for at in range(0, len(shown), AT_ONCE):
        card = cards.news(subject, shown[at : at + AT_ONCE], "" if at else counted(items))
        yield MessageActivityInput().add_card(card)
