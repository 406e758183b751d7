"""Requests to a service's API, tried again where that may help."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_result, wait_exponential

from eval.errors import Broken, NoService
from service.access.addresses import is_loopback

SECONDS = 150.0  # a language model may take two minutes
ATTEMPTS = 4  # where nobody answers, or with a fault
PATIENCE = 900.0  # seconds that one question waits for its turn, at most
BACK_OFF = wait_exponential(multiplier=0.5, max=4)
FAULTS = frozenset((408, 500, 502, 503, 504))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request came to after `seconds`: `fields`, or why the question was `refused`.

    `fault` is what the service did wrong, every time. `later` is how many seconds it asked to wait.
    """

    fields: Mapping[str, Any]
    seconds: float
    refused: str = ""
    fault: str = ""
    unreached: bool = False
    later: float | None = None


class Requests:
    """One service; `key` is sent and never told. Used from many threads."""

    def __init__(
        self, url: str, key: str | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise Broken(
                f"{url} is no address of a service; give one such as http://127.0.0.1:8000"
            )
        self.url = url.rstrip("/")
        self._sleep = sleep
        self._http = httpx.Client(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=SECONDS,
            trust_env=not is_loopback(parts.hostname),  # no proxy leads to this machine
        )

    def get(self, path: str, **parameters: int) -> Mapping[str, Any]:
        """The fields of what is at `path`, none where that is nothing; raises `Broken`."""
        reply = self._insisting(lambda: self._http.get(self.url + path, params=parameters))
        if reply.fault or reply.refused:
            raise Broken(f"{self.url}{path}: {reply.fault or reply.refused}")
        return reply.fields

    def post(self, path: str, fields: Mapping[str, object]) -> Reply:
        """What became of `fields`; raises `Broken` where nobody answers, or lets nobody in."""
        return self._insisting(lambda: self._http.post(self.url + path, json=fields))

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def _insisting(self, send: Callable[[], httpx.Response]) -> Reply:
        tried = Retrying(
            sleep=self._sleep,
            wait=_wait,
            stop=_stop,
            retry=retry_if_result(lambda reply: bool(reply.fault)),
            retry_error_callback=lambda state: state.outcome.result() if state.outcome else None,
        )
        reply: Reply = tried(self._once, send)
        if reply.unreached:
            raise Broken(f"{self.url}: {reply.fault}; start the service again, and see its log")
        return reply

    def _once(self, send: Callable[[], httpx.Response]) -> Reply:
        begun = time.perf_counter()
        try:
            response = send()
        except httpx.TimeoutException:
            return Reply({}, SECONDS, fault=f"no answer within {SECONDS:.0f} seconds")
        except httpx.TransportError as error:
            told = str(error) or type(error).__name__
            return Reply({}, 0.0, fault=f"does not answer ({told})", unreached=True)
        return self._read(response, time.perf_counter() - begun)

    def _read(self, response: httpx.Response, seconds: float) -> Reply:
        fields = _fields(response)
        if response.status_code == 200 and fields is not None:
            return Reply(fields, seconds)
        if response.status_code == 404 and fields is not None:
            return Reply({}, seconds)
        problem = (fields or {}).get("error", {})
        code, told = problem.get("code", ""), problem.get("message", "")
        said = f"{response.status_code} {code}".strip()
        if code == "question_refused":
            return Reply({}, seconds, refused=told)
        if response.status_code == 429 or response.status_code in FAULTS:
            return Reply({}, seconds, fault=f"answers {said}", later=_later(response))
        if not code:
            raise NoService(self.url)
        raise Broken(f"{self.url} answers {said}: {told}")


def _fields(response: httpx.Response) -> Mapping[str, Any] | None:
    try:
        found = response.json()
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _later(response: httpx.Response) -> float | None:
    """Seconds to wait, where it is asked to be given time and not merely in trouble."""
    asked = response.headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        return float(asked)
    return 5.0 if response.status_code == 429 else None


def _wait(state: RetryCallState) -> float:
    reply: Reply = state.outcome.result() if state.outcome else Reply({}, 0.0)
    return reply.later if reply.later is not None else BACK_OFF(state)


def _stop(state: RetryCallState) -> bool:
    """Whether to give up; waiting for one's turn is no failed attempt."""
    reply: Reply = state.outcome.result() if state.outcome else Reply({}, 0.0)
    waited = (state.seconds_since_start or 0.0) + (reply.later or 0.0)
    if reply.later is not None:
        return waited > PATIENCE
    return state.attempt_number >= ATTEMPTS
