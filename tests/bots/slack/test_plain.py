import pytest

from bots.slack.plain import clean, mrkdwn, plain
from tests.bots.slack import reading
from tests.bots.slack.hostile import PAYLOADS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_is_made_of_it_in_a_notification(payload: str) -> None:
    assert reading.of_mrkdwn(mrkdwn(f"Før {payload} efter\n{payload}")) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_plain_text_is_seen_as_it_is(payload: str) -> None:
    assert reading.of_plain(plain(payload)) == clean(payload)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_it_can_be_sent(payload: str) -> None:
    assert f"{clean(payload)}{mrkdwn(payload)}".encode()


def test_a_document_keeps_its_words() -> None:
    text = "§ 107, stk. 2: 10 % af 1.250 kr.\n– Å, Æ & Ø <5 år> kl. 10:30:15 [2]"

    assert clean(text) == text


def test_signs_that_hide_or_turn_are_left_out() -> None:
    assert clean("Beslut\u200btet\u202e\x00\ud800") == "Besluttet"


def test_a_sign_of_slack_is_only_words() -> None:
    assert clean(":warning:") == ":\u2060warning:"


def test_the_three_control_characters_are_escaped() -> None:
    assert mrkdwn("a & b <c>") == "a &amp; b &lt;c&gt;"


def test_words_of_a_notification_can_be_read() -> None:
    assert mrkdwn("Taksten er 1.250 kr. Se side 4.") == "Taksten er 1.250 kr. Se side 4."


def test_an_endless_word_is_gone_through_once() -> None:
    assert clean(":" + "a" * 200_000) == ":" + "a" * 200_000
