"""What went wrong with a request, and whether and when it is tried again."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from tenacity import RetryCallState, wait_random_exponential

from service.model.errors import Failure

BACK_OFF = wait_random_exponential(multiplier=0.25, max=4)
AGAIN = frozenset((Failure.UNREACHABLE, Failure.BUSY, Failure.BROKEN))


def reason(error: BaseException) -> Failure:
    """The failure an exception of any LlamaIndex model stands for, by its status or its causes."""
    status = status_of(error)
    if status is not None:
        return _by_status(status)
    for cause in _causes(error):
        if isinstance(cause, httpx.TimeoutException | TimeoutError):
            return Failure.LATE
        if isinstance(cause, httpx.RemoteProtocolError | httpx.ReadError | httpx.WriteError):
            return Failure.BROKEN
        if isinstance(cause, httpx.TransportError | OSError):
            return Failure.UNREACHABLE
    return Failure.GARBAGE


def status_of(error: BaseException) -> int | None:
    """The HTTP status an exception carries."""
    found = getattr(error, "status_code", None)
    return found if isinstance(found, int) else None


def wait(state: RetryCallState) -> float:
    """Seconds to the next attempt: what the server asks for, else longer each time, at random."""
    error = state.outcome.exception() if state.outcome else None
    asked = retry_after(error) if error else None
    return asked if asked is not None else BACK_OFF(state)


def retry_after(error: BaseException) -> float | None:
    """The seconds in `Retry-After`, written as a number or as a date."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    text = str(headers.get("retry-after", ""))
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _by_status(status: int) -> Failure:
    if status == 429:
        return Failure.BUSY
    if status in (408, 409) or status >= 500:
        return Failure.BROKEN
    return Failure.REFUSED if status >= 300 else Failure.GARBAGE


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
