"""What Slack makes of what we send: every mention, link, sign and style in it.

Written after https://docs.slack.dev/messaging/formatting-message-text, on the safe side: what might
be read as mark-up counts as read.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

MADE = re.compile(
    r"<[^>]*>"  # mentions, channels, links, dates
    r"|https?://|\bwww\.\w|(?:mailto|tel):\w|[\w.+-]+@[\w-]+\.\w"  # linked by Slack itself
    r"|\b[a-z0-9-]+\.(?:dk|com|org|net|example|io)\b"
    r"|[@#]\w"  # mentioned where names are looked up
    r"|[*_~`]"  # styles
    r"|^(?:&gt;|>)"  # a quotation
    r"|:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:",  # a sign
    re.IGNORECASE | re.MULTILINE,
)


def of_mrkdwn(text: str) -> list[str]:
    """What becomes of a text that Slack reads as mrkdwn, and of its three escapes."""
    return MADE.findall(text) + re.findall(r"&(?!amp;|lt;|gt;)", text)


def of_plain(text: str) -> str:
    """What is seen of a `plain_text`."""
    if re.search(r"[<>]|&(?!amp;|lt;|gt;)", text):
        raise ValueError("a control character of Slack's stands in it")
    return unescape(text)


def made(value: Any) -> Iterator[tuple[str, str]]:
    """Every element of blocks that is more than words, as its kind and what it is made of."""
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from made(each)
    elif isinstance(value, dict):
        for name in ("url", "user_id", "name", "channel_id", "usergroup_id", "range"):
            if name in value:
                yield name, value[name]
        if value.get("type") in ("mrkdwn", "markdown"):
            yield "type", value["type"]
        if value.get("emoji"):
            yield "emoji", value["text"]
        for each in value.values():
            yield from made(each)


def words(value: Any) -> str:
    """All that is seen of blocks."""
    if isinstance(value, (list, tuple)):
        return "".join(map(words, value))
    if not isinstance(value, dict):
        return ""
    if isinstance(value.get("text"), str):
        return of_plain(value["text"]) if value["type"] == "plain_text" else value["text"]
    return "".join(words(each) for each in value.values())
