"""What can be done with an answer: an opinion of it, sharing it, asking a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from bots.english import said
from bots.slack import names
from bots.slack.rich import Block, Part, actions, button
from service import texts


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done with an answer. `key` is what `Memory.remember` gave.

    `share` says that it was told to one person and that there is a channel to share it in,
    `secretariat` that there is one to ask.
    """

    key: str
    share: bool = False
    secretariat: bool = False


def buttons(offers: Offers, language: str) -> Iterator[Block]:
    """The buttons below an answer."""
    more = []
    if offers.share:
        more.append(button(names.SHARE, said(texts.SHARE_BUTTON, language), offers.key))
    if offers.secretariat:
        more.append(button(names.HAND_OVER, said(texts.HAND_OVER_BUTTON, language), offers.key))
    yield {"type": "context_actions", "elements": [_opinion(offers.key, language)]}
    if more:
        yield actions(*more)


def _opinion(key: str, language: str) -> Part:
    return {
        "type": "feedback_buttons",
        "action_id": names.OPINION,
        "positive_button": _thumb(f"{names.UP} {key}", said(texts.FEEDBACK_GOOD, language)),
        "negative_button": _thumb(f"{names.DOWN} {key}", said(texts.FEEDBACK_BAD, language)),
    }


def _thumb(value: str, text: str) -> Part:
    return {
        "text": {"type": "plain_text", "text": text},
        "accessibility_label": text,
        "value": value,
    }
