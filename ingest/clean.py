"""Text for reading, with a map back to the original: nothing is invented, only left out.

Line-end hyphens, soft hyphens, footnote marks, emphasis marks and tags go; every run of white
space becomes one space; a bullet of any shape becomes "•".
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from ingest.document import Run
from ingest.lines import Line

Places = tuple[Run, ...]

BULLET_GLYPHS = "\uf0b7\uf0a7\u25aa\u25cf\u27a2\u27a4\u25e6"
NOT_PRINTED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
# After a figure it may be a power; what is known to be a footnote there is gone, see `notes.py`.
FOOTNOTE_MARK = re.compile(r"(?<=[^\sm\d¹²³⁰⁴-⁹]) ?[¹²³⁰⁴-⁹]+")
# Only what marks up a text; "<" also stands for "less than" and around addresses.
TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|ul|ol|li|em|strong|sub|sup|span|div|small|table|thead|tbody|tr|t[dh]|h[1-6])"
    r"(?:\s[^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
# Pairs at the edges of words, one in the other; "2*3" is a product and "346*" has a note.
STARS = re.compile(
    r"(?<![\w*])(?P<opens>\*{1,3})(?=[^\s*])|(?<=[^\s*])(?P<ends>\*{1,3})(?![^\W¹²³⁰⁴-⁹]|\*)"
)
ENDING = re.compile(r"(?<=[^\s*])\*+(?![^\W¹²³⁰⁴-⁹]|\*)")
LINK = re.compile(r"\[(?=[^\]\n]{1,200}\]\()|\]\([^)\s]*\)")
# "forlæn-" + "gelse" is one word; "videns-" + "og erfaringsudveksling" keeps its hyphen.
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?!(?:og|eller|samt|til|m\.)\b)(?=[a-zæøåéü])")
# "10-" + "11 pladser" is a range
BROKEN_RANGE = re.compile(r"(?<=\d[-–])[ \t]*\n\s*(?=\d)")
# A text without any of these has nothing to leave out; most have none.
SUSPECT = re.compile(
    r"[<\[\]*~{+¹²³⁰⁴-⁹\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u2060\ufeff]|[-–][ \t]*\n"
)
INSERTED = "{++"
MARKED = re.compile(r"~~|\{\+\+|\+\+\}")  # struck passages are cut out, their marks are left
LEAVE_OUT = (NOT_PRINTED, TAG, LINK, FOOTNOTE_MARK, BROKEN_WORD, BROKEN_RANGE, MARKED)
# A mark that is not closed strikes its paragraph, which is all that stands in `raw` here.
STRUCK = re.compile(r"~~(?P<text>.*?)(?:~~|\Z)", re.DOTALL)
# Text between white space that has to change; one plain space stays as it is.
PIECE = re.compile(r"\S+(?: \S+)*|(?P<space>\s+)")
BULLETS = str.maketrans(dict.fromkeys(BULLET_GLYPHS, "•"))


def joined(lines: Iterable[Line]) -> tuple[str, Places]:
    """The lines as one text with newlines between, and the runs that map it to its places."""
    text: list[str] = []
    places: list[Run] = []
    length = 0
    for line in lines:
        text.append(line.text)
        places.append(Run(length, line.start, len(line.text) + 1))
        length += len(line.text) + 1
    return "\n".join(text), tuple(places)


def clean(raw: str, places: Places) -> tuple[str, Places]:
    """`raw` cleaned, and the runs that map it back; `places` are those of `raw`."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    for start, end in _kept(raw):
        for match in PIECE.finditer(raw, start, end):
            if match["space"] is None:
                pieces.append(match.group().translate(BULLETS))
                spans.append(match.span())
            elif pieces and pieces[-1] != " ":
                pieces.append(" ")
                spans.append((match.start(), match.start() + 1))
    if pieces and pieces[-1] == " ":
        pieces.pop()
        spans.pop()
    return "".join(pieces), _placed(places, spans)


def cleaned(raw: str) -> str:
    """`raw` cleaned, where nobody asks for the places."""
    return clean(raw, (Run(0, 0, len(raw)),))[0]


def cut(raw: str, places: Places, keep: list[tuple[int, int]]) -> tuple[str, Places]:
    """Only the ranges `keep` of `raw`, with their places."""
    return "".join(raw[start:end] for start, end in keep), _placed(places, keep)


def _kept(raw: str) -> Iterator[tuple[int, int]]:
    """The ranges of `raw` that are read."""
    if not SUSPECT.search(raw):
        return iter([(0, len(raw))] if raw else [])
    keep = bytearray(b"\1") * len(raw)
    for pattern in LEAVE_OUT:
        for match in pattern.finditer(raw):
            keep[match.start() : match.end()] = bytes(match.end() - match.start())
    for place in _emphasis(raw) if "*" in raw else ():
        keep[place] = 0
    return (match.span() for match in re.finditer(rb"\x01+", keep))


def _emphasis(raw: str) -> Iterator[int]:
    """The places of the stars that stand in pairs around words."""
    open_: list[int] = []
    for match in STARS.finditer(raw):
        stars = range(*match.span())
        ends = match["ends"] or (open_ and ENDING.match(raw, match.start()))
        if not ends:
            open_.extend(stars)
        elif len(open_) >= len(stars):
            yield from (*stars, *open_[-len(stars) :])
            del open_[-len(stars) :]


def _placed(places: Places, spans: list[tuple[int, int]]) -> Places:
    """The runs of the text that the `spans` of another text make, one after the other."""
    runs: list[Run] = []
    length = 0
    for start, end in spans:
        index = bisect_right(places, start, key=attrgetter("clean")) - 1
        while start < end:
            run = places[index]
            size = min(end, run.clean + run.length) - start
            origin = run.origin + start - run.clean
            if runs and runs[-1].origin + runs[-1].length == origin:
                runs[-1] = Run(runs[-1].clean, runs[-1].origin, runs[-1].length + size)
            else:
                runs.append(Run(length, origin, size))
            length += size
            start += size
            index += 1
    return tuple(runs)
