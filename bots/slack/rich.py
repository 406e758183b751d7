"""Rich text and the other blocks that messages and views of Slack are made of."""

from collections.abc import Iterable, Sequence
from typing import Any

from bots.slack.plain import clean, plain
from bots.splitting import pieces, utf16

Block = dict[str, Any]
Part = dict[str, Any]

LONGEST = 2_900  # characters in a block; Slack takes 3,000 of a section and says nothing of others
SMALL = 1_900  # of grey text
TITLE = 150  # characters of a header
# How a standing is marked at a glance; the words beside it say the same.
MARKS = {"good": "white_check_mark", "careful": "warning", "wrong": "no_entry"}


def words(text: str, *styles: str) -> Part:
    """A text that is read as nothing but text; styles are bold, italic, strike and code."""
    part: Part = {"type": "text", "text": clean(text)}
    return {**part, "style": dict.fromkeys(styles, True)} if styles else part


def link(url: str, text: str) -> Part:
    """A link of ours."""
    return {"type": "link", "url": url, "text": clean(text)}


def emoji(name: str) -> Part:
    """A sign in colours."""
    return {"type": "emoji", "name": name}


def person(user: str) -> Part:
    """A mention of ours; they are told of it."""
    return {"type": "user", "user_id": user}


def named(template: str, user: str) -> list[Part]:
    """A sentence of ours with a mention in place of its `{who}`."""
    before, _, after = template.partition("{who}")
    return [words(before), person(user), words(after)]


def section(*parts: Part) -> Part:
    """A paragraph."""
    return {"type": "rich_text_section", "elements": _said(parts)}


def quotation(*parts: Part) -> Part:
    """A paragraph with a bar beside it: the words of a document."""
    return {"type": "rich_text_quote", "elements": _said(parts)}


def bullets(items: Iterable[Sequence[Part]]) -> Part:
    """A list with a dot before each."""
    elements = [section(*item) for item in items]
    return {"type": "rich_text_list", "style": "bullet", "elements": elements}


def rich(*elements: Part) -> Block:
    """A block of paragraphs, quotations and lists."""
    return {"type": "rich_text", "elements": list(elements)}


def header(text: str) -> Block:
    """A heading; one that is too long is cut at a word."""
    first, *rest = _shown(text, TITLE - 1) or [" "]
    return {"type": "header", "text": plain_text(f"{first.rstrip()}…" if rest else first)}


def context(*lines: str) -> Block:
    """Small grey lines, mostly ours; what is far too long for such lines is cut."""
    first, *rest = _shown("\n".join(lines), SMALL) or [" "]
    return {"type": "context", "elements": [plain_text(f"{first} …" if rest else first)]}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def button(action: str, text: str, value: str, **more: Any) -> Part:
    """A button of ours; `value` comes back when it is pressed."""
    return {
        "type": "button",
        "action_id": action,
        "text": plain_text(text),
        "value": value,
        **more,
    }


def actions(*buttons: Part) -> Block:
    """Buttons in a row."""
    return {"type": "actions", "elements": list(buttons)}


def plain_text(text: str) -> Part:
    """A text object of ours, without emoji."""
    return {"type": "plain_text", "text": text, "emoji": False}


def _shown(text: str, limit: int) -> list[str]:
    """The text as `plain_text` takes it, in pieces of `limit`; no sign of Slack's is cut."""
    return [plain(piece) for piece in pieces(text, limit, lambda part: utf16(plain(part)))]


def beginning(text: str, most: int) -> str:
    """As much of a text as `most` allows, whole words of it."""
    first, *rest = pieces(text, most, utf16) or [""]
    return f"{first.rstrip()} …" if rest else first


def _said(parts: Iterable[Part]) -> list[Part]:
    """Slack refuses a text without a letter, and a paragraph without a text."""
    return [part for part in parts if part.get("text", " ")] or [words(" ")]
