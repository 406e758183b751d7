"""What Slack refuses, as its reference says it: a check for every message and view of ours.

    limits.of_message({"text": …, "blocks": […]}) == []

Each rule names its page below https://docs.slack.dev/reference/. The size of all blocks together
is no rule of Slack's pages; it was measured (slackapi/bolt-js issues 2509 and 2867). Letters are
counted as JavaScript counts them, which is never fewer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bots.splitting import utf16

Json = Mapping[str, Any]
Problems = Iterator[str]

TEXT = 4_000  # methods/chat.postMessage, "truncating content": for best results
MARKDOWN = 12_000  # block-kit/blocks/markdown-block (of all together); methods/chat.appendStream
TOGETHER = 11_000  # measured: refused at 13,200, and once at 11,341
BLOCKS, VIEW_BLOCKS = 50, 100  # block-kit/blocks; views/modal-views, views/home-tab-views
BLOCK_ID = ACTION_ID = CALLBACK_ID = 255  # block-kit/blocks, block-kit/block-elements, views
SECTION, FIELDS, FIELD = 3_000, 10, 2_000  # block-kit/blocks/section-block
HEADER = 150  # block-kit/blocks/header-block
CONTEXT = 10  # block-kit/blocks/context-block
ACTIONS = 25  # block-kit/blocks/actions-block
CONTEXT_ACTIONS = 5  # block-kit/blocks/context-actions-block
LABEL, HINT = 2_000, 2_000  # block-kit/blocks/input-block
ANY_TEXT = 3_000  # block-kit/composition-objects/text-object
BUTTON, VALUE, URL = 75, 2_000, 3_000  # block-kit/block-elements/button-element, feedback-buttons
INPUT = 3_000  # block-kit/block-elements/plain-text-input-element
PLACEHOLDER = 150  # block-kit/block-elements/plain-text-input-element
OPTIONS = 10  # block-kit/block-elements/radio-button-group-element, checkboxes-element
OPTION, OPTION_VALUE = 75, 150  # block-kit/composition-objects/option-object
TITLE, METADATA = 24, 3_000  # views/modal-views
RICH = ("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")
ONLY_IN_MESSAGES = ("markdown", "context_actions")  # block-kit/blocks, "available in surfaces"


def of_message(message: Json) -> list[str]:
    """What Slack would refuse of the arguments of chat.postMessage and its like."""
    return list(_message(message))


def of_view(view: Json) -> list[str]:
    """What Slack would refuse of a modal or an App Home."""
    return list(_view(view))


def of_blocks(blocks: Sequence[Json]) -> list[str]:
    """What Slack would refuse of the blocks of one message, or of a chunk of a stream."""
    return list(_blocks(blocks, BLOCKS))


def _message(message: Json) -> Problems:
    blocks = message.get("blocks") or []
    yield from _long(message.get("text", ""), TEXT, "text")
    yield from _long(message.get("markdown_text", ""), MARKDOWN, "markdown_text")
    if not (message.get("text") or blocks or message.get("markdown_text")):
        yield "no_text"
    if message.get("markdown_text") and (blocks or message.get("text")):
        yield "markdown_text_conflict"
    for part in message.get("chunks") or []:
        yield from _long(part.get("text", ""), MARKDOWN, "chunk")
        yield from _blocks(part.get("blocks", []), BLOCKS)
    yield from _blocks(blocks, BLOCKS)


def _view(view: Json) -> Problems:
    modal = view.get("type") == "modal"
    blocks = view.get("blocks", [])
    if not modal and view.get("type") != "home":
        yield f"view of type {view.get('type')}"
    yield from _plain(view.get("title"), TITLE, "title") if modal else ()
    for name in ("submit", "close"):
        if not modal and (name in view or "title" in view):
            yield f"{name} or title in a home"
        yield from _plain(view[name], TITLE, name) if name in view else ()
    if modal and "submit" not in view and any(each.get("type") == "input" for each in blocks):
        yield "input without submit"
    yield from _long(view.get("private_metadata", ""), METADATA, "private_metadata")
    yield from _long(view.get("callback_id", ""), CALLBACK_ID, "callback_id")
    yield from (f"{b['type']} in a view" for b in blocks if b.get("type") in ONLY_IN_MESSAGES)
    yield from _blocks(blocks, VIEW_BLOCKS)
    if not blocks:
        yield "no blocks"


def _blocks(blocks: Sequence[Json], most: int) -> Problems:
    yield from _many(blocks, most, "blocks")
    ids = [each["block_id"] for each in blocks if each.get("block_id")]
    if len(set(ids)) < len(ids):
        yield "block_id twice"
    if most == BLOCKS and sum(map(_letters, blocks)) > TOGETHER:
        yield "msg_blocks_too_long"
    if sum(len(each["text"]) for each in blocks if each.get("type") == "markdown") > MARKDOWN:
        yield "markdown blocks together"
    for block in blocks:
        yield from _long(block.get("block_id", ""), BLOCK_ID, "block_id")
        yield from KINDS.get(block.get("type", ""), _unknown)(block)


def _letters(value: Any) -> int:
    if isinstance(value, dict):
        return sum(
            utf16(part) if key in ("text", "url") and isinstance(part, str) else _letters(part)
            for key, part in value.items()
        )
    return sum(map(_letters, value)) if isinstance(value, (list, tuple)) else 0


def _section(block: Json) -> Problems:
    if "text" in block:
        yield from _text(block["text"], SECTION, "section")
    elif not block.get("fields"):
        yield "section without text"
    yield from _many(block.get("fields", []), FIELDS, "fields")
    for field in block.get("fields", []):
        yield from _text(field, FIELD, "field")
    yield from _element(block["accessory"]) if "accessory" in block else ()


def _header(block: Json) -> Problems:
    yield from _plain(block.get("text"), HEADER, "header")


def _context(block: Json) -> Problems:
    yield from _some(block.get("elements", []), CONTEXT, "context")
    for element in block.get("elements", []):
        yield from _text(element, ANY_TEXT, "context")


def _actions(block: Json) -> Problems:
    yield from _some(block.get("elements", []), ACTIONS, "actions")
    yield from _elements(block)


def _context_actions(block: Json) -> Problems:
    yield from _some(block.get("elements", []), CONTEXT_ACTIONS, "context_actions")
    for element in block.get("elements", []):
        if element.get("type") not in ("feedback_buttons", "icon_button"):
            yield f"{element.get('type')} in context_actions"
    yield from _elements(block)


def _elements(block: Json) -> Problems:
    names = [each.get("action_id") for each in block.get("elements", [])]
    if len(set(names)) < len(names):
        yield "action_id twice"
    for element in block.get("elements", []):
        yield from _element(element)


def _input(block: Json) -> Problems:
    yield from _plain(block.get("label"), LABEL, "label")
    yield from _plain(block["hint"], HINT, "hint") if "hint" in block else ()
    yield from _element(block.get("element", {}))


def _markdown(block: Json) -> Problems:
    if not block.get("text"):
        yield "markdown without text"


def _rich_text(block: Json) -> Problems:
    if not block.get("elements"):
        yield "rich_text without elements"
    for element in block.get("elements", []):
        if element.get("type") not in RICH:
            yield f"rich_text with {element.get('type')}"
        elif element["type"] == "rich_text_list":
            yield from _list(element)
        else:
            yield from _parts(element)


def _list(element: Json) -> Problems:
    if element.get("style") not in ("bullet", "ordered"):
        yield "list without style"
    for item in element.get("elements", []):
        yield from _parts(item)


def _parts(element: Json) -> Problems:
    if not element.get("elements"):
        yield "paragraph without text"
    for part in element.get("elements", []):
        kind = part.get("type")
        required = {"text": "text", "link": "url", "user": "user_id", "emoji": "name"}.get(kind)
        if required is None:
            yield f"rich text with {kind}"
        elif not part.get(required):
            yield f"{kind} without {required}"
        yield from _long(part.get("url", ""), URL, "link")


def _element(element: Json) -> Problems:
    yield from _long(element.get("action_id", ""), ACTION_ID, "action_id")
    yield from ELEMENTS.get(element.get("type", ""), _unknown)(element)


def _button(element: Json) -> Problems:
    yield from _plain(element.get("text"), BUTTON, "button")
    yield from _long(element.get("value", ""), VALUE, "value")
    yield from _long(element.get("url", ""), URL, "url")
    yield from _long(element.get("accessibility_label", ""), BUTTON, "accessibility_label")
    if element.get("style", "primary") not in ("primary", "danger"):
        yield f"button in style {element['style']}"


def _feedback(element: Json) -> Problems:
    for name in ("positive_button", "negative_button"):
        if not element.get(name, {}).get("value"):
            yield f"{name} without value"
        yield from _button(element.get(name, {}))


def _writing(element: Json) -> Problems:
    most = element.get("max_length", INPUT)
    if not 0 < most <= INPUT:
        yield f"max_length {most}"
    yield from _long(element.get("initial_value", ""), min(most, INPUT), "initial_value")
    if "placeholder" in element:
        yield from _plain(element["placeholder"], PLACEHOLDER, "placeholder")


def _choice(element: Json) -> Problems:
    yield from _some(element.get("options", []), OPTIONS, "options")
    for option in element.get("options", []):
        yield from _text(option.get("text"), OPTION, "option")
        yield from _long(option.get("value", ""), OPTION_VALUE, "option value")
        if "description" in option:
            yield from _text(option["description"], OPTION, "description")


def _nothing(_: Json) -> Problems:
    yield from ()


def _unknown(block: Json) -> Problems:
    yield f"unknown type {block.get('type')}"


def _plain(text: Json | None, most: int, what: str) -> Problems:
    if text and text.get("type") != "plain_text":
        yield f"{what} must be plain_text"
    yield from _text(text, most, what)


def _text(text: Json | None, most: int, what: str) -> Problems:
    if not text or text.get("type") not in ("plain_text", "mrkdwn"):
        yield f"{what} is no text"
    elif not text.get("text"):
        yield f"{what} is empty"
    else:
        yield from _long(text["text"], most, what)
        if text["type"] == "mrkdwn" and "emoji" in text:
            yield f"{what}: emoji in mrkdwn"


def _long(text: str, most: int, what: str) -> Problems:
    if utf16(text) > most:
        yield f"{what} is longer than {most}"


def _many(items: Sequence[Any], most: int, what: str) -> Problems:
    if len(items) > most:
        yield f"more than {most} {what}"


def _some(items: Sequence[Any], most: int, what: str) -> Problems:
    if not items:
        yield f"{what} is empty"
    yield from _many(items, most, what)


Check = Callable[[Json], Problems]
KINDS: dict[str, Check] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "context_actions": _context_actions,
    "input": _input,
    "markdown": _markdown,
    "rich_text": _rich_text,
    "divider": _nothing,
}
ELEMENTS: dict[str, Check] = {
    "button": _button,
    "feedback_buttons": _feedback,
    "plain_text_input": _writing,
    "radio_buttons": _choice,
    "checkboxes": _choice,
}
