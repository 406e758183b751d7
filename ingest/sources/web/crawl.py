"""A crawl: from the start pages over their links to each document, breadth first."""

import re
import secrets
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ingest.sources.web.address import normal, origin_of, target_of
from ingest.sources.web.clock import Clock
from ingest.sources.web.errors import FetchError
from ingest.sources.web.fetch import Answer
from ingest.sources.web.judge import (
    asks_for_password,
    is_like,
    leads_to_login,
    tells_an_error,
)
from ingest.sources.web.kept import Kept, Record
from ingest.sources.web.kind import FILES, as_utf8, is_whole, kind_of, promised
from ingest.sources.web.page import Page, parse
from ingest.sources.web.robots import marks
from ingest.sources.web.site import Scope, Site
from ingest.sources.web.visitor import MOST_HOPS, REDIRECTS, Visitor

NUMBER = re.compile(r"[0-9a-f]{8,}|\d+", re.IGNORECASE)
LONGEST_TAG = 500  # characters of an ETag or a date that are sent back
NO_PAGE = Page()


@dataclass(slots=True)
class Outcome:
    """What became of the addresses: those `given`, the `errors` of those that gave no document, and
    those `moved`, each to another. `unasked` is how many were left when the limits were reached,
    `alike` how many of a shape."""

    errors: dict[str, FetchError] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    unasked: int = 0
    alike: Counter[str] = field(default_factory=Counter)


