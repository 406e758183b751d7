"""Text in pieces, each struck, inserted or neither, and how they are put together to a line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from operator import attrgetter

from ingest.document import Link
from ingest.extract import guarded, inserted, literal, struck


class State(Enum):
    """What has become of a piece of text."""

    PLAIN = "plain"
    INSERTED = "inserted"
    STRUCK = "struck"

    def within(self, outer: "State") -> "State":
        """The state of text in this state inside text in another: what is struck stays struck."""
        both = (self, outer)
        return next((one for one in (State.STRUCK, State.INSERTED) if one in both), State.PLAIN)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one state; `address` is where it leads."""

    text: str
    state: State = State.PLAIN
    address: str | None = None


# Pieces of their own, which no text can be mistaken for as `literal` leaves none of these in it.
LINE_BREAK = Piece("\n")
PAGE_BREAK = Piece("\f")
CELL_END = Piece("\t")
BREAKS = (LINE_BREAK, PAGE_BREAK)

SPACE = Piece(" ")
TABS = re.compile(r"[ \t]*\t[ \t]*")
# A label that was typed: "1.", "2.3", "a)", "§ 4", "Punkt 3", followed by words.
TYPED_LABEL = re.compile(
    r"\A((?:(?:punkt|pkt\.|bilag|kapitel|afsnit|§+)\s?)?\d{1,2}(?:\.\d{1,2})*[.):]*"
    r"|\(?[a-zæøå][.):]+|[-–•·])\t(?=[^\W\d_])",
    re.IGNORECASE,
)
MARKED: dict[State, Callable[[str], str]] = {
    State.PLAIN: str,
    State.INSERTED: inserted,
    State.STRUCK: struck,
}


def split(pieces: Iterable[Piece], at: tuple[Piece, ...]) -> Iterator[tuple[list[Piece], Piece]]:
    """The pieces up to each of the breaks `at`, with that break; the last ends as a line does."""
    group: list[Piece] = []
    for piece in pieces:
        if piece in at:
            yield group, piece
            group = []
        else:
            group.append(piece)
    yield group, LINE_BREAK


def flat(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces as they stand in a cell, where breaks and tabs are spaces."""
    return [
        SPACE if piece in BREAKS else replace(piece, text=piece.text.replace("\t", " "))
        for piece in pieces
    ]


def is_blank(pieces: Iterable[Piece]) -> bool:
    """Whether there is nothing to read."""
    return not any(piece.text.strip() for piece in pieces)


def state_of(pieces: Iterable[Piece]) -> State:
    """The state that all of the text is in; plain where it is in several."""
    states = {piece.state for piece in pieces if piece.text.strip()}
    return states.pop() if len(states) == 1 else State.PLAIN


def tidy(pieces: list[Piece], *, contents: bool = False) -> list[Piece]:
    """Pieces without space at the ends, a tab between columns and a space after a typed label;
    `contents` says that they are an entry in a table of contents."""
    kept = _trimmed(_merged(pieces))
    kept = [replace(piece, text=TABS.sub("\t", piece.text)) for piece in kept]
    if kept and (contents or "".join(piece.text for piece in kept).count("\t") == 1):
        kept[0] = replace(kept[0], text=TYPED_LABEL.sub(r"\1 ", kept[0].text, count=1))
    return kept


def composed(pieces: list[Piece], start: int = 0) -> tuple[str, list[Link]]:
    """The text in the notation of `ingest.extract`, with its links where it begins at `start`."""
    line: list[str] = []
    links: list[Link] = []
    merged = _merged(pieces)
    alone = len(merged) == 1 and merged[0].state is State.PLAIN
    made = str if alone else guarded
    for state, group in groupby(merged, key=attrgetter("state")):
        parts = [(made(literal(piece.text)), piece.address) for piece in group]
        text = "".join(part for part, _ in parts)
        marked = MARKED[state](text)
        mark = (len(marked) - len(text)) // 2
        place = start
        for part, address in parts:
            if address and part.strip():
                begin = place + mark + len(part) - len(part.lstrip())
                links.append(Link(begin, place + mark + len(part.rstrip()), address))
            place += len(part)
        line.append(marked)
        start += len(marked)
    return "".join(line), links


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours alike as one, where white space between two struck pieces is struck as they."""
    joined = _joined(pieces)
    for index in range(1, len(joined) - 1):
        before, piece, after = joined[index - 1 : index + 2]
        if before.state is after.state and not piece.text.strip() and "\t" not in piece.text:
            joined[index] = replace(piece, state=before.state)
    return _joined(joined)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    groups = groupby((one for one in pieces if one.text), key=lambda one: (one.state, one.address))
    return [Piece("".join(one.text for one in group), *key) for key, group in groups]


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    kept = [piece for piece in pieces if piece.text]
    while kept and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept
