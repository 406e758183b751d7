"""Readable names for pages, such as `www.eksempel.dk/moeder/referat.pdf`; never a path to open."""

import re
from collections.abc import Container
from urllib.parse import unquote

from ingest.sources.keeping import digest, plain
from ingest.sources.web.address import target_of

PROGRAM = re.compile(r"\.(html?|xhtml|aspx?|php\d?|jsp|cfm)$", re.IGNORECASE)
LONGEST = 180  # characters of a path


def name_of(url: str, suffix: str, taken: Container[str] = ()) -> str:
    """A name for the page with this suffix, told from those `taken` by a digest of its address."""
    stem = _stem(url, suffix)
    name = f"{stem}{suffix}"
    return name if name not in taken else f"{stem}-{digest(url)[:8]}{suffix}"


def _stem(url: str, suffix: str) -> str:
    path, _, query = target_of(url).partition("?")
    host = url.partition("://")[2].partition("/")[0]
    segments = [plain(unquote(segment)) for segment in (host, *path.split("/"))]
    stem = "/".join(segment for segment in segments if segment)
    if path.endswith("/"):
        stem += "/index"
    stem = _without_suffix(stem, suffix)
    tail = plain(unquote(query))
    return f"{stem[:LONGEST]}_{tail}" if tail else stem[:LONGEST]


def _without_suffix(stem: str, suffix: str) -> str:
    if suffix == ".html":
        return PROGRAM.sub("", stem)
    return stem[: -len(suffix)] if suffix and stem.lower().endswith(suffix) else stem
