"""The service as a process of its own, asked over real HTTP by many at a time."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "service.cli"]
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("AFTALESVAR_")},
    "PYTHONPATH": str(ROOT),
    "AFTALESVAR_QUESTIONS_PER_MINUTE": "0",
}


@dataclass(slots=True)
class Service:
    """A service that runs; `log` is its stderr."""

    process: subprocess.Popen[str]
    url: str
    log: Path

    def workers(self) -> list[int]:
        """The processes that answer, but for the first."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        children = map(int, path.read_text().split())
        return [child for child in children if b"spawn_main" in _command(child)]

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Tell it to stop; its exit code."""
        self.process.send_signal(how)
        return self.process.wait(timeout=15)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@contextmanager
def service(home: Path, log: Path, *options: str, **settings: str) -> Iterator[Service]:
    """`aftalesvar serve` on a free loopback port, stopped at the end if it still runs."""
    command = [*COMMAND, "serve", "--port", "0", "--home", str(home), *options]
    with log.open("w") as stderr:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            cwd=ROOT,
            env=ENVIRONMENT | settings,
        )
    with process:
        assert process.stdout
        url = process.stdout.readline().split(" ")[0]
        try:
            yield Service(process, url, log)
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(timeout=15)
                except subprocess.TimeoutExpired:
                    process.kill()


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until it holds; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def ready(url: str) -> bool:
    """Whether the service can answer."""
    try:
        return httpx.get(f"{url}/ready", timeout=30).status_code == 200
    except httpx.TransportError:
        return False


@dataclass(slots=True)
class Load:
    """What came of the questions of many; `refused` are connections that nobody took."""

    answers: list[dict[str, object]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refused: int = 0


@contextmanager
def load(url: str, question: str, *, askers: int = 4) -> Iterator[Load]:
    """While this lasts, `askers` ask again and again, each time over a new connection."""
    found, stop = Load(), threading.Event()

    def run() -> None:
        while not stop.is_set():
            try:
                answer = httpx.post(f"{url}/v1/ask", json={"question": question}, timeout=30)
            except httpx.ConnectError:
                found.refused += 1
                time.sleep(0.05)
            except httpx.TransportError as error:
                found.errors.append(repr(error))
            else:
                if answer.status_code == 200:
                    found.answers.append(answer.json())
                else:
                    found.errors.append(f"{answer.status_code} {answer.text}")

    threads = [threading.Thread(target=run, daemon=True) for _ in range(askers)]
    for thread in threads:
        thread.start()
    try:
        yield found
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in threads), "somebody still waits"
