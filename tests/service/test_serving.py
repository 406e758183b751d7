"""The service as it is run: real processes, real load, real signals."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from index import Updater
from service.access.keys import Keys
from service.access.visitor import Scope
from tests.service.processes import (
    COMMAND,
    ENVIRONMENT,
    ROOT,
    Service,
    load,
    ready,
    service,
    until,
)

QUESTION = "Blev guiden godkendt?"


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_home, tmp_path / "home"))


@pytest.fixture(scope="module")
def pair(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of two workers, for tests that leave it as they found it."""
    folder = tmp_path_factory.mktemp("pair")
    home = Path(shutil.copytree(sample_home, folder / "home"))
    with service(home, folder / "log", "--workers", "2", "--no-watch") as running:
        until(lambda: ready(running.url) and len(running.workers()) == 2)
        yield running


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stop_under_load_cuts_no_answer(home: Path, tmp_path: Path, workers: int) -> None:
    options = ("--workers", str(workers), "--no-watch")
    with service(home, tmp_path / "log", *options) as running:
        until(lambda: ready(running.url))
        with load(running.url, QUESTION) as found:
            until(lambda: len(found.answers) > 20)
            code = running.stop(signal.SIGTERM)

    assert (code, found.errors) == (0, [])
    assert found.refused
    assert {answer["status"] for answer in found.answers} == {"answered"}


def test_the_index_is_swapped_under_load_without_an_error(pair: Service, tmp_path: Path) -> None:
    folder, home = tmp_path / "documents", pair.log.parent / "home"
    shutil.copytree(ROOT / "eval/sample/documents", folder)
    (folder / "ny.txt").write_text("Notat om en zeppeliner.")
    with load(pair.url, QUESTION) as found:
        until(lambda: len(found.answers) > 5)
        update = [*COMMAND, "update", str(folder), "--home", str(home), "--replace"]
        subprocess.run(update, check=True, cwd=ROOT, env=ENVIRONMENT, capture_output=True)
        swapped = (home / "index/CURRENT").read_text().strip()
        until(lambda: any(answer["generation"] == swapped for answer in found.answers))
        count = len(found.answers)
        until(lambda: len(found.answers) > count + 5)

    said = {(answer["generation"], json.dumps(answer["citations"])) for answer in found.answers}
    assert found.errors == []
    assert len({generation for generation, _ in said}) == 2
    assert len(said) == 2  # what one generation answers, it answers every time


def test_a_worker_that_is_killed_is_started_again(pair: Service) -> None:
    killed = pair.workers()[0]
    os.kill(killed, signal.SIGKILL)
    until(lambda: len(set(pair.workers()) - {killed}) == 2)

    answer = httpx.post(f"{pair.url}/v1/ask", json={"question": QUESTION}, timeout=30)
    assert answer.status_code == 200
    assert "is started again" in pair.log.read_text()


def test_workers_add_up_what_they_count(pair: Service) -> None:
    scopes = frozenset({Scope.METRICS})
    _, key = Keys(pair.log.parent / "home" / "access").add("overvågning", scopes, 1)

    def counted() -> float:
        told = httpx.get(f"{pair.url}/metrics", headers={"Authorization": f"Bearer {key}"}).text
        families = text_string_to_metric_families(told)
        questions = next(each for each in families if each.name == "aftalesvar_questions")
        return sum(sample.value for sample in questions.samples)

    before = counted()
    with load(pair.url, QUESTION) as found:
        until(lambda: len(found.answers) > 10)

    assert counted() - before == len(found.answers)


def test_workers_do_not_outlive_who_looks_after_them(home: Path, tmp_path: Path) -> None:
    with service(home, tmp_path / "log", "--workers", "2", "--no-watch") as running:
        until(lambda: ready(running.url) and len(running.workers()) == 2)
        workers = running.workers()
        running.process.kill()
        running.process.wait()

        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


def test_an_update_is_stopped_with_the_service(sample: Path, tmp_path: Path) -> None:
    folder, home = tmp_path / "documents", tmp_path / "home"
    shutil.copytree(sample, folder)
    Updater(home).update(folder)
    for number in range(20):  # each a document of its own, so that building them takes a while
        for file in sample.glob("*.txt"):
            (folder / f"{number}-{file.name}").write_text(f"{file.read_text()}\n{number}\n")
    with service(home, tmp_path / "log") as running:
        until((home / "index/building").exists)
        began = time.monotonic()
        code = running.stop()

    assert code == 0
    assert time.monotonic() - began < 15
    assert not (home / "index/building").exists()
    assert (home / "index/CURRENT").read_text().strip() == "g000001"


def test_a_service_without_an_index_is_ready_as_soon_as_there_is_one(
    sample: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with service(home, tmp_path / "log") as running:
        before = httpx.get(f"{running.url}/ready")
        Updater(home).update(sample)

        assert (before.status_code, before.json()["error"]["code"]) == (503, "index_missing")
        assert httpx.get(f"{running.url}/ready", timeout=30).status_code == 200


def failed(*options: str | Path) -> str:
    """What `serve` says where it cannot."""
    done = subprocess.run(
        [*COMMAND, "serve", *map(str, options)],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    return done.stderr.splitlines()[-1]


def test_a_home_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")

    said = failed("--home", tmp_path / "home", "--port", "0")

    assert said.startswith("error: ")
    assert str(tmp_path / "home") in said
