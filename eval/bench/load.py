"""`python -m eval.bench.load [--home HOME] [--questions FILE]`: the running service under load.

Starts the service on loopback and asks it at a fixed rate, whether or not it keeps up: a request is
late from when it was due. Half of the questions come with one of twenty keys, half of those may see
what is closed; the others are anonymous, from as many addresses. Then one key asks 200 questions at
the same time, again and again, and what others wait beside it is compared. The asking takes its
share of the same machine.
"""

import argparse
import asyncio
import itertools
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from index import Updater
from service import build
from service.access.rules import QUESTIONS_A_MINUTE
from service.access.visitor import Scope
from service.settings import settings

SAMPLE = Path(__file__).parent.parent / "sample"
KEYS = 20
GREEDY = 200  # questions of one key at the same time
PACE = 0.5  # seconds between the questions of the other one
SLICES = 6  # of the time, alone and beside in turn, each with another key
TARGET = 1.2
Client = httpx.AsyncClient
SPAWN = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class Waits:
    """Seconds of the answers, and what came instead of one."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add(self, others: "Waits") -> None:
        """Put others to these."""
        self.seconds += others.seconds
        self.errors += others.errors

    def line(self, name: str) -> str:
        """The figures in a line."""
        errors = f"{len(self.errors)} errors {sorted(set(self.errors)) if self.errors else ''}"
        if len(self.seconds) < 2:
            return f"{name:<28} {len(self.seconds)} answers, {errors}"
        return (
            f"{name:<28} {len(self.seconds):>5} answers  p50 {self.at(50):5.0f} ms  "
            f"p95 {self.at(95):5.0f} ms  p99 {self.at(99):5.0f} ms  {errors}"
        )

    def at(self, percent: int) -> float:
        """Milliseconds that so many percent did not exceed."""
        return 1000 * statistics.quantiles(self.seconds, n=100, method="inclusive")[percent - 1]


async def request(client: Client, waits: Waits, path: str, body: object, key: str | None) -> None:
    """Send it at once; its wait counts from now."""
    due = time.perf_counter()
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        reply = await client.post(path, json=body, headers=headers)
    except httpx.TransportError as error:
        waits.errors.append(type(error).__name__)
        return
    if reply.status_code == 200:
        waits.seconds.append(time.perf_counter() - due)
    else:
        waits.errors.append(str(reply.status_code))


async def steady(
    visitors: Sequence[tuple[Client, str | None]],
    questions: Sequence[str],
    *,
    rate: int,
    seconds: int,
) -> tuple[Waits, Waits]:
    """Ask and search in turn, `rate` requests a second for so many `seconds`."""
    asked, sought = Waits(), Waits()
    came = itertools.cycle(visitors)
    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(rate * seconds):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            question = questions[number // 2 % len(questions)]
            client, key = next(came)
            group.create_task(
                request(client, asked, "/v1/ask", {"question": question}, key)
                if number % 2
                else request(client, sought, "/v1/search", {"text": question}, key)
            )
    return asked, sought


async def polite(url: str, asked: Iterator[str], key: str, seconds: float) -> Waits:
    """One asker's waits, who reads between two questions."""
    waits = Waits()
    end = time.perf_counter() + seconds
    async with Client(base_url=url, timeout=60) as client:
        while time.perf_counter() < end:
            await request(client, waits, "/v1/ask", {"question": next(asked)}, key)
            await asyncio.sleep(PACE)
    return waits


async def _greedy(url: str, questions: Sequence[str], key: str) -> None:
    asked = itertools.cycle(questions)
    unlimited = httpx.Limits(max_connections=None)
    async with Client(base_url=url, timeout=60, limits=unlimited) as client:
        while True:
            burst = itertools.islice(asked, GREEDY)
            await asyncio.gather(
                *(request(client, Waits(), "/v1/ask", {"question": q}, key) for q in burst)
            )


def _crowd(url: str, questions: Sequence[str], key: str) -> None:
    os.nice(19)  # it stands for another machine, and is to take little of this one
    asyncio.run(_greedy(url, questions, key))


@contextmanager
def crowd(url: str, questions: Sequence[str], key: str) -> Iterator[None]:
    """While this lasts, a key asks `GREEDY` questions at the same time, again and again."""
    process = SPAWN.Process(target=_crowd, args=(url, questions, key))
    process.start()
    time.sleep(4)  # it has its imports to do
    try:
        yield
    finally:
        process.kill()
        process.join()


def fairness(url: str, questions: Sequence[str], keys: Sequence[str], seconds: float) -> None:
    """Print others' waits without and beside a greedy key, in turn: the machine is never quiet."""
    asked = itertools.cycle(questions)
    alone, beside = Waits(), Waits()
    for key in keys[1 : 1 + SLICES]:
        alone.add(asyncio.run(polite(url, asked, key, seconds / SLICES)))
        with crowd(url, questions, keys[0]):
            beside.add(asyncio.run(polite(url, asked, key, seconds / SLICES)))
    print(alone.line("others, alone"))
    print(beside.line(f"others, beside {GREEDY} of one"))
    slower = [beside.at(percent) / alone.at(percent) for percent in (50, 95)]
    print(f"slower: p50 x {slower[0]:.2f}, p95 x {slower[1]:.2f} (at most {TARGET})")


@contextmanager
def running(home: Path, *, a_minute: int, workers: int) -> Iterator[str]:
    """The service over the index in `home`, until the block ends; gives its address."""
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0", "--no-watch"]
    limits = {"AFTALESVAR_QUESTIONS_PER_MINUTE": str(a_minute)}
    with (
        tempfile.TemporaryFile("w") as log,
        subprocess.Popen(
            [*command, "--home", str(home), "--workers", str(workers)],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=os.environ | limits,
        ) as process,
    ):
        assert process.stdout
        url = process.stdout.readline().split(" ")[0]
        try:
            wait_for(url)
            yield url
        finally:
            process.terminate()


def wait_for(url: str) -> None:
    """Return when the service can answer."""
    for _ in range(100):
        try:
            if httpx.get(f"{url}/ready", timeout=30).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise SystemExit("the service did not get ready")


@contextmanager
def keys_in(home: Path) -> Iterator[list[str]]:
    """Keys of that home, half of them for what is closed, until the block ends."""
    kept = build.keys(settings(home))
    read, closed = frozenset({Scope.READ}), frozenset({Scope.READ, Scope.CLOSED})
    made = [kept.add(f"load {n}", closed if n % 2 else read, 1) for n in range(KEYS)]
    try:
        yield [text for _, text in made]
    finally:
        for key, _ in made:
            kept.revoke(key.id)


def asked_in(path: Path) -> list[str]:
    """The questions of a file of JSON lines."""
    return [json.loads(line)["question"] for line in path.read_text("utf-8").splitlines() if line]


async def under_load(
    url: str, questions: Sequence[str], keys: Sequence[str], *, rate: int, seconds: int
) -> None:
    """Print what a steady stream of requests waits."""
    async with AsyncExitStack() as held:
        visitors: list[tuple[Client, str | None]] = []
        for number, key in enumerate(keys, 2):
            # Anonymous visitors are told apart by their addresses, and loopback has many.
            way = httpx.AsyncHTTPTransport(local_address=f"127.0.0.{number}")
            near = await held.enter_async_context(Client(base_url=url, timeout=60, transport=way))
            visitors += [(near, key), (near, key), (near, None), (near, None)]
        await steady(visitors, questions, rate=rate, seconds=5)  # the first ones open the index
        asked, sought = await steady(visitors, questions, rate=rate, seconds=seconds)
    print(asked.line("ask"))
    print(sought.line("search"))


def measured(home: Path, questions: Sequence[str], options: argparse.Namespace) -> None:
    """Print the figures of the service over `home`."""
    with keys_in(home) as keys:
        with running(home, a_minute=0, workers=options.workers) as url:
            print(f"{options.rate} requests a second for {options.seconds} s:")
            asyncio.run(
                under_load(url, questions, keys, rate=options.rate, seconds=options.seconds)
            )
        for a_minute in (QUESTIONS_A_MINUTE, 0):
            with running(home, a_minute=a_minute, workers=options.workers) as url:
                print(f"with {a_minute or 'any number of'} questions a minute for each key:")
                fairness(url, questions, keys, options.seconds / 2)


def main() -> None:
    """Measure the home that is given, or one of the sample."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.load", description=__doc__)
    parser.add_argument("--home", type=Path, help="a home with an index; else the sample's")
    parser.add_argument("--questions", type=Path, default=SAMPLE / "questions.jsonl")
    parser.add_argument("--rate", type=int, default=20, help="requests a second")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    questions = asked_in(options.questions)
    with tempfile.TemporaryDirectory() as scratch:
        home = options.home or Path(scratch)
        if options.home is None:
            Updater(home).update(SAMPLE / "documents")
        measured(home, questions, options)


if __name__ == "__main__":
    main()
