"""A service that is busy, broken or gone, as a run meets it over real HTTP."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from eval.errors import Broken, NoService
from eval.runs.requests import ATTEMPTS, Requests

Said = tuple[int, dict[str, str], object]
GOOD: Said = (200, {}, {"text": "Ja."})


def problem(status: int, code: str, **headers: str) -> Said:
    """An error as our service gives it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, named, {"error": {"code": code, "message": "Nej.", "request_id": "1"}}


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serves these answers one after the other, the last again and again, at the URL given back."""
    servers = []

    def start(*said: Said) -> str:
        left = list(said)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                status, headers, body = left.pop(0) if len(left) > 1 else left[0]
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def asked(url: str, waited: list[float]) -> Any:
    with closing(Requests(url, "key", sleep=waited.append)) as requests:
        return requests.post("/v1/ask", {"question": "?"})


def test_a_turn_is_waited_for_as_long_as_the_service_says(serve: Callable[..., str]) -> None:
    waited: list[float] = []
    busy = problem(429, "too_many", Retry_After="7")

    reply = asked(serve(*[busy] * 6, GOOD), waited)

    assert reply.fields == {"text": "Ja."}
    assert waited == [7.0] * 6


def test_a_fault_that_passes_is_tried_again(serve: Callable[..., str]) -> None:
    waited: list[float] = []

    reply = asked(
        serve(problem(500, "internal_error"), problem(503, "index_missing"), GOOD), waited
    )

    assert reply.fields == {"text": "Ja."}
    assert len(waited) == 2


def test_a_fault_that_stays_is_told(serve: Callable[..., str]) -> None:
    waited: list[float] = []

    reply = asked(serve(problem(500, "internal_error")), waited)

    assert reply.fault == "answers 500 internal_error"
    assert len(waited) == ATTEMPTS - 1


def test_a_refused_question_is_an_answer(serve: Callable[..., str]) -> None:
    reply = asked(serve(problem(422, "question_refused")), [])

    assert reply.refused == "Nej."


def test_who_is_not_let_in_does_not_try_again(serve: Callable[..., str]) -> None:
    waited: list[float] = []

    with pytest.raises(Broken, match="403 not_allowed"):
        asked(serve(problem(403, "not_allowed")), waited)

    assert waited == []


@pytest.mark.parametrize("said", [(200, {}, b"<html>"), (404, {}, b"Not Found"), (302, {}, b"")])
def test_what_is_no_service_of_ours_is_called_so(serve: Callable[..., str], said: Said) -> None:
    with pytest.raises(NoService, match="no Aftalesvar service"):
        asked(serve(said), [])


def test_where_nobody_answers_the_run_ends() -> None:
    waited: list[float] = []

    with pytest.raises(Broken, match="does not answer"):
        asked("http://127.0.0.1:1", waited)

    assert len(waited) == ATTEMPTS - 1
