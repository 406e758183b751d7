"""Whether a reply has anything of what is closed: every byte of it is looked through."""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

import httpx

from tests.service.rights.closed_items import CLOSED_MARKS, ClosedItem

TAG = re.compile("<[^<>]*>")
NAME = re.compile(r"\b[0-9a-f]{16}(?:[0-9a-f]{16})?\b")
ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Marks:
    """All that must not be found, as one pattern; it is written in ASCII, so nothing escapes it."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, closed: Iterable[ClosedItem]) -> "Marks":
        """The marks of closed items."""
        own = {mark for one in closed for mark in one.marks}
        marks = sorted(own.union(CLOSED_MARKS), key=len, reverse=True)
        return cls(re.compile("|".join(map(_pattern, marks))))

    def found(self, text: str) -> set[str]:
        """Those that stand in a text."""
        return set(self.pattern.findall(text.casefold()))

    def traces(self, response: httpx.Response, said: str) -> set[str]:
        """Those in a reply that were not `said` in the request: what one says may be repeated."""
        # The name of a request or an answer is drawn by lot, and may have any figure in it.
        return self.found(NAME.sub("", whole(response))) - self.found(said)


def _pattern(mark: str) -> str:
    """The mark anywhere; of a bare number only as a number, not among the digits of a score."""
    return rf"(?<![\d.]){mark}(?!\d)" if mark.isdecimal() else re.escape(mark)


def whole(response: httpx.Response) -> str:
    """A reply with its headers as text; what is packed is unpacked."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.multi_items())
    return f"{headers}\n{unpacked(response.content)}"


def unpacked(data: bytes) -> str:
    """The bytes as text, and those of every file inside an archive."""
    if not data.startswith(ZIP):
        text = data.decode("utf-8", errors="replace")
        return f"{text}\n{TAG.sub('', text)}"  # a mark-up tag may stand in the middle of a word
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = (f"{name}\n{unpacked(archive.read(name))}" for name in archive.namelist())
        return "\n".join(inside)
