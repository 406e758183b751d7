"""Web pages as a source: a careful crawl of a site, with a kept copy of each document."""

from pathlib import Path
from typing import BinaryIO

from ingest.sources.folder import opened
from ingest.sources.source import Entry, Listing, SourceError
from ingest.sources.web.address import is_global, resolve
from ingest.sources.web.clock import Clock, SystemClock
from ingest.sources.web.connect import Reachable, Resolve
from ingest.sources.web.crawl import Crawl, Outcome
from ingest.sources.web.fetch import Fetcher, Limits
from ingest.sources.web.kept import Kept
from ingest.sources.web.listing import listing
from ingest.sources.web.site import Scope, Site
from ingest.sources.web.visitor import Visitor

__all__ = ["Site", "WebSource"]

AS_IT_SHOULD = ("noindex", "outside")  # a start page may be there for its links only
ONLY_PUBLIC = "Only addresses on the public internet are fetched"


class WebSource:
    """The documents of a site, crawled anew at each listing.

    `reachable` says which machines may be connected to and `resolve` which ones a host's name
    means; they are arguments so that tests can use machines of their own.
    """

    def __init__(
        self,
        site: Site,
        *,
        reachable: Reachable = is_global,
        resolve: Resolve = resolve,
        clock: Clock | None = None,
    ) -> None:
        self._site = site
        self._scope = Scope(site)
        self._reachable = reachable
        self._resolve = resolve
        self._clock = clock or SystemClock()

    @property
    def id(self) -> str:
        """Its start pages: other settings make it no other source."""
        return f"web:{' '.join(self._scope.start)}"

    def listed(self, keep: Path) -> Listing:
        """The documents the site has now, with their bytes in `keep`; raises `SourceError`."""
        try:
            kept = Kept(keep)
            known = frozenset(kept.records)
            outcome = self._crawled(kept)
            self._check(outcome)
            return listing(outcome, kept, self._scope, known)
        except OSError as error:
            raise SourceError(f"{self.id}: {keep} cannot be used ({error})") from error

    def opened(self, entry: Entry) -> BinaryIO:
        """The kept copy of a document; raises as a folder's files do."""
        return opened(entry.path.parent, entry)

    def _crawled(self, kept: Kept) -> Outcome:
        site = self._site
        limits = Limits(site.largest, site.page_largest, site.seconds)
        fetcher = Fetcher(site.agent, limits, self._reachable, self._resolve)
        try:
            visitor = Visitor(site, self._scope, fetcher, self._clock)
            return Crawl(site, self._scope, visitor, kept, self._clock).run()
        finally:
            fetcher.close()

    def _check(self, outcome: Outcome) -> None:
        errors = [outcome.errors.get(url) for url in self._scope.start]
        bad = [error for error in errors if error and error.code not in AS_IT_SHOULD]
        if not outcome.given and len(bad) == len(errors):
            inside = bad[0].code == "unsafe_address"
            advice = ONLY_PUBLIC if inside else "Check the address in a browser"
            raise SourceError(
                f"no start page could be read: {bad[0]}. {advice}; "
                "what is known of the site stays as it is"
            )
