"""What a crawler needs of an HTML page: where it leads, and whether it is what it seems."""

import codecs
import hashlib
import re
from dataclasses import dataclass

from lxml import etree

MOST_LINKS = 5000
MOST_TEXT = 20_000  # characters of the main text that are looked at
SILENT = frozenset({"script", "style", "noscript", "template", "svg"})
AROUND = frozenset({"nav", "header", "footer", "form", "aside", "button"})
NAMES = frozenset({"title", "h1"})
REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page. Links are as they stand; `digest` is of all its words, `main` its text without
    navigation, `called` its title and main heading, `refresh` where it sends its reader."""

    links: tuple[str, ...] = ()
    base: str | None = None
    canonical: str | None = None
    metas: tuple[tuple[str, str], ...] = ()
    refresh: str | None = None
    password: bool = False
    called: str = ""
    main: str = ""
    digest: str = ""


def parse(data: bytes) -> Page:
    """Reads a page of any quality; what is no HTML is an empty page."""
    collector = _Collector()
    parser = etree.HTMLParser(
        target=collector, encoding=_encoding(data), no_network=True, remove_pis=True
    )
    try:
        parser.feed(data)
        parser.close()
    except etree.LxmlError:
        pass  # what was found until then is what there is
    return collector.page()


def _encoding(data: bytes) -> str | None:
    """UTF-8 is recognised by itself; of others the page tells."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


class _Collector:
    """Takes the parser's events, so that no tree is built of a page made to fill the memory."""

    def __init__(self) -> None:
        self._links: dict[str, None] = {}
        self._metas: list[tuple[str, str]] = []
        self._first: dict[str, str] = {}  # base, canonical, refresh
        self._open: dict[frozenset[str], int] = {SILENT: 0, AROUND: 0, NAMES: 0}
        self._password = False
        self._called: list[str] = []
        self._main: list[str] = []
        self._length = 0
        self._digest = hashlib.sha256()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._count(tag, 1)
        if tag in ("a", "area"):
            self._link(attributes.get("href"))
        elif tag == "meta":
            self._meta(attributes)
        elif tag == "base" and attributes.get("href"):
            self._first.setdefault("base", attributes["href"])
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._first.setdefault("canonical", attributes.get("href", ""))
        elif tag == "input" and attributes.get("type", "").strip().lower() == "password":
            self._password = True

    def end(self, tag: str) -> None:
        """An element ends."""
        self._count(tag, -1)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._open[SILENT]:
            return
        if self._open[NAMES]:
            self._called.append(text)
        for word in text.split():
            self._digest.update(word.encode("utf-8", "replace") + b" ")
        if not self._open[AROUND] and not self._open[NAMES] and self._length < MOST_TEXT:
            self._main.append(text[:MOST_TEXT])
            self._length += len(text)

    def close(self) -> None:
        """The page ends."""

    def page(self) -> Page:
        """What was found."""
        return Page(
            links=tuple(self._links),
            base=self._first.get("base"),
            canonical=self._first.get("canonical"),
            metas=tuple(self._metas),
            refresh=self._first.get("refresh"),
            password=self._password,
            called=" ".join(" ".join(self._called).split())[:500],
            main=" ".join(" ".join(self._main).split()),
            digest=self._digest.hexdigest(),
        )

    def _count(self, tag: str, change: int) -> None:
        for kind in self._open:
            if tag in kind:
                self._open[kind] = max(0, self._open[kind] + change)

    def _link(self, href: str | None) -> None:
        if href and len(self._links) < MOST_LINKS:
            self._links.setdefault(href)

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content", "")
        if attributes.get("http-equiv", "").strip().lower() == "refresh":
            target = REFRESH.match(content)
            if target:
                self._first.setdefault("refresh", target[1])
                self._link(target[1])
        elif "name" in attributes and len(self._metas) < 100:
            self._metas.append((attributes["name"], content))
