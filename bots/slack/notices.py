"""What we post where nobody asked us there: shared answers, questions handed over, news."""

from collections.abc import Sequence
from dataclasses import dataclass

from bots.digest import SHOWN, counted
from bots.ports import Item
from bots.reply import Reply
from bots.slack.blocks import told
from bots.slack.message import Message, messages
from bots.slack.offers import Offers
from bots.slack.rich import (
    LONGEST,
    MARKS,
    Block,
    beginning,
    emoji,
    header,
    link,
    named,
    quotation,
    rich,
    section,
    words,
)
from bots.slack.sources import LINE, QUOTE
from service import texts
from service.standings import standing_of


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A question for the secretariat: the user's id in Slack, their question and their remark."""

    user: str
    question: str
    remark: str = ""


def shared_by(user: str, question: str, reply: Reply, offers: Offers | None) -> list[Message]:
    """An answer for a channel, found with open rights only, and who shared it."""
    asked = quotation(words(beginning(question, LONGEST)))
    return messages([rich(section(*named(texts.ANSWER_SHARED, user)), asked), *told(reply, offers)])


def handed_over(asked: HandedOver, found: Reply) -> list[Message]:
    """A question for the secretariat's channel; `found` is what is told with open rights."""
    head = [
        section(*named(texts.HANDED_OVER, asked.user)),
        quotation(words(beginning(asked.question, LONGEST))),
    ]
    if asked.remark:
        remark = words(f"\n{beginning(asked.remark, LONGEST)}")
        head.append(section(words(texts.HANDED_OVER_REMARK, "bold"), remark))
    title = rich(section(words(texts.HANDED_OVER_FOUND, "bold")))
    return messages([rich(*head), title, *told(found)])


def news(subject: str, items: Sequence[Item]) -> list[Message]:
    """New decisions of a subject that is followed, each with its source."""
    head = [header(texts.NEWS.format(subject=subject)), rich(section(words(counted(items))))]
    return messages([*head, *map(item_block, items[:SHOWN])])


def item_block(item: Item) -> Block:
    """A decision: what it is, where it stands, and its first words."""
    mark = MARKS.get(standing_of(item.status))
    head = [words(f"{beginning(item.title, LINE)}\n", "bold")]
    head += [emoji(mark), words(" ")] if mark else []
    where = beginning(item.where, LINE)
    head.append(words(f"{item.status}. {where}" if item.status else where))
    quote = [quotation(words(beginning(item.text, QUOTE)))] if item.text else []
    page = [section(link(item.url, texts.READ_QUOTE))] if item.url else []
    return rich(section(*head), *quote, *page)
