"""Dialogs: what is wrong with an answer, a question for the secretariat, and what went wrong."""

from typing import Any

from bots.slack import names
from bots.slack.plain import clean
from bots.slack.rich import LONGEST, Block, Part, beginning, plain_text, rich, section, words
from bots.splitting import pieces, utf16
from service import texts
from service.question import MAX_QUESTION

View = dict[str, Any]
LONGEST_COMMENT = 1_000  # characters, as on the page


def opinion_dialog(key: str) -> View:
    """What is wrong with the answer `key`; all of it may be left out."""
    options = [_option(value, text) for value, text in texts.OPINION_REASONS.items()]
    reason = {"type": "radio_buttons", "action_id": names.REASON, "options": options}
    consent = {
        "type": "checkboxes",
        "action_id": names.CONSENT,
        "options": [_option("yes", texts.FEEDBACK_QUESTION, texts.FEEDBACK_QUESTION_HINT)],
    }
    return _dialog(
        names.OPINION_VIEW,
        texts.FEEDBACK,
        texts.FEEDBACK_SEND,
        key,
        [
            _input(names.REASON, texts.FEEDBACK_REASON, reason),
            _input(
                names.COMMENT,
                texts.SLACK_COMMENT,
                _writing(names.COMMENT),
                texts.FEEDBACK_COMMENT_HINT,
            ),
            _input(names.CONSENT, texts.QUESTION_LABEL, consent),
        ],
    )


def hand_over_dialog(key: str, question: str) -> View:
    """A question for the secretariat, as it was asked, and room for a remark."""
    first = pieces(clean(question), MAX_QUESTION, utf16)[:1]
    field = _writing(names.QUESTION, MAX_QUESTION) | ({"initial_value": first[0]} if first else {})
    return _dialog(
        names.HAND_OVER_VIEW,
        texts.HAND_OVER_TITLE,
        texts.HAND_OVER_SEND,
        key,
        [
            rich(section(words(texts.HAND_OVER_HELP))),
            _input(names.QUESTION, texts.QUESTION_LABEL, field, optional=False),
            _input(
                names.REMARK,
                texts.HAND_OVER_REMARK,
                _writing(names.REMARK),
                texts.HAND_OVER_REMARK_HINT,
            ),
        ],
    )


def told_view(title: str, text: str) -> View:
    """A text of ours in a dialog: thanks, or what went wrong."""
    return {
        "type": "modal",
        "title": plain_text(title),
        "close": plain_text(texts.CLOSE),
        "blocks": [rich(section(words(beginning(text, LONGEST))))],
    }


def trouble(text: str) -> View:
    """What went wrong, in place of a dialog."""
    return told_view(texts.TROUBLE_TITLE, text)


def _dialog(name: str, title: str, send: str, key: str, blocks: list[Block]) -> View:
    return {
        "type": "modal",
        "callback_id": name,
        "private_metadata": key,
        "title": plain_text(title),
        "submit": plain_text(send),
        "close": plain_text(texts.CANCEL),
        "blocks": blocks,
    }


def _input(name: str, label: str, element: Part, hint: str = "", *, optional: bool = True) -> Block:
    shown = {"hint": plain_text(hint)} if hint else {}
    return {
        "type": "input",
        "block_id": name,
        "label": plain_text(label),
        "element": element,
        "optional": optional,
        **shown,
    }


def _writing(name: str, longest: int = LONGEST_COMMENT) -> Part:
    return {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": True,
        "max_length": longest,
    }


def _option(value: str, text: str, more: str = "") -> Part:
    described = {"description": plain_text(more)} if more else {}
    return {"text": plain_text(text), "value": value, **described}
