"""The checker refuses what Slack's reference says is refused."""

from typing import Any

import pytest

from tests.bots.slack import limits

TEXT = {"type": "plain_text", "text": "x"}


def plain(length: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": "x" * length}


def message(**block: Any) -> dict[str, Any]:
    return {"text": "x", "blocks": [block]}


def button(**more: Any) -> dict[str, Any]:
    element = {"type": "button", "action_id": "a", "text": TEXT, "value": "k", **more}
    return message(type="actions", elements=[element])


def rich(*parts: dict[str, Any]) -> dict[str, Any]:
    return message(
        type="rich_text", elements=[{"type": "rich_text_section", "elements": list(parts)}]
    )


def thumbs(**more: Any) -> dict[str, Any]:
    good = {"text": TEXT, "value": "up"}
    element = {"type": "feedback_buttons", "positive_button": good, "negative_button": good}
    return message(type="context_actions", elements=[{**element, **more}])


def field(**element: Any) -> dict[str, Any]:
    return {"type": "input", "label": TEXT, "element": {"action_id": "a", **element}}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": TEXT, "submit": TEXT, "blocks": list(blocks), **more}


DIVIDER = {"type": "divider"}
OPTION = {"text": TEXT, "value": "v"}
GOOD_MESSAGES = [
    message(type="section", text=plain(3_000)),
    message(type="header", text=plain(150)),
    message(type="context", elements=[TEXT] * 10),
    message(type="markdown", text="x" * 10_900),
    button(value="x" * 2_000, text=plain(75), url="https://" + "x" * 2_992),
    thumbs(),
    rich({"type": "text", "text": "x"}, {"type": "link", "url": "https://a.example"}),
    {"text": "x" * 4_000, "blocks": [DIVIDER] * 50},
    {"markdown_text": "x" * 12_000},
]
BAD_MESSAGES = [
    ({"text": "x" * 4_001}, "text is longer than 4000"),
    ({"text": "x", "blocks": [DIVIDER] * 51}, "more than 50 blocks"),
    ({"text": ""}, "no_text"),
    ({"markdown_text": "x" * 12_001}, "markdown_text is longer than 12000"),
    ({"markdown_text": "x", "text": "x"}, "markdown_text_conflict"),
    ({"text": "x", "chunks": [{"text": "x" * 12_001}]}, "chunk is longer than 12000"),
    ({"text": "x", "blocks": [{"type": "divider", "block_id": "a"}] * 2}, "block_id twice"),
    (message(type="divider", block_id="x" * 256), "block_id is longer than 255"),
    (message(type="section", text=plain(3_001)), "section is longer than 3000"),
    (message(type="section", text=plain(0)), "section is empty"),
    (message(type="section"), "section without text"),
    (message(type="section", fields=[TEXT] * 11), "more than 10 fields"),
    (message(type="section", fields=[plain(2_001)]), "field is longer than 2000"),
    (message(type="header", text=plain(151)), "header is longer than 150"),
    (message(type="header", text={"type": "mrkdwn", "text": "x"}), "header must be plain_text"),
    (message(type="context", elements=[TEXT] * 11), "more than 10 context"),
    (message(type="context", elements=[]), "context is empty"),
    (message(type="actions", elements=[]), "actions is empty"),
    (message(type="markdown", text="x" * 12_001), "markdown blocks together"),
    (message(type="carrousel"), "unknown type carrousel"),
    (
        {"text": "x", "blocks": [{"type": "section", "text": plain(2_800)}] * 4},
        "msg_blocks_too_long",
    ),
    (button(text=plain(76)), "button is longer than 75"),
    (button(value="x" * 2_001), "value is longer than 2000"),
    (button(url="x" * 3_001), "url is longer than 3000"),
    (button(action_id="x" * 256), "action_id is longer than 255"),
    (button(style="blue"), "button in style blue"),
    (thumbs(positive_button={"text": TEXT}), "positive_button without value"),
    (thumbs(negative_button={"text": plain(76), "value": "x"}), "button is longer than 75"),
    (thumbs(type="button"), "button in context_actions"),
    (rich({"type": "text", "text": ""}), "text without text"),
    (rich({"type": "link", "text": "x"}), "link without url"),
    (rich({"type": "html", "text": "x"}), "rich text with html"),
    (rich(), "paragraph without text"),
    (message(type="rich_text", elements=[{"type": "p"}]), "rich_text with p"),
]
BAD_VIEWS = [
    (modal(DIVIDER, title=plain(25)), "title is longer than 24"),
    (modal(DIVIDER, submit=plain(25)), "submit is longer than 24"),
    (modal(DIVIDER, close=plain(25)), "close is longer than 24"),
    (modal(DIVIDER, private_metadata="x" * 3_001), "private_metadata is longer than 3000"),
    (modal(DIVIDER, callback_id="x" * 256), "callback_id is longer than 255"),
    (modal(*[DIVIDER] * 101), "more than 100 blocks"),
    (modal(), "no blocks"),
    (modal(*thumbs()["blocks"]), "context_actions in a view"),
    (modal(field(type="plain_text_input", max_length=3_001)), "max_length 3001"),
    (
        modal(field(type="plain_text_input", max_length=2, initial_value="xxx")),
        "initial_value is longer than 2",
    ),
    (modal(field(type="radio_buttons", options=[OPTION] * 11)), "more than 10 options"),
    (
        modal(field(type="checkboxes", options=[{"text": plain(76), "value": "v"}])),
        "option is longer than 75",
    ),
    (
        {"type": "modal", "title": TEXT, "blocks": [field(type="plain_text_input")]},
        "input without submit",
    ),
    ({"type": "home", "submit": TEXT, "blocks": [DIVIDER]}, "submit or title in a home"),
    ({"type": "page", "blocks": [DIVIDER]}, "view of type page"),
]


@pytest.mark.parametrize("sent", GOOD_MESSAGES)
def test_what_slack_takes_passes(sent: dict[str, Any]) -> None:
    assert limits.of_message(sent) == []


@pytest.mark.parametrize(("sent", "problem"), BAD_MESSAGES)
def test_what_slack_refuses_is_named(sent: dict[str, Any], problem: str) -> None:
    assert problem in limits.of_message(sent)


@pytest.mark.parametrize(("view", "problem"), BAD_VIEWS)
def test_a_view_that_slack_refuses_is_named(view: dict[str, Any], problem: str) -> None:
    assert problem in limits.of_view(view)


def test_a_view_that_slack_takes_passes() -> None:
    view = modal(field(type="plain_text_input"), field(type="radio_buttons", options=[OPTION]))

    assert limits.of_view(view) == []
