"""Text of documents, questions and names cannot mention, link or format anything."""

import pytest

from bots.slack.plain import clean
from bots.slack.rich import MARKS
from tests.bots.slack import everything, limits, reading
from tests.bots.slack.hostile import PAYLOADS

OURS = {("user_id", everything.USER), *(("name", mark) for mark in MARKS.values())}


def shown(payload: str) -> list[object]:
    told = [message.blocks for message in everything.messages(payload)]
    return [*told, *everything.all_views(payload)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_all_that_is_more_than_words_is_ours(payload: str) -> None:
    made = {each for each in reading.made(shown(payload)) if each not in OURS}

    assert all(kind == "url" and url.startswith(everything.SITE) for kind, url in made)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_it_is_seen_word_for_word(payload: str) -> None:
    for blocks in shown(payload)[:4]:
        assert clean(payload).strip() in reading.words(blocks)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_notification_mentions_whom_we_mention_and_nobody_else(payload: str) -> None:
    for message in everything.messages(payload):
        ours = message.text.replace(f"<@{everything.USER}>", "")

        assert reading.of_mrkdwn(ours) == []


@pytest.mark.parametrize(
    "payload", [*PAYLOADS, "", " ", "x" * 40_000, "ord " * 10_000, "😀" * 5_000]
)
def test_slack_takes_every_message_and_view(payload: str) -> None:
    for message in everything.messages(payload):
        assert limits.of_message({"text": message.text, "blocks": message.blocks}) == []
    for view in everything.all_views(payload):
        assert limits.of_view(view) == []
