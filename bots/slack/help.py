"""What is said to somebody who asks nothing."""

from bots.ports import Newsroom
from bots.slack.message import Message, messages
from bots.slack.rich import bullets, rich, section, words
from service import texts

MOST = 4  # examples


async def welcome(newsroom: Newsroom, *, unread: bool) -> tuple[Message, ...]:
    """How to ask, with questions of this collection; raises `IndexMissing`.

    `unread` says that there was a file and nothing else.
    """
    examples = (await newsroom.shelf()).examples[:MOST]
    said = [section(words(texts.SLACK_ONLY_TEXT if unread else texts.SLACK_ASK))]
    if examples:
        said.append(section(words(f"\n{texts.EXAMPLES}:", "bold")))
        said.append(bullets([[words(each)] for each in examples]))
    return tuple(messages([rich(*said)]))
