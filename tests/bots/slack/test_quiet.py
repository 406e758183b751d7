"""Nothing that people write stands in any log."""

import logging

import httpx
import pytest

from bots.slack.guard import PATH
from tests.bots.slack.conftest import ANNE, CHANNEL, Start
from tests.bots.slack.desks import at_once, fails
from tests.bots.slack.faults import broken, dropped, refused
from tests.bots.slack.sending import FORM, form, interaction, signed
from tests.bots.slack.test_guard import BODY, CPR, forged, now
from tests.bots.slack.workspace import TEAM

SDK = ("slack_bolt", "slack_sdk", "slack_sdk.webhook.async_client", "aiohttp", "asyncio", "bots")


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All logs at DEBUG."""
    for name in ("", *SDK):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


def written(log: pytest.LogCaptureFixture) -> str:
    """All that was logged, with what the records carry along."""
    shown = logging.Formatter("%(message)s")
    return "\n".join(f"{shown.format(record)} {record.args}" for record in log.records)


def test_a_forged_request_leaves_no_word_in_a_log(
    loud: pytest.LogCaptureFixture, start: Start
) -> None:
    with start() as bot:
        for body, sent in forged(now()).values():
            httpx.post(f"{bot.url}{PATH}", content=body, headers=sent)

    assert "A request that is not Slack's was refused" in written(loud)
    assert CPR not in written(loud)
    assert "010165" not in written(loud)


def test_a_question_leaves_no_word_in_a_log(loud: pytest.LogCaptureFixture, start: Start) -> None:
    with start() as bot:
        bot.desk.will(at_once(f"Svaret nævner {CPR}."))
        bot.slack.mentions(CHANNEL, ANNE, f"Hvad gælder for {CPR}?")
        bot.slack.asks(ANNE, f"Hvad gælder for {CPR}?")
        bot.slack.command(CHANNEL, ANNE, f"Hvad gælder for {CPR}?")
        bot.slack.until(lambda: len(bot.slack.workspace.ours()) >= 3)

    assert "010165" not in written(loud)


def test_a_failure_leaves_no_word_in_a_log(loud: pytest.LogCaptureFixture, start: Start) -> None:
    with start() as bot:
        bot.desk.will(fails(RuntimeError(f"noget med {CPR}")), at_once(f"Svaret nævner {CPR}."))
        bot.slack.will("chat.postMessage", broken(), dropped(done=True), refused("invalid_blocks"))
        bot.slack.mentions(CHANNEL, ANNE, f"Hvad gælder for {CPR}?")
        bot.slack.answers()
        bot.slack.mentions(CHANNEL, ANNE, f"Og for {CPR}?")
        bot.slack.answers(2)

    assert "RuntimeError" in written(loud)
    assert "010165" not in written(loud)


def test_what_nobody_listens_to_leaves_no_word_in_a_log(
    loud: pytest.LogCaptureFixture, start: Start
) -> None:
    user = {"user": {"id": ANNE}, "team": {"id": TEAM}}
    action = {"type": "block_actions", "actions": [{"action_id": "x", "value": CPR}]}
    bodies = (
        (BODY.replace(b"app_mention", b"pin_added"), "application/json"),
        (interaction(action | user), FORM),
        (form({"command": "/andet", "text": CPR, "team_id": TEAM}), FORM),
    )
    with start() as bot:
        statuses = [bot.slack.send(body, signed(body, kind)).status for body, kind in bodies]

    assert statuses[:2] == [200, 200]
    assert "010165" not in written(loud)


def test_making_the_bot_leaves_our_own_logs_as_they_were(start: Start) -> None:
    with start():
        ours = logging.getLogger("aftalesvar")

    assert (ours.level, ours.filters, ours.handlers) == (logging.NOTSET, [], [])
