"""A polite visitor: asks a host no faster, no more often and for no more than it wants."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

from ingest.sources.web.address import host_of, normal, origin_of
from ingest.sources.web.clock import Clock
from ingest.sources.web.errors import FetchError
from ingest.sources.web.fetch import Answer, Fetcher
from ingest.sources.web.judge import leads_to_login
from ingest.sources.web.robots import Rules
from ingest.sources.web.site import Scope, Site

MOST_HOPS = 5
TRIES = 3
BACK_OFF = 1.0  # seconds before the second try, twice as many before the third
LONGEST_WAIT = 30.0  # seconds; a host that wants more is left for another day
MOST_MISSES = 5  # failures in a row after which a host is taken for down
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (429, 500, 502, 503, 504)
PASSING_CODES = ("cut", "unreachable")
CODES = {
    401: "forbidden",
    403: "forbidden",
    404: "not_found",
    410: "not_found",
    429: "busy",
    503: "busy",
}


@dataclass(slots=True)
class _Host:
    """An origin as we know it by now."""

    rules: Rules
    delay: float
    ready: float = 0.0  # when it may be asked again, on the monotonic clock
    misses: int = 0
    closed: FetchError | None = None


class Visitor:
    """Asks the hosts of a site for pages."""

    def __init__(self, site: Site, scope: Scope, fetcher: Fetcher, clock: Clock) -> None:
        self._site = site
        self._scope = scope
        self._fetcher = fetcher
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @property
    def received(self) -> int:
        """Bytes of all answers."""
        return self._fetcher.received

    def ask(self, url: str, conditions: Mapping[str, str]) -> Answer:
        """The answer to a request that the host allows: 200, 304, or one that leads elsewhere.

        Raises `FetchError`.
        """
        host = self._host(url)
        if not host.rules.allow(url):
            raise FetchError("robots", f"{url}: the site's robots.txt asks us not to read it")
        answer = self._tried(host, url, conditions)
        if answer.status in (200, *REDIRECTS) or (answer.status == 304 and conditions):
            return answer
        raise _refusal(answer)

    def next_hop(self, answer: Answer) -> str:
        """Where an answer that leads elsewhere leads; raises `FetchError`."""
        target = normal(answer.headers.get("location", ""), answer.url)
        if target is None:
            raise FetchError("unsafe_address", f"{answer.url}: leads to no web page")
        if leads_to_login(target) and not leads_to_login(answer.url):
            raise FetchError("login", f"{answer.url}: leads to a login page")
        if not self._scope.reaches(target):
            raise FetchError("elsewhere", f"{answer.url}: leads to {host_of(target)}, out of reach")
        return target

    def _host(self, url: str) -> _Host:
        origin = origin_of(url)
        if origin not in self._hosts:
            self._hosts[origin] = self._met(origin)
        host = self._hosts[origin]
        if host.closed:
            raise FetchError(host.closed.code, f"{url}: {host.closed}")
        return host

    def _met(self, origin: str) -> _Host:
        """A host with its robots.txt; one whose robots.txt cannot be had is not crawled."""
        host = _Host(Rules("", self._site.agent), self._site.delay)
        try:
            text = self._robots(host, f"{origin}/robots.txt")
        except FetchError as error:
            code = error.code if error.code == "unsafe_address" else "robots_unreachable"
            host.closed = FetchError(code, f"robots.txt could not be had ({error})")
            return host
        host.rules = Rules(text, self._site.agent)
        host.delay = max(self._site.delay, host.rules.delay)
        return host

    def _robots(self, host: _Host, url: str) -> str:
        for _ in range(MOST_HOPS + 1):
            answer = self._tried(host, url, {})
            if answer.status == 200:
                return answer.data.decode("utf-8", "replace")
            if 400 <= answer.status < 500 and answer.status != 429:
                return ""
            target = normal(answer.headers.get("location", ""), url)
            if answer.status not in REDIRECTS or not target or not self._scope.usual_port(target):
                raise _refusal(answer)
            url = target
        return ""  # RFC 9309: such a robots.txt may be taken for none

    def _tried(self, host: _Host, url: str, conditions: Mapping[str, str]) -> Answer:
        """The answer after a few tries, with pauses; raises `FetchError`."""
        for attempt in range(TRIES):
            last = attempt == TRIES - 1
            answer = self._once(host, url, conditions, last=last)
            if answer and (last or answer.status not in PASSING):
                break
            self._pause(host, answer, BACK_OFF * 2**attempt)
        assert answer is not None  # the last try raises or answers
        self._note(host, missed=answer.status in PASSING)
        return answer

    def _once(
        self, host: _Host, url: str, conditions: Mapping[str, str], *, last: bool
    ) -> Answer | None:
        """`None` where another try may help."""
        try:
            return self._paced(host, url, conditions)
        except FetchError as error:
            if error.code in PASSING_CODES and not last:
                return None
            self._note(host, missed=error.code in (*PASSING_CODES, "timeout"))
            raise

    def _paced(self, host: _Host, url: str, conditions: Mapping[str, str]) -> Answer:
        wait = host.ready - self._clock.monotonic()
        if wait > 0:
            self._clock.sleep(wait)
        try:
            return self._fetcher.get(url, conditions)
        finally:
            host.ready = self._clock.monotonic() + host.delay

    def _pause(self, host: _Host, answer: Answer | None, usual: float) -> None:
        wait = self._asked_wait(answer.headers.get("retry-after", "")) if answer else None
        if wait is not None and wait > LONGEST_WAIT:
            host.closed = FetchError("busy", f"the host asks for a pause of {wait:.0f} seconds")
            raise host.closed
        self._clock.sleep(usual if wait is None else wait)

    def _asked_wait(self, value: str) -> float | None:
        """Seconds in a Retry-After, which holds seconds or a date."""
        value = value.strip()
        if re.fullmatch(r"\d{1,9}", value):
            return float(value)
        try:
            date = parsedate_to_datetime(value)
        except ValueError:
            return None
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        return max(0.0, (date - self._clock.now()).total_seconds())

    def _note(self, host: _Host, *, missed: bool) -> None:
        host.misses = host.misses + 1 if missed else 0
        if host.misses >= MOST_MISSES and not host.closed:
            host.closed = FetchError("host_down", "the host failed many times in a row")


def _refusal(answer: Answer) -> FetchError:
    status = answer.status
    code = CODES.get(status, "server_error" if status >= 500 else "refused")
    return FetchError(code, f"{answer.url}: the server answered {status}")
