"""What somebody wrote in Slack: as plain text, and whether it is for us."""

import re

from bots import orders

# <@U1>, <#C1|name>, <!here>, <!subteam^S1|@name>, <https://…|shown>, <mailto:a@b|shown>
MARKED = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def plain(text: str) -> str:
    """The text as its writer saw it; people and groups that are called are no part of it."""
    shown = MARKED.sub(_shown, text)
    for escaped, sign in ESCAPED:
        shown = shown.replace(escaped, sign)
    return "\n".join(" ".join(line.split()) for line in shown.splitlines()).strip()


def mentions(text: str, user: str) -> bool:
    """Whether the text mentions that user."""
    return bool(user) and re.search(rf"<@{re.escape(user)}(?:\||>)", text) is not None


def asks_us(text: str) -> bool:
    """Whether a text without a mention, in a thread where we were asked, can be for us.

    It is not where it turns to somebody else, or only says thanks.
    """
    if text.lstrip().startswith("<@"):
        return False
    return orders.asks(plain(text))


def _shown(match: re.Match[str]) -> str:
    sign, inside, name = match.groups()
    if sign in ("@", "!"):
        return " "
    if sign == "#":
        return f"#{name}" if name else " "
    return str(name or inside.removeprefix("mailto:"))
