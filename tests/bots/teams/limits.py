"""What Microsoft's published rules say of a message, a dialog and a card; what breaks them.

The rules: "Bot messages with AI-generated content", "Format your bot messages", "Limits and
specifications" and "Adaptive Cards" of the Teams platform documentation. Sizes are held well below
the limits (100 kB a message, 28 kB a card), as Microsoft advises.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from microsoft_teams.cards import AdaptiveCard

MESSAGE, CARD = 80_000, 28_000
ROOT = "https://schema.org/Message"
ADAPTIVE = "application/vnd.microsoft.card.adaptive"
# What version 1.5 of Adaptive Cards has and every client of Teams shows.
ELEMENTS = frozenset(
    "AdaptiveCard TextBlock RichTextBlock TextRun Container ActionSet Input.Text Input.ChoiceSet "
    "Input.Toggle FactSet ColumnSet Column Image Action.Submit Action.OpenUrl".split()
)
TAGS = re.compile(r"<(/?)([a-zA-Z][^\s>/]*)")
BUTTON_DATA = frozenset({"flow", "key", "msteams"})
DIALOG_SIZES = ("small", "medium", "large")


def broken(activity: dict[str, Any]) -> list[str]:
    """The rules that a message of the bot breaks."""
    return [*_sizes(activity), *_texts(activity), *_entities(activity), *_attached(activity)]


def broken_dialog(reply: dict[str, Any]) -> list[str]:
    """The rules that the answer to a `task/fetch` or `task/submit` breaks."""
    task = reply.get("task") or {}
    if task.get("type") == "message":
        return [] if isinstance(task.get("value"), str) and task["value"] else ["an empty message"]
    if task.get("type") != "continue":
        return [f"a dialog of type {task.get('type')}"]
    info = task["value"]
    return [
        *(["a dialog without a title"] if not info.get("title") else []),
        *(f"{side} {info[side]}" for side in ("height", "width") if not _measured(info.get(side))),
        *broken_card(info["card"]["content"]),
    ]


def broken_card(card: dict[str, Any]) -> list[str]:
    """The rules that an Adaptive Card breaks."""
    AdaptiveCard.model_validate(card)
    found = list(_elements(card))
    ids = [each["id"] for each in found if "id" in each]
    return [
        *(["a card of more than 28 kB"] if len(json.dumps(card)) > CARD else []),
        *(["no version 1.5"] if card.get("version") != "1.5" else []),
        *(["a card without content"] if not card.get("body") else []),
        *(["two elements with one id"] if len(ids) != len(set(ids)) else []),
        *(problem for each in found for problem in _element(each)),
    ]


def _sizes(activity: dict[str, Any]) -> Iterator[str]:
    size = len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le"))
    if size > MESSAGE:
        yield f"{size} bytes"
    if not (activity.get("text") or activity.get("attachments")):
        yield "neither text nor card"


def _texts(activity: dict[str, Any]) -> Iterator[str]:
    if activity.get("textFormat", "markdown") != "markdown":
        yield f"text format {activity['textFormat']}"
    text = activity.get("text") or ""
    for entity in _of_type(activity, "mention"):
        if entity["text"] not in text:
            yield "a mention that the text does not have"
        text = text.replace(entity["text"], "")
    for _, tag in TAGS.findall(text):
        yield f"markup <{tag}>"


def _entities(activity: dict[str, Any]) -> Iterator[str]:
    roots = _of_type(activity, ROOT)
    if len(roots) > 1:
        yield "more than one root message entity"
    for root in roots:
        cited = root.get("citation") or []
        if len(cited) > 20:
            yield f"{len(cited)} citations"
        if cited and "AIGeneratedContent" not in (root.get("additionalType") or []):
            yield "citations without the AI label"
        if len({each["position"] for each in cited}) != len(cited):
            yield "two citations with one number"
        for each in cited:
            yield from _citation(each, activity.get("text") or "")


def _citation(cited: dict[str, Any], text: str) -> Iterator[str]:
    shown = cited["appearance"]
    if f"[{cited['position']}]" not in text:
        yield f"citation {cited['position']} is not in the text"
    if not 0 < len(shown["name"]) <= 80:
        yield "the name of a citation"
    if not 0 < len(shown["abstract"]) <= 160:
        yield "the abstract of a citation"
    if not re.match(r"https?://", shown.get("url", "https://")):
        yield "the address of a citation"
    marks = shown.get("keywords", [])
    if len(marks) > 3 or any(not 0 < len(each) <= 28 for each in marks):
        yield "the keywords of a citation"


def _attached(activity: dict[str, Any]) -> Iterator[str]:
    for each in activity.get("attachments") or []:
        if each["contentType"] != ADAPTIVE:
            yield f"an attachment {each['contentType']}"
        else:
            yield from broken_card(each["content"])


def _element(each: dict[str, Any]) -> Iterator[str]:
    kind = each["type"]
    if kind not in ELEMENTS:
        yield f"{kind} is not known everywhere"
    if kind == "TextBlock" and not each.get("wrap"):
        yield "a text that does not wrap"
    if kind == "Image" and not each.get("altText"):
        yield "a picture without a text"
    if kind in ("Input.Text", "Input.ChoiceSet") and not each.get("label"):
        yield "a field without a label"
    if kind == "Input.Toggle" and not each.get("title"):
        yield "a box without a title"
    if kind == "ActionSet" and not 0 < len(each["actions"]) <= 6:
        yield f"{len(each['actions'])} buttons"
    if kind.startswith("Action."):
        yield from _button(each)


def _button(each: dict[str, Any]) -> Iterator[str]:
    if not 0 < len(each.get("title") or "") <= 80:
        yield "the title of a button"
    if not re.match(r"https?://", each.get("url", "https://")):
        yield "the address of a button"
    data = each.get("data", {})
    if set(data) - BUTTON_DATA or any(
        len(str(data.get(name, ""))) > 64 for name in ("flow", "key")
    ):
        yield "a button that carries more than an id"


def _elements(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for each in part:
            yield from _elements(each)
    elif isinstance(part, dict):
        if isinstance(part.get("type"), str) and part["type"][:1].isupper():
            yield part
        for name, each in part.items():
            if name not in ("data", "msteams"):
                yield from _elements(each)


def _of_type(activity: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in activity.get("entities") or [] if each.get("type") == kind]


def _measured(side: object) -> bool:
    return side is None or side in DIALOG_SIZES or (isinstance(side, int) and 50 <= side <= 1200)
