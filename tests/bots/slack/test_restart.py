"""The bot stops in the middle of an answer, and begins again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bots.asker import Asked, Asker, Place
from bots.memory import FileMemory
from bots.slack.events import event_of
from bots.slack.guard import PATH
from index import Filters
from service.access.visitor import Channel
from service.assistant import ExtractiveAssistant
from tests.bots.slack.conftest import ANNE, CHANNEL, Start
from tests.bots.slack.desks import TOLD, slowly
from tests.bots.slack.sending import SECRET, signed
from tests.bots.slack.server import TOKEN, Slack
from tests.bots.slack.workspace import BOT_USER, TEAM, Message
from tests.service.model.openai_server import hangs, model_server, status
from tests.service.processes import ROOT

QUESTION = "Hvad er besluttet om takster?"
GUIDE = "Blev guiden om midlertidigt botilbud godkendt?"


def left(slack: Slack, memory: FileMemory) -> tuple[str, Message]:
    """A question that was taken when the bot stopped, and how the memory knows it."""
    asked = slack.workspace.add(Message(CHANNEL, slack.workspace.ts(), ANNE, text=QUESTION))
    event = event_of(TEAM, CHANNEL, asked.ts)
    place = Place(Channel.SLACK, TEAM, CHANNEL, asked.ts)
    memory.take(event, Asked(QUESTION, Asker(Channel.SLACK, TEAM, ANNE), place), asked.ts)
    return event, asked


def begun(slack: Slack, asked: Message, *, streaming: bool = True) -> Message:
    """A part of an answer that the bot wrote before it stopped."""
    block = {
        "type": "rich_text",
        "block_id": f"{asked.ts} 1",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "Det første"}]}
        ],
    }
    message = Message(CHANNEL, slack.workspace.ts(), BOT_USER, asked.ts, blocks=[block])
    message.streaming = streaming
    return slack.workspace.add(message)


def answered(slack: Slack, memory: FileMemory) -> Message:
    """The one whole answer."""
    slack.until(lambda: not memory.unfinished(Channel.SLACK))
    (answer,) = slack.workspace.ours()
    assert [answer.shown.count(text) for text in TOLD] == [1, 1]
    assert "Det første" not in answer.shown
    assert not answer.streaming
    return answer


def test_what_was_not_begun_is_answered(slack: Slack, memory: FileMemory, start: Start) -> None:
    _, asked = left(slack, memory)

    with start():
        assert answered(slack, memory).thread_ts == asked.ts


@pytest.mark.parametrize("streaming", [True, False])
def test_what_was_begun_is_completed(
    slack: Slack, memory: FileMemory, start: Start, streaming: bool
) -> None:
    event, asked = left(slack, memory)
    message = begun(slack, asked, streaming=streaming)
    memory.answering(event, message.ts)

    with start():
        assert answered(slack, memory).ts == message.ts


def test_what_was_begun_and_not_noted_is_completed(
    slack: Slack, memory: FileMemory, start: Start
) -> None:
    _, asked = left(slack, memory)
    message = begun(slack, asked)

    with start():
        assert answered(slack, memory).ts == message.ts


def test_what_was_deleted_meanwhile_is_posted_anew(
    slack: Slack, memory: FileMemory, start: Start
) -> None:
    event, asked = left(slack, memory)
    memory.answering(event, begun(slack, asked).ts)
    slack.workspace.ours()[0].deleted = True

    with start():
        answered(slack, memory)


def test_a_question_that_was_taken_back_meanwhile_is_not_answered(
    slack: Slack, memory: FileMemory, start: Start
) -> None:
    _, asked = left(slack, memory)
    memory.forget(Place(Channel.SLACK, TEAM, CHANNEL), asked.ts)

    with start() as bot:
        slack.asks(ANNE, "Hvad er det sidste spørgsmål?")
        slack.answers()

    assert [each.question for each in bot.desk.asked] == ["Hvad er det sidste spørgsmål?"]


def test_a_bot_that_is_stopped_finishes_what_it_is_at(
    slack: Slack, memory: FileMemory, start: Start
) -> None:
    with start() as bot:
        bot.desk.will(slowly(*TOLD))
        slack.mentions(CHANNEL, ANNE, QUESTION)
        slack.until(slack.workspace.ours)

    answered(slack, memory)


def test_two_bots_with_one_memory_answer_an_event_once(slack: Slack, start: Start) -> None:
    message = slack.workspace.add(
        Message(CHANNEL, slack.workspace.ts(), ANNE, text=f"<@{BOT_USER}> {QUESTION}")
    )
    with start() as one, start() as other:
        for event in slack.events_of(message):
            body = httpx.Request("POST", "http://x", json=slack.envelope(event)).content
            for bot in (one, other):
                sent = httpx.post(f"{bot.url}{PATH}", content=body, headers=signed(body))
                assert sent.status_code == 200
        slack.answers()

    assert len(one.desk.asked) == 1
    assert len(slack.workspace.ours()) == 1


@contextmanager
def process(home: Path, slack: Slack, model: str) -> Iterator[subprocess.Popen[str]]:
    """`aftalesvar-bot slack run` over that home, killed at the end if it still runs."""
    settings = {
        **{name: text for name, text in os.environ.items() if not name.startswith("AFTALESVAR_")},
        "PYTHONPATH": str(ROOT),
        "AFTALESVAR_SLACK_BOT_TOKEN": TOKEN,
        "AFTALESVAR_SLACK_SIGNING_SECRET": SECRET,
        "AFTALESVAR_SLACK_API_URL": slack.api,
        "AFTALESVAR_LLM_URL": model,
        "AFTALESVAR_LLM_MODEL": "m",
    }
    command = [sys.executable, "-m", "bots.cli", "slack", "run", "--port", "0", "--home", str(home)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=settings
    ) as running:
        assert running.stdout
        url = running.stdout.readline().split(" ")[0]
        slack.until(lambda: _up(url))
        slack.serves(f"{url}{PATH}")
        try:
            yield running
        finally:
            slack.serves("")
            running.send_signal(signal.SIGKILL)


def _up(url: str) -> bool:
    try:
        return httpx.get(f"{url}/ready", timeout=30).status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """A home of its own over the index of the sample."""
    (tmp_path / "home").mkdir()
    for each in sample_home.iterdir():
        if each.name != "bots":
            (tmp_path / "home" / each.name).symlink_to(each)
    return tmp_path / "home"


def test_a_bot_that_is_killed_in_mid_stream_completes_its_answer_when_it_begins_again(
    home: Path, slack: Slack, assistant: ExtractiveAssistant
) -> None:
    quote = assistant.ask(GUIDE, Filters()).citations[0].quote.rstrip(".")
    with model_server() as model:
        model.will(hangs(model, f"{quote}. [1] Og"))
        with process(home, slack, model.url):
            slack.mentions(CHANNEL, ANNE, GUIDE)
            message = slack.until(slack.workspace.ours)[0]
            assert message.streaming
        model.will(status(500))
        with process(home, slack, model.url):
            slack.until(lambda: message.was and not message.streaming)
            slack.until(lambda: not FileMemory(home / "bots").unfinished(Channel.SLACK))

    assert slack.workspace.ours() == [message]
    assert "maskine" in message.shown
