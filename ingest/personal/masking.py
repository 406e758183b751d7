"""CPR numbers leave the text before anyone indexes it; their places and those of contacts stay."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from ingest.document import Concern, Finding, Link
from ingest.extract import Extract
from ingest.lines import Line, line_of
from ingest.personal import contact, cpr

NUMBER = "CPR number"
ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
DASHES = {"%2D": "  -"}


def masked(extract: Extract) -> Extract:
    """The extract with an "x" for each digit of a CPR number, and a finding for each number.

    Private addresses and telephone numbers are reported and stay.
    """
    numbers = cpr.find(extract.text)
    text = _crossed(extract.text, numbers)
    return replace(
        extract,
        text=text,
        lines=_masked_lines(extract, text, numbers),
        findings=(*map(_masked_finding, extract.findings), *_told(extract, numbers, text)),
        links=tuple(map(_masked_link, extract.links)),
        labels=tuple(map(masked_name, extract.labels)),
        title=masked_name(extract.title) if extract.title else extract.title,
    )


def masked_name(name: str) -> str:
    """A file's name, or another short text, with an "x" for each digit of a CPR number."""
    return _crossed(name, cpr.find(name))


def _crossed(text: str, numbers: list[cpr.Range]) -> str:
    """`text` with an "x" for each letter and digit in the ranges; its length stays."""
    pieces, last = [], 0
    for start, end in numbers:
        crossed = "".join("x" if sign.isalnum() else sign for sign in text[start:end])
        pieces += [text[last:start], crossed]
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text


def _masked_lines(extract: Extract, text: str, numbers: list[cpr.Range]) -> tuple[Line, ...]:
    lines = [_masked_removed(line) for line in extract.lines]
    starts = [line.start for line in lines] if numbers else []
    for at in _touched(starts, numbers):
        after = starts[at + 1] if at + 1 < len(starts) else len(text)
        lines[at] = _masked_line(extract.lines[at], extract.text, text, after)
    return tuple(lines)


def _touched(starts: list[int], numbers: list[cpr.Range]) -> set[int]:
    """Which lines a number stands in; one line may have many, one number two lines."""
    return {
        at
        for start, end in numbers
        for at in range(max(0, bisect_right(starts, start) - 1), bisect_right(starts, end - 1))
    }


def _masked_removed(line: Line) -> Line:
    return replace(line, removed=masked_name(line.removed)) if line.removed else line


def _masked_line(line: Line, old: str, new: str, after: int) -> Line:
    """The line as `new` has it up to `after`, where the next begins; so what was set aside."""
    was, now = old[line.start : after], new[line.start : after]
    written = _copied(line.text, was, now)
    whole = line.removed == " ".join(was.split())
    removed = " ".join(now.split()) if whole else masked_name(line.removed)
    return replace(line, text=written, removed=removed)


def _masked_finding(finding: Finding) -> Finding:
    return replace(finding, what=masked_name(finding.what), where=masked_name(finding.where))


def _masked_link(link: Link) -> Link:
    plain = _unescaped(link.address)
    return replace(link, address=_copied(link.address, plain, _crossed(plain, cpr.find(plain))))


def _unescaped(address: str) -> str:
    """The address with dashes and blanks for its escapes, whose digits are none; as long as it."""
    return ESCAPE.sub(lambda escape: DASHES.get(escape[0].upper(), "   "), address)


def _copied(text: str, was: str, now: str) -> str:
    """`text` with the same changes that made `now` of `was`, place by place."""
    return "".join(own if a == b else b for own, a, b in zip(text, was, now, strict=False))


def _told(extract: Extract, numbers: list[cpr.Range], text: str) -> Iterator[Finding]:
    """All that must be told, in the order text, title, links; `text` has no numbers any more."""
    for start, _ in numbers:
        yield _finding(extract, start, Concern.CPR, NUMBER)
    for _ in cpr.find(extract.title or ""):
        yield Finding(Concern.CPR, NUMBER, "title", line=1)
    for start, _, what in contact.find(text):
        yield _finding(extract, start, Concern.CONTACT, what)
    for link in extract.links:
        for _ in cpr.find(_unescaped(link.address)):
            yield _finding(extract, link.start, Concern.CPR, NUMBER, "link")
        for _, _, what in contact.find(link.address):
            yield _finding(extract, link.start, Concern.CONTACT, what, "link")


def _finding(extract: Extract, start: int, concern: Concern, what: str, where: str = "") -> Finding:
    at = bisect_right(extract.lines, start, key=attrgetter("start")) - 1
    page = extract.lines[at].page if at >= 0 else None
    return Finding(concern, what, where, line_of(extract.text, start), page)
