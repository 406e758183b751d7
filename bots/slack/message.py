"""Messages as Slack takes them: how many blocks and letters each may have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from bots.slack.plain import mrkdwn
from bots.slack.rich import Block
from bots.splitting import pieces, utf16
from service import texts

# Nothing of a message is looked up and shown below it; every sender passes this on.
UNFURL: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}
BLOCKS = 45  # Slack takes 50 in a message
# Letters in all blocks together. Slack says no number; it refuses a message with
# `msg_blocks_too_long` at 13,200 and has done so at 11,300 (slackapi/bolt-js issues 2509, 2867).
LETTERS = 8_000
SPOKEN = 3_500  # letters of `text`; Slack advises at most 4,000
PARAGRAPHS = ("rich_text_section", "rich_text_quote", "header", "context")


@dataclass(frozen=True, slots=True)
class Message:
    """A message to be sent with `UNFURL`.

    `blocks` is what is seen, `text` the same for notifications and screen readers.
    """

    text: str
    blocks: tuple[Block, ...]


def messages(blocks: Sequence[Block], before: Sequence[Block] = ()) -> list[Message]:
    """`blocks` in as many messages as they need; no block is lost or cut.

    `before` stand in the first already. Where they leave no room it has no blocks.
    """
    room = (BLOCKS - len(before), LETTERS - letters(before))
    return [Message(spoken(part) or texts.NAME, tuple(part)) for part in _parts(blocks, *room)]


def letters(value: Any) -> int:
    """How much there is to read in a block, with something for each of its elements."""
    if isinstance(value, dict):
        shown = sum(utf16(value[key]) for key in ("text", "url") if isinstance(value.get(key), str))
        return 10 + shown + sum(map(letters, value.values()))
    return sum(map(letters, value)) if isinstance(value, (list, tuple)) else 0


def spoken(blocks: Sequence[Block]) -> str:
    """What stands in the blocks, without any mark; only a mention of ours is one there as well."""
    said = ""
    for leaf in _leaves(blocks):
        shown = f"<@{leaf['user_id']}>" if "user_id" in leaf else mrkdwn(leaf["text"])
        left = SPOKEN - utf16(said)
        if utf16(shown) > left:
            first, *_ = pieces(leaf["text"], left, lambda text: utf16(mrkdwn(text)))
            return f"{said}{mrkdwn(first).rstrip()} …"
        said += shown
    return said.strip()


def _leaves(value: Any) -> Iterator[Block]:
    """What has words or names somebody, and a line break after each paragraph."""
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from _leaves(each)
    elif isinstance(value, dict) and value["type"] not in ("actions", "context_actions"):
        within = value.get("elements") or value.get("text")
        if isinstance(within, str):
            # Rich text is as it is; in a `plain_text` three signs were escaped.
            yield {"text": unescape(within) if value["type"] == "plain_text" else within}
        elif "user_id" in value:
            yield value
        else:
            yield from _leaves(within)
        if value["type"] in PARAGRAPHS:
            yield {"text": "\n"}


def _parts(blocks: Sequence[Block], room: int, left: int) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        size = letters(block)
        full = len(part) >= room or size > left
        if full and (part or left < LETTERS):
            yield part
            part, room, left = [], BLOCKS, LETTERS
        part.append(block)
        left -= size
    yield part
