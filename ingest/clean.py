"""Text for reading, with a map back to the original: nothing is invented, only left out.

Line-end hyphens, soft hyphens, footnote marks, emphasis marks and tags go; every run of white
space becomes one space; a bullet of any shape becomes "•".
"""

import re
from collections.abc import Iterable

from ingest.document import Run
from ingest.lines import Line

BULLET_GLYPHS = "\uf0b7\uf0a7\u25aa\u25cf\u27a2\u27a4\u25e6"
NOT_PRINTED = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
FOOTNOTE_MARK = re.compile(r"(?<=[^\sm]) ?[¹²³⁰⁴-⁹]+")
TAG = re.compile(r"</?[a-z][^<>\n]{0,200}>", re.IGNORECASE)
EMPHASIS = re.compile(r"\*{1,2}(?=\S)|(?<=\S)\*{1,2}")
LINK = re.compile(r"\[(?=[^\]\n]{1,200}\]\()|\]\([^)\s]*\)")
# "forlæn-" + "gelse" is one word; "videns-" + "og erfaringsudveksling" keeps its hyphen.
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?!(?:og|eller|samt|til|m\.)\b)(?=[a-zæøåéü])")
LEAVE_OUT = (NOT_PRINTED, TAG, LINK, EMPHASIS, FOOTNOTE_MARK, BROKEN_WORD)
STRUCK = re.compile(r"~~(?P<text>.*?)(?:~~|\Z)", re.DOTALL)


def joined(lines: Iterable[Line]) -> tuple[str, list[int]]:
    """The lines as one text with newlines between, and the place of each of its characters."""
    text: list[str] = []
    places: list[int] = []
    for line in lines:
        if text:
            text.append("\n")
            places.append(places[-1] + 1 if places else line.start)
        text.append(line.text)
        places.extend(range(line.start, line.start + len(line.text)))
    return "".join(text), places


def clean(raw: str, places: list[int]) -> tuple[str, tuple[Run, ...]]:
    """`raw` cleaned, and the runs that map it back; `places` has the place of each character."""
    keep = bytearray(b"\1") * len(raw)
    for pattern in LEAVE_OUT:
        for match in pattern.finditer(raw):
            keep[match.start() : match.end()] = bytes(match.end() - match.start())
    out: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(raw):
        if not keep[index]:
            continue
        if char.isspace():
            if out and out[-1] != " ":
                out.append(" ")
                origins.append(places[index])
            continue
        out.append("•" if char in BULLET_GLYPHS else char)
        origins.append(places[index])
    if out and out[-1] == " ":
        out.pop()
        origins.pop()
    return "".join(out), _runs(origins)


def _runs(origins: list[int]) -> tuple[Run, ...]:
    runs: list[Run] = []
    start = 0
    for index in range(1, len(origins) + 1):
        if index == len(origins) or origins[index] != origins[index - 1] + 1:
            runs.append(Run(start, origins[start], index - start))
            start = index
    return tuple(runs)


def cut(raw: str, places: list[int], keep: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """Only the ranges `keep` of `raw`, with their places."""
    text = "".join(raw[start:end] for start, end in keep)
    return text, [place for start, end in keep for place in places[start:end]]
