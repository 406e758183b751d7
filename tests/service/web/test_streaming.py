"""Answers as server-sent events, over real sockets."""

import json
import socket
import threading
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import Route

from index import OPEN_ONLY, Filters, Index
from service.access.visitor import Visitor
from service.answer import Answer, Sentence, Sources
from service.assistant import ExtractiveAssistant
from service.conversation import Turn
from service.model import ModelSettings, model_writer
from service.web.app import create_app
from service.web.guard import Guard
from service.web.parts import Parts
from service.web.streaming import Streamed
from tests.service.conftest import Shelf, hosting, parts, serving
from tests.service.model.openai_server import ModelServer, left, model_server
from tests.service.open_access import NoLimits

EVENTS = {"Accept": "text/event-stream"}
QUESTION = {"question": "Hvad blev besluttet om takster?"}
GUIDE = {"question": "Blev guiden om midlertidigt botilbud godkendt?"}


def told(response: httpx.Response) -> list[tuple[str, Any]]:
    """The events of a stream, with their data."""
    blocks = [block.splitlines() for block in response.text.split("\n\n") if block]
    return [
        (name.removeprefix("event: "), json.loads(data.removeprefix("data: ")))
        for name, data in blocks
    ]


def streamed(client: httpx.Client, **fields: object) -> httpx.Response:
    return client.post("/v1/ask", json=QUESTION | fields, headers=EVENTS)


def test_a_stream_gives_places_then_sentences_then_the_answer(client: httpx.Client) -> None:
    events = told(streamed(client))

    assert [name for name, _ in events] == ["sources", "text", "citations", "done"]
    assert events[0][1]["citations"] == events[2][1]["citations"]
    assert events[1][1] == {
        "text": "Et nyt takstskema udarbejdes til 2026.",
        "citations": [1],
        "label": "",
    }


def test_the_last_event_is_the_whole_answer(client: httpx.Client) -> None:
    last = told(streamed(client))[-1]

    assert last == ("done", client.post("/v1/ask", json=QUESTION).json())


def test_a_field_chooses_the_stream_too(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json=QUESTION | {"stream": True})

    assert response.headers["Content-Type"].startswith("text/event-stream")


def test_the_field_goes_before_the_header(client: httpx.Client) -> None:
    assert streamed(client, stream=False).headers["Content-Type"] == "application/json"


def test_nothing_on_the_way_may_hold_a_stream_back_or_keep_it(client: httpx.Client) -> None:
    headers = streamed(client).headers

    assert headers["X-Accel-Buffering"] == "no"
    assert headers["Cache-Control"] == "no-store"
    assert len(headers["X-Request-Id"]) == 16


def test_what_is_refused_before_the_first_byte_is_an_ordinary_error(client: httpx.Client) -> None:
    response = streamed(client, question="???")

    assert (response.status_code, response.json()["error"]["code"]) == (422, "question_refused")


def test_a_stream_without_an_index_is_an_ordinary_error(empty: httpx.Client) -> None:
    response = streamed(empty)

    assert (response.status_code, response.json()["error"]["code"]) == (503, "index_missing")


def test_an_unknown_field_is_an_ordinary_error(client: httpx.Client) -> None:
    assert streamed(client, visibility="closed").status_code == 422


def test_a_stream_shows_what_the_asker_may_see(client: httpx.Client, shelf: Shelf) -> None:
    streamed(client)

    assert shelf.filters.visibility == OPEN_ONLY


class Breaking(Shelf):
    """An assistant that fails after its first sentence."""

    def stream(
        self, question: str, filters: Filters, before: Turn | None = None
    ) -> Generator[Sources | Sentence | Answer]:
        answer = self.ask(question, filters, before)
        yield Sources(answer.citations)
        raise RuntimeError("hemmelig sti /srv/aftaler")


def test_an_error_after_the_first_byte_is_an_event_in_the_one_shape() -> None:
    with serving(Breaking()) as url, httpx.Client(base_url=url) as client:
        response = streamed(client)

    name, data = told(response)[-1]
    assert (name, data["error"]["code"]) == ("error", "internal_error")
    assert data["error"]["request_id"] == response.headers["X-Request-Id"]
    assert "hemmelig" not in response.text


