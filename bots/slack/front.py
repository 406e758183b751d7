"""The App Home: what can be asked, how, what is new, and what is kept of questions."""

from collections.abc import Iterator, Sequence
from typing import Any

from bots.ports import Item, Shelf
from bots.slack.notices import item_block
from bots.slack.rich import (
    LONGEST,
    Block,
    beginning,
    bullets,
    context,
    divider,
    header,
    rich,
    section,
    words,
)
from bots.slack.sources import LINE
from service import texts

BLOCKS = 100  # Slack takes no more in a view
LATEST = 5  # decisions that are shown
LINES = 20  # of a list


def home(shelf: Shelf) -> dict[str, Any]:
    """The tab as everybody sees it; nothing of it is about the one who looks."""
    blocks = [
        header(texts.NAME),
        rich(section(words(texts.TAGLINE))),
        *_listed(texts.SLACK_HOW_TITLE, texts.SLACK_HOW),
        *_listed(texts.EXAMPLES, shelf.examples),
        *_listed(texts.IN_COLLECTION, shelf.holds),
        *_listed(texts.HOME_MISSING, shelf.missing),
        *_latest(shelf.latest[:LATEST]),
        *_listed(texts.HOME_KEPT_TITLE, texts.HOME_KEPT),
        context(f"{texts.BY_MACHINE}. {texts.BY_MACHINE_HELP}"),
    ]
    return {"type": "home", "blocks": blocks[:BLOCKS]}


def closed(text: str) -> dict[str, Any]:
    """The tab while nothing can be asked; `text` says why."""
    return {
        "type": "home",
        "blocks": [header(texts.NAME), rich(section(words(beginning(text, LONGEST))))],
    }


def _listed(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        told = bullets([[words(beginning(line, LINE))] for line in lines[:LINES]])
        yield rich(section(words(title, "bold")), told)


def _latest(items: Sequence[Item]) -> Iterator[Block]:
    if items:
        yield divider()
        yield rich(section(words(texts.HOME_LATEST, "bold")))
        yield from map(item_block, items)
        yield divider()
