"""`python -m eval.bench.acknowledge`: how soon the bot in Slack acknowledges while it answers.

Starts the bot over the sample, with a local Slack and a local language model that writes slowly.
Ten questions are kept under way, new ones taking the place of those that are answered: eight
answers stream, as many as a process asks a language model for at a time, and the others are quotes
that are there at once. Meanwhile events that ask nothing come in at a fixed rate, signed as Slack
signs them. Slack waits three seconds and then sends again. All of it takes its share of the same
machine.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from eval.bench.load import SAMPLE
from index import Filters, Index, Updater
from service.assistant import ExtractiveAssistant
from tests.bots.slack.sending import SECRET, Got
from tests.bots.slack.server import TOKEN, Slack, local_slack
from tests.bots.slack.workspace import Message
from tests.service.model.openai_server import Act, ModelServer, Reply, model_server

UNDER_WAY = 10  # questions
STREAMING = 8  # answers of a language model; `service.model.ModelSettings.at_once`
ASKED = "Blev guiden om midlertidigt botilbud godkendt?"
CHANNEL = "C0KANAL001"
TARGET = 500  # milliseconds


def slowly(model: ModelServer, text: str, every: float) -> Act:
    """An answer that says `text` at once, and then again, a few letters at a time."""

    def act(reply: Reply) -> None:
        reply.head(200, "text/event-stream")
        reply.chunk(text)
        for at in range(0, len(text), 4):
            if model.closing.wait(every):
                return
            reply.chunk(text[at : at + 4])
        reply.chunk(None, "stop")
        reply.event("[DONE]")

    return act


@contextmanager
def bot(home: Path, slack: Slack, model: str) -> Iterator[None]:
    """The bot in Slack as a process of its own, until the block ends."""
    settings = {
        "AFTALESVAR_SLACK_BOT_TOKEN": TOKEN,
        "AFTALESVAR_SLACK_SIGNING_SECRET": SECRET,
        "AFTALESVAR_SLACK_API_URL": slack.api,
        "AFTALESVAR_LLM_URL": model,
        "AFTALESVAR_LLM_MODEL": "local",
        "AFTALESVAR_QUESTIONS_PER_MINUTE": "0",
    }
    command = [sys.executable, "-m", "bots.cli", "slack", "run", "--port", "0", "--home", str(home)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | settings,
    ) as process:
        assert process.stdout
        url = process.stdout.readline().split(" ")[0]
        try:
            slack.until(lambda: _ready(url), 120)
            slack.serves(f"{url}/slack/events")
            yield
        finally:
            slack.serves("")
            process.terminate()


def _ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/ready", timeout=30).status_code == 200
    except httpx.TransportError:
        return False


@contextmanager
def asking(slack: Slack) -> Iterator[list[int]]:
    """While this lasts `UNDER_WAY` questions are; how many answers stream is noted now and then."""
    streaming: list[int] = []
    stop = threading.Event()

    def keep() -> None:
        asked = 0
        while not stop.wait(0.05):
            ours = slack.workspace.ours(CHANNEL)
            done = sum(not message.streaming for message in ours)
            streaming.append(len(ours) - done)
            for number in range(asked, done + UNDER_WAY):
                # Each by somebody else: two questions of one person are worked on at a time.
                slack.mentions(CHANNEL, slack.workspace.user(f"U{number:08d}").id, ASKED)
            asked = max(asked, done + UNDER_WAY)

    thread = threading.Thread(target=keep)
    thread.start()
    try:
        slack.until(lambda: streaming and streaming[-1] >= STREAMING, 120)
        streaming.clear()
        yield streaming
    finally:
        stop.set()
        thread.join()


def acknowledged(slack: Slack, rate: int, seconds: int) -> list[Got]:
    """Answers to events that ask nothing, sent `rate` times a second."""
    came: list[Got] = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        due = time.perf_counter() + 1 / rate
        message = Message(CHANNEL, slack.workspace.ts(), "U0000ANNE", text="Vi ses i morgen.")
        came.append(slack.event(slack.events_of(message)[0]))
        time.sleep(max(0.0, due - time.perf_counter()))
    return came


def report(name: str, came: list[Got]) -> None:
    """The figures in a line."""
    waits = [1000 * got.seconds for got in came if got.status == 200]
    at = statistics.quantiles(waits, n=100, method="inclusive")
    print(
        f"{name:<28} {len(waits)} acknowledged of {len(came)}  "
        f"p50 {at[49]:.0f} ms  p99 {at[98]:.0f} ms  longest {max(waits):.0f} ms"
    )


def measured(home: Path, rate: int, seconds: int) -> None:
    """Print how long Slack waits for its acknowledgements, without and with answers under way."""
    known = ExtractiveAssistant(Index(home)).ask(ASKED, Filters()).citations[0].quote.rstrip(".")
    with model_server() as model, local_slack() as slack:
        model.will(slowly(model, f"{known}. [1] ", 0.2))
        slack.workspace.channel(CHANNEL)
        with bot(home, slack, model.url):
            report("nothing under way", acknowledged(slack, rate, seconds))
            with asking(slack) as streaming:
                sent = len(slack.sender.sent)
                beside = acknowledged(slack, rate, seconds)
                everything = slack.sender.sent[sent:]
            report(f"{statistics.mean(streaming):.0f} answers streaming", beside)
            report("with their own events", everything)
    print(f"at most {TARGET} ms is what was promised for p99")


def main() -> None:
    """Measure the bot over the sample."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.acknowledge", description=__doc__)
    parser.add_argument("--rate", type=int, default=20, help="events a second")
    parser.add_argument("--seconds", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        Updater(Path(scratch)).update(SAMPLE / "documents")
        measured(Path(scratch), options.rate, options.seconds)


if __name__ == "__main__":
    main()