@pytest.fixture(scope="module")
def sampled(assistant: ExtractiveAssistant) -> Iterator[httpx.Client]:
    """The service over the sample documents."""
    with serving(assistant) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


def test_a_follow_up_leans_on_the_questions_before(sampled: httpx.Client) -> None:
    fields = {"question": "i 2023?", "earlier": ["Hvad var belægningen på Birkegården i 2024?"]}

    _, answer = told(streamed(sampled, **fields))[-1]

    assert answer["understood_as"] == "Hvad var belægningen på Birkegården i 2023?"


def test_a_question_without_an_answer_streams_its_reason_last(sampled: httpx.Client) -> None:
    events = told(streamed(sampled, question="Zebra xylofon quizmaster wolfram?"))

    assert [name for name, _ in events] == ["sources", "citations", "done"]
    assert events[-1][1]["status"] == "not_found"


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with model_server() as server:
        yield server


@pytest.fixture(scope="module")
def slow_parts(sample_home: Path, model: ModelServer) -> Iterator[Parts]:
    """The service with a language model."""
    writer = model_writer(ModelSettings(model.url, "m", deadline=60.0, first=60.0))
    yield parts(ExtractiveAssistant(Index(sample_home), writer))
    writer.close()


@pytest.fixture(scope="module")
def slow(slow_parts: Parts) -> Iterator[str]:
    with hosting(create_app(slow_parts)) as url:
        yield url


@contextmanager
def begun(url: str) -> Iterator[socket.socket]:
    """A stream of which the places have come."""
    address = urlsplit(url)
    body = json.dumps(GUIDE).encode()
    head = (
        "POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection((address.hostname or "", address.port or 0), 30) as line:
        line.sendall(head.encode() + body)
        come = b""
        while b"event: sources" not in come:
            come += line.recv(65536)
        yield line


@pytest.mark.parametrize("before", ["", "Guiden "], ids=["silent", "writing"])
def test_who_leaves_in_mid_stream_leaves_no_work_behind(
    slow: str, model: ModelServer, before: str
) -> None:
    gone = threading.Event()
    model.will(left(gone, before))
    with begun(slow):
        while not model.asked:
            threading.Event().wait(0.01)
        working = {thread for thread in threading.enumerate() if "_work" in thread.name}

    assert gone.wait(10)
    assert working
    for thread in working:
        thread.join(10)
        assert not thread.is_alive()


def test_others_are_answered_while_a_model_is_waited_for(slow: str, model: ModelServer) -> None:
    model.will(left(threading.Event()))

    with begun(slow):
        assert httpx.get(f"{slow}/health", timeout=10).status_code == 200


def quiet(request: Request) -> Streamed:
    """A stream that has nothing to say for a while."""

    def work() -> Generator[bytes]:
        yield b"data: 1\n\n"
        threading.Event().wait(0.1)
        yield b"data: 2\n\n"

    return Streamed(request, work, error=b"", heartbeat=0.01)


def test_a_stream_that_waits_gives_a_sign_of_life() -> None:
    app = Starlette(routes=[Route("/", quiet)], middleware=[Middleware(Guard)])

    with hosting(app) as url:
        blocks = httpx.get(url).text.split("\n\n")

    assert (blocks[0], blocks[1], blocks[-2]) == ("data: 1", ": ping", "data: 2")


class Counting(NoLimits):
    """Tells how many questions are being worked on."""

    def __init__(self) -> None:
        self.now: list[str] = []

    @asynccontextmanager
    async def question(self, visitor: Visitor) -> AsyncIterator[None]:
        self.now.append(visitor.name)
        try:
            yield
        finally:
            self.now.remove(visitor.name)


def test_a_question_counts_until_its_stream_is_over(slow_parts: Parts, model: ModelServer) -> None:
    counting = Counting()
    model.will(left(threading.Event()))

    with hosting(create_app(replace(slow_parts, limits=counting))) as url:
        with begun(url):
            assert counting.now == ["anonymous 127.0.0.1"]
        while counting.now:
            threading.Event().wait(0.01)
