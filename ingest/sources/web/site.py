"""Which pages of which hosts belong to a source, and how its hosts are to be treated."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import unquote

import httpx

from ingest.sources.source import SourceError
from ingest.sources.web.address import host_of, normal, port_of, target_of

MB = 10**6
AGENT = "Aftalesvar"
PORTS = (80, 443)


@dataclass(frozen=True, slots=True)
class Site:
    """Web pages as a source.

    Only hosts in `hosts` are asked, where none is given those of the start pages. `include` and
    `exclude` are patterns for path and query such as `/referater/*`; start pages are looked at for
    links whatever the patterns. `depth` is how many links lead from a start page to a document,
    `delay` the seconds between requests to a host, `seconds` those of a request in all, and `alike`
    how many new pages may differ in numbers or the query only, as those of a calendar do.
    """

    start: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    depth: int = 2
    pages: int = 2000
    alike: int = 300
    delay: float = 1.0
    largest: int = 50 * MB
    page_largest: int = 10 * MB
    in_all: int = 5000 * MB
    seconds: float = 20.0
    agent: str = AGENT


class Scope:
    """Tells the addresses of a site from others; raises `SourceError` on a wrong start page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.start = tuple(dict.fromkeys(_start(link) for link in site.start))
        if not self.start:
            raise SourceError("a web source needs at least one start page, such as https://…")
        self._hosts = frozenset(_hosts(site.hosts) if site.hosts else map(host_of, self.start))
        self._ports = frozenset(PORTS) | {port_of(url) for url in self.start}

    def reaches(self, url: str) -> bool:
        """Whether the address is on one of the site's hosts."""
        return host_of(url) in self._hosts and port_of(url) in self._ports

    def usual_port(self, url: str) -> bool:
        """Whether the port is one for the web, or one that a start page names."""
        return port_of(url) in self._ports

    def wants(self, url: str) -> bool:
        """Whether the page at the address is one of the source's documents."""
        include, exclude = self._site.include, self._site.exclude
        if not self.reaches(url) or _matches(url, exclude):
            return False
        return not include or _matches(url, include)


def _matches(url: str, patterns: tuple[str, ...]) -> bool:
    """In either spelling: `/møder/*` is what people write and `/m%C3%B8der/1` what links say."""
    target = target_of(url)
    return any(fnmatchcase(form, p) for form in (target, unquote(target)) for p in patterns)


def _start(link: str) -> str:
    url = normal(link)
    if url is None:
        raise SourceError(f"{link!r} is no address of a web page; write it as https://host/path")
    return url


def _hosts(names: tuple[str, ...]) -> Iterable[str]:
    for name in names:
        try:
            yield httpx.URL(f"http://{name}/").raw_host.decode("ascii")
        except httpx.InvalidURL as error:
            raise SourceError(f"{name!r} is no host; write it as www.eksempel.dk") from error
