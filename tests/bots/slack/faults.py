"""What a local Slack can do instead of answering a call as it should."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """How one call goes wrong.

    `status` and `headers` are the answer instead, `error` Slack's code in a proper answer. With
    `done` the call has its effect all the same. `cut` drops the connection, `wait` are seconds
    before anything.
    """

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    error: str = ""
    done: bool = False
    cut: bool = False
    wait: float = 0.0


def limited(seconds: int | str) -> Fault:
    """Too many calls: 429, to be repeated after `seconds`."""
    return Fault(429, (("Retry-After", str(seconds)),), "ratelimited")


def broken(status: int = 500, *, done: bool = False) -> Fault:
    """An error of Slack's servers, in a page of HTML, as they send it."""
    return Fault(status, done=done)


def refused(error: str) -> Fault:
    """One of the method's own errors."""
    return Fault(error=error)


def dropped(*, done: bool) -> Fault:
    """The connection breaks before the answer; `done` says whether the call had its effect."""
    return Fault(cut=True, done=done)


def slow(seconds: float) -> Fault:
    """The right answer, late."""
    return Fault(wait=seconds, done=True)
