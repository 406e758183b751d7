"""`python -m tests.bots.teams.acknowledge`: how soon Teams is answered while ten answers stream.

The bot is a process of its own over the sample documents; ten people ask it again and again, each
as soon as their last answer stands there whole. Teams sends an activity again after 15 seconds.
"""

import os
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from index import Updater
from tests.bots.teams.activities import Person, Where
from tests.bots.teams.hosting import eventually, hosting
from tests.bots.teams.server import BotFramework, application
from tests.bots.teams.test_process import QUESTION, ROOT, process

PEOPLE, ROUNDS = 10, 30


def main() -> None:
    """Print the figures."""
    os.environ["AFTALESVAR_QUESTIONS_PER_MINUTE"] = "0"
    teams = BotFramework()
    with tempfile.TemporaryDirectory() as scratch, hosting(application(teams)) as where:
        teams.at(where)
        home = Path(scratch)
        Updater(home).update(ROOT / "eval" / "sample" / "documents")
        with (
            process(teams, home, home / "log") as (url, _),
            ThreadPoolExecutor(PEOPLE) as pool,
        ):
            first = teams.make.of("typing")
            eventually(lambda: teams.send(url, first).status_code == 200, 60)
            began = time.perf_counter()
            asked = [pool.submit(_asks, teams, url, person) for person in range(PEOPLE)]
            times = sorted(each for one in asked for each in one.result())
            took = time.perf_counter() - began
    _tell(times, len(teams.said()), took)


def _asks(teams: BotFramework, url: str, number: int) -> list[float]:
    """Seconds until each of somebody's questions was acknowledged."""
    person = Person(f"29:p{number}", f"aaaaaaaa-0000-4000-8000-0000000001{number:02}", "P")
    teams.people[person.id] = person
    alone = Where("personal", f"a:{number}")
    times = []
    with httpx.Client(timeout=60) as client:
        for done in range(ROUNDS):
            activity = teams.make.message(QUESTION, alone, person)
            headers = {"Authorization": f"Bearer {teams.signer.token()}"}
            began = time.perf_counter()
            said = client.post(f"{url}/api/messages", json=activity, headers=headers)
            times.append(time.perf_counter() - began)
            assert said.status_code == 200
            eventually(lambda before=done: len(teams.said(alone.id)) > before, 60)
    return times


def _tell(times: list[float], answers: int, took: float) -> None:
    milliseconds = [1000 * each for each in times]
    p99 = milliseconds[int(len(milliseconds) * 0.99) - 1]
    print(f"{len(times)} questions of {PEOPLE} at once, {answers} answers in {took:.1f} s")
    print(f"acknowledged p50 {statistics.median(milliseconds):.0f} ms, p99 {p99:.0f} ms, ", end="")
    print(f"longest {milliseconds[-1]:.0f} ms")


if __name__ == "__main__":
    main()