class Crawl:
    """One crawl of a site; what it finds it puts into `kept`."""

    def __init__(
        self, site: Site, scope: Scope, visitor: Visitor, kept: Kept, clock: Clock
    ) -> None:
        self._site = site
        self._scope = scope
        self._visitor = visitor
        self._kept = kept
        self._clock = clock
        self._known = frozenset(kept.records)
        self._queue: deque[tuple[str, int]] = deque()
        self._seen: set[str] = set()
        self._done: set[str] = set()
        self._shapes: Counter[str] = Counter()
        self._missing: dict[str, Page | None] = {}
        self._outcome = Outcome()

    def run(self) -> Outcome:
        """Visit what can be reached, and then what is known and no longer linked to."""
        self._enqueue(self._scope.start, 0)
        self._empty_queue()
        # A link that is gone does not make a document gone; the server says whether it is.
        self._enqueue(sorted(self._known), self._site.depth)
        self._empty_queue()
        return self._outcome

    def _empty_queue(self) -> None:
        while self._queue:
            url, depth = self._queue.popleft()
            if url in self._done:
                continue
            if self._full():
                self._leave(url)
            else:
                self._visit(url, depth)

    def _full(self) -> bool:
        return len(self._done) >= self._site.pages or self._visitor.received > self._site.in_all

    def _leave(self, url: str) -> None:
        self._outcome.unasked += 1
        if url in self._known:
            self._outcome.errors[url] = FetchError("page_limit", f"{url}: not asked for this time")

    def _enqueue(self, urls: Iterable[str], depth: int) -> None:
        for url in urls:
            if url in self._seen:
                continue
            self._seen.add(url)
            if self._may_ask(url):
                self._queue.append((url, depth))

    def _may_ask(self, url: str) -> bool:
        """Start pages, and wanted pages that are not just another one of too many."""
        if url in self._scope.start:
            return True
        if not self._scope.wants(url):
            return False
        shape = _shape(url)
        self._shapes[shape] += 1
        if self._shapes[shape] <= self._site.alike or url in self._known:
            return True
        self._outcome.alike[shape] += 1
        return False

    def _visit(self, url: str, depth: int) -> None:
        hops = [url]
        try:
            answer = self._followed(hops)
            if answer is not None:
                self._receive(answer, depth)
        except FetchError as error:
            for hop in hops:
                self._outcome.errors.setdefault(hop, error)
        else:
            for hop in hops[:-1]:
                self._arrived(hop, hops[-1])

    def _followed(self, hops: list[str]) -> Answer | None:
        """The answer at the end of the redirects, whose addresses come to stand in `hops`.

        `None` where the end is a page that was visited before. Raises `FetchError`.
        """
        while True:
            url = hops[-1]
            self._done.add(url)
            answer = self._visitor.ask(url, self._conditions(url))
            if answer.status not in REDIRECTS:
                return answer
            target = self._visitor.next_hop(answer)
            if target in hops or len(hops) > MOST_HOPS:
                raise FetchError("redirects", f"{hops[0]}: redirected in a circle or too often")
            hops.append(target)
            if target in self._done:
                return None

    def _arrived(self, hop: str, target: str) -> None:
        """A redirect's beginning shares the fate of its end."""
        if target in self._outcome.errors:
            self._outcome.errors[hop] = self._outcome.errors[target]
        else:
            self._outcome.moved[hop] = self._outcome.moved.get(target, target)

    def _conditions(self, url: str) -> dict[str, str]:
        record = self._kept.records.get(url)
        if record is None:
            return {}
        pairs = {"If-None-Match": record.etag, "If-Modified-Since": record.modified}
        return {name: value for name, value in pairs.items() if value}

    def _receive(self, answer: Answer, depth: int) -> None:
        """Keep a document and go on to its links; raises `FetchError` where it is none."""
        url, old = answer.url, self._kept.records.get(answer.url)
        if answer.status == 304 and old is not None:
            record = replace(old, depth=depth, fetched=self._now())
            page = self._kept_page(record)
        else:
            record, page = self._record(answer, depth, old)
        self._kept.save(record)
        self._outcome.given.add(url)
        if record.follows:
            self._follow_links(page, url, depth)

    def _kept_page(self, record: Record) -> Page:
        page = record.suffix == ".html" and record.depth < self._site.depth
        return parse(self._kept.path(record).read_bytes()) if page else NO_PAGE

    def _follow_links(self, page: Page, url: str, depth: int) -> None:
        if depth < self._site.depth:
            self._enqueue(_links(page, url), depth + 1)

    def _record(self, answer: Answer, depth: int, old: Record | None) -> tuple[Record, Page]:
        """The new state of a document whose answer can be trusted to be one."""
        url, declared = answer.url, answer.headers.get("content-type", "")
        kind = kind_of(answer.data, declared, target_of(url))
        self._check_kind(answer, kind, old)
        assert kind is not None  # checked above
        data = answer.data if kind in FILES else as_utf8(answer.data, declared)
        page = parse(data) if kind == ".html" else NO_PAGE
        if kind == ".html":
            self._check_page(url, page, old)
        asked = marks(answer.headers, page.metas, self._site.agent)
        follows = "nofollow" not in asked
        if "noindex" in asked or not self._scope.wants(url):
            if follows:
                self._follow_links(page, url, depth)
            code = "noindex" if "noindex" in asked else "outside"
            raise FetchError(code, f"{url}: is only looked at for its links")
        record = Record(
            url=url,
            file=self._kept.store(data, kind),
            fetched=self._now(),
            depth=depth,
            size=len(data),
            text=page.digest,
            etag=_sendable(answer.headers.get("etag", "")),
            modified=_sendable(answer.headers.get("last-modified", "")),
            follows=follows,
            canonical=normal(page.canonical, url) or "" if page.canonical else "",
            password=page.password,
            name=old.name if old else "",
        )
        return record, page

    def _check_kind(self, answer: Answer, kind: str | None, old: Record | None) -> None:
        """An HTML page in place of a file is a login or an error; so is half a file."""
        url = answer.url
        if kind is None:
            raise FetchError("unknown_type", f"{url}: no kind of document that can be read")
        declared = answer.headers.get("content-type", "")
        was = old.suffix if old else promised(declared, target_of(url))
        if kind not in FILES and was in FILES:
            raise FetchError("wrong_type", f"{url}: should be {was}, and is a page")
        if old and not is_whole(answer.data, kind):
            raise FetchError("cut", f"{url}: the end of the file is missing")

    def _check_page(self, url: str, page: Page, old: Record | None) -> None:
        asked_before = old is not None and old.password
        refresh = normal(page.refresh, url) if page.refresh else None
        if refresh and leads_to_login(refresh):
            raise FetchError("login", f"{url}: leads to a login page")
        if asks_for_password(page, known=old is not None, asked_before=asked_before):
            raise FetchError("login", f"{url}: asks for a password")
        if url in self._scope.start and old is None:
            return
        if tells_an_error(page) or (url not in self._scope.start and self._is_missing(url, page)):
            raise FetchError(
                "soft_404", f"{url}: answers as if all were well, and is an error page"
            )

    def _is_missing(self, url: str, page: Page) -> bool:
        origin = origin_of(url)
        if origin not in self._missing:
            self._missing[origin] = self._page_at(f"{origin}/{secrets.token_hex(12)}")
        missing = self._missing[origin]
        return missing is not None and is_like(page, missing)

    def _page_at(self, url: str) -> Page | None:
        """What the server shows for a page that is not there, if it does not say so."""
        try:
            for _ in range(MOST_HOPS):
                answer = self._visitor.ask(url, {})
                if answer.status == 200:
                    return parse(answer.data)
                url = self._visitor.next_hop(answer)
        except FetchError:
            pass
        return None

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")


def _links(page: Page, url: str) -> tuple[str, ...]:
    base = normal(page.base, url) if page.base else None
    found = (normal(link, base or url) for link in page.links)
    return tuple(dict.fromkeys(link for link in found if link))


def _shape(url: str) -> str:
    """The address without what differs between the pages of a calendar."""
    path, _, query = target_of(url).partition("?")
    names = sorted({part.partition("=")[0] for part in query.split("&") if part})
    return f"{origin_of(url)}{NUMBER.sub('#', path)}?{'&'.join(names)}"


def _sendable(value: str) -> str:
    """A header's value that can be sent back as it came; empty where not."""
    fits = value.isascii() and value.isprintable() and len(value) <= LONGEST_TAG
    return value if fits else ""
