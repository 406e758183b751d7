"""What the log tells: who runs the service finds a request again, and nobody what was asked."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import httpx
import pytest

from service.access.doors import DOORS
from service.access.visitor import anonymous
from service.observing.lines import FIELDS, Lines
from service.observing.pseudonyms import Pseudonyms
from tests.service.processes import ENVIRONMENT, ROOT, Service, ready, service, until

CANARY = "kanariefugl"
QUESTION = f"Blev guiden om {CANARY} godkendt?"
PERSON = "Signe Zeppelinersen"
REFUSED = ["{", "[]", '{"question": 7, "x": "' + CANARY + '"}', CANARY * 9_000]


@pytest.fixture(scope="module")
def running(
    sample_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Service, list[httpx.Response]]]:
    """A service that was sent the canary in every part of a request to every route."""
    folder = tmp_path_factory.mktemp("log")
    home = Path(copytree(sample_home, folder / "home"))
    with service(home, folder / "log") as started:
        until(lambda: ready(started.url))
        with httpx.Client(base_url=started.url, timeout=60) as client:
            yield started, list(sent(client))


def sent(client: httpx.Client) -> Iterator[httpx.Response]:
    hidden = {"Cookie": f"aftalesvar={CANARY}", "User-Agent": CANARY, "X-Request-Id": CANARY}
    bodies = {"question": QUESTION, "text": QUESTION, "svar": "a1", "spoergsmaal": QUESTION}
    for door in DOORS:
        path = door.path.replace("{*}", CANARY).replace("{}", CANARY)
        for method in ("GET", "POST"):
            kept = {"params": {"q": QUESTION}, "headers": hidden}
            yield client.request(method, path, json=bodies, **kept)  # type: ignore[arg-type]
            yield client.request(method, path, data=bodies, **kept)  # type: ignore[arg-type]
    yield client.post("/v1/ask", json={"question": f"Hvad fejler {PERSON}? {CANARY}"})
    yield client.post(
        "/v1/ask", json={"question": QUESTION}, headers={"Accept": "text/event-stream"}
    )
    yield client.post("/v1/ask", headers={"Authorization": f"Bearer {CANARY}"})
    yield client.get(f"/{CANARY}/{PERSON}")
    for body in REFUSED:
        yield client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"})


def lines(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_every_line_is_json_of_known_fields(
    running: tuple[Service, list[httpx.Response]],
) -> None:
    known = {"ts", "level", "event", "logger", "error", "stack", *FIELDS}

    assert lines(running[0].log)
    assert all(set(line) <= known for line in lines(running[0].log))


def test_every_request_has_one_line_that_is_found_by_its_number(
    running: tuple[Service, list[httpx.Response]],
) -> None:
    started, replies = running
    told = [line for line in lines(started.log) if line["event"] == "request"]
    by_id = {line["request_id"]: line for line in told}

    assert len(by_id) == len(told)
    for reply in replies:
        line = by_id[reply.headers["X-Request-Id"]]
        assert line["status"] == reply.status_code


def test_nothing_that_was_sent_is_in_the_log_or_in_any_file(
    running: tuple[Service, list[httpx.Response]],
) -> None:
    folder = running[0].log.parent
    files = [path for path in folder.rglob("*") if path.is_file()]
    holding = [
        path.name
        for path in files
        for secret in (CANARY, PERSON, "Zeppelinersen")
        if secret.casefold().encode() in path.read_bytes().lower()
    ]

    assert running[0].log in files
    assert holding == []


FAILING = f"""
import logging, threading, warnings
from service.observing.lines import log_lines
log_lines()
def fail():
    raise ValueError("{CANARY}")
for name in ("service.web.guard", "httpx", "mcp.server"):
    try:
        fail()
    except ValueError as error:
        logging.getLogger(name).exception("failed: %s", error)
logging.getLogger("httpx").warning("GET /?q={CANARY}")
logging.getLogger("httpx").info("GET /?q={CANARY}")
warnings.warn("input_value='{CANARY}'")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
"""


def test_neither_exceptions_nor_libraries_bring_a_question_into_the_log() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING],
        env=ENVIRONMENT,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = [json.loads(line) for line in done.stderr.splitlines()]

    assert CANARY not in done.stderr
    assert len(told) == 6
    assert [line.get("error") for line in told].count("ValueError") == 4
    assert told[0]["stack"][-1].endswith(" fail")


def test_a_field_that_is_not_allowed_is_left_out() -> None:
    record = logging.makeLogRecord(
        {"name": "aftalesvar.request", "msg": "request", "fields": {"status": 200, "question": "x"}}
    )

    told = json.loads(Lines().format(record))
    assert told["status"] == 200
    assert "question" not in told


def test_a_visitor_has_one_name_a_day_that_says_nothing() -> None:
    names, visitor = Pseudonyms(), anonymous("192.0.2.1")
    monday, tuesday = (datetime(2026, 3, day, tzinfo=UTC) for day in (2, 3))

    assert names.of(visitor, monday) == names.of(visitor, monday.replace(hour=23))
    assert names.of(visitor, monday) != names.of(visitor, tuesday)
    assert names.of(visitor, monday) != Pseudonyms().of(visitor, monday)
    assert "192" not in names.of(visitor, monday)
