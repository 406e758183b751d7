"""What a site asks of robots: robots.txt, and the marks of a page."""

import re
from collections.abc import Iterable, Mapping

from protego import Protego

MOST_DELAY = 10.0  # seconds between requests that we let a site ask for


class Rules:
    """A robots.txt, read for our name (RFC 9309)."""

    def __init__(self, text: str, agent: str) -> None:
        self._agent = token(agent)
        self._parsed = Protego.parse(text)

    def allow(self, url: str) -> bool:
        """Whether we may ask for this address."""
        return bool(self._parsed.can_fetch(url, self._agent))

    @property
    def delay(self) -> float:
        """Seconds between requests that the site asks for."""
        return min(self._parsed.crawl_delay(self._agent) or 0.0, MOST_DELAY)


def token(agent: str) -> str:
    """The name in a User-Agent that robots.txt speaks of: "Aftalesvar/1.0 (...)" is Aftalesvar."""
    return re.split(r"[/\s]", agent.strip(), maxsplit=1)[0]


def marks(
    headers: Mapping[str, str], metas: Iterable[tuple[str, str]], agent: str
) -> frozenset[str]:
    """What a page asks of us: of "noindex" and "nofollow", those that hold.

    `metas` are the names and contents of its meta elements. "none" means both.
    """
    ours = token(agent).lower()
    said = [content for name, content in metas if name.lower() in ("robots", ours)]
    words = set(re.split(r"[\s,;]+", " ".join(said).lower()))
    words |= _of_header(headers.get("x-robots-tag", "").lower(), ours)
    if "none" in words:
        words |= {"noindex", "nofollow"}
    return frozenset(words & {"noindex", "nofollow"})


def _of_header(value: str, ours: str) -> set[str]:
    """The directives for all and for us; "name: a, b" goes on to the next name."""
    found = set()
    name = "*"
    for part in value.split(","):
        before, colon, after = part.rpartition(":")
        if colon and not before.strip().startswith("unavailable_after"):
            name = before.strip()
        if name in ("*", ours):
            found.add((after if colon else part).strip())
    return found
