"""The line that announces an agenda item: "Punkt 3.", with what else may stand on it.

Besides the number it may carry a marking ("Punkt 3 (lukket)", "Lukket punkt 3.") and the title
("Punkt 3: Takster"; a heading needs no colon: "Punkt 3 Takster"). "Punkt 3.1 - Takster" is a point
of a decision and announces nothing.
"""

import re
from dataclasses import dataclass

from ingest.document import Visibility
from ingest.marking import closed_by_title, is_mark, mark

LINE = re.compile(
    r"(?:(?P<before>\w+(?: \w+)?)[.:]? )?(?P<word>punkt) (?P<first>\d{1,3})"
    r"(?: ?[+–-] ?(?P<last>\d{1,3})(?!\d))?(?P<after>(?:[.:,]?(?:\s|$)|\s*[(\[–—-]).*|[.:]?)",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[(\[](?P<mark>[^)\]]{1,40})[)\]][.:]?\s*[–—-]?\s*(?P<title>.*)")
SEPARATOR = re.compile(r"[.:,]?\s*[–—-]\s+|[.:]\s+")
LONGEST = 250  # characters


@dataclass(frozen=True, slots=True)
class Punkt:
    """What a line announces: items `first` to `last`, the mark and the title on the line."""

    first: int
    last: int
    mark: str | None = None
    title: str = ""

    @property
    def closed(self) -> bool:
        """Whether the line itself closes its items."""
        marked = self.mark is not None and mark(self.mark) is Visibility.CLOSED
        return marked or closed_by_title(self.title)


def punkt_of(text: str, *, heading: bool = False) -> Punkt | None:
    """What the line announces; `None` where it is no such line.

    `heading` says that the line is one by the file's own styles.
    """
    found = LINE.fullmatch(text) if len(text) <= LONGEST else None
    if not found:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    before = found["before"] or ""
    own = before if is_mark(before) else None
    if own is None and not _written(before, found["word"]):
        return None
    rest = _rest(found["after"], heading=heading)
    if rest is None:
        return None
    return Punkt(first, last, own or rest[0], rest[1])


def _written(before: str, word: str) -> bool:
    """A heading is written in capitals, with one word before it at most ("Afslutning Punkt 3")."""
    return word[0] == "P" and (not before or (before[0].isupper() and " " not in before))


def _rest(after: str, *, heading: bool) -> tuple[str | None, str] | None:
    """The mark and the title after the number; `None` where something else follows."""
    if after in ("", ".", ":"):
        return None, ""
    separator = SEPARATOR.match(after)
    tail = (after[separator.end() :] if separator else after.lstrip(".:, ")).strip()
    bracketed = BRACKETED.fullmatch(tail)
    if bracketed and mark(bracketed["mark"]) is not None:
        return bracketed["mark"], bracketed["title"]
    if is_mark(tail.rstrip(".:")):
        return tail, ""
    return (None, tail) if (separator or heading) and tail[:1].isupper() else None
