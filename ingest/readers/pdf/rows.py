"""Words to rows: what stands on one base line, in pieces where there is a wide gap."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise

from ingest.extract import guarded, literal, struck
from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.words import Word

SAME_BASE = 0.28  # of the font size
RAISED = 0.88  # of the font size beside it; smaller text above or below the line is a note's mark
WIDE = 1.0  # of the font size; no word space is wider, but in the worst justified line
SPACE = 0.12  # of the font size
LABEL_GAP = 60.0  # points from a list item's label to its text
LABEL = re.compile(r"[^\w\s]|[o\uf000-\uf0ff]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z])[.)]")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Piece:
    """Words beside each other, with no wide gap between them."""

    words: list[Word]
    raised: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def box(self) -> Box:
        """Around all words."""
        lefts, tops, rights, bottoms = zip(*(word.box for word in self.words), strict=True)
        return Box(min(lefts), min(tops), max(rights), max(bottoms))

    @cached_property
    def main(self) -> Word:
        """The word whose style has the most characters."""
        if len({word.style.size for word in self.words}) == 1:
            return self.words[0]
        counts: dict[float, int] = {}
        for word in self.words:
            size = round(word.style.size, 1)
            counts[size] = counts.get(size, 0) + len(word.text)
        size = max(counts, key=lambda s: (counts[s], s))
        return next(word for word in self.words if round(word.style.size, 1) == size)

    @property
    def size(self) -> float:
        """The font size of most of it."""
        return self.main.style.size

    @property
    def base(self) -> float:
        """Its base line."""
        return self.main.base

    @cached_property
    def bold(self) -> bool:
        """Whether all that counts in it is bold."""
        return all(w.style.bold or not (w.covered or _counts(w.text)) for w in self.words)

    @cached_property
    def covered(self) -> bool:
        """Whether nothing of it is seen but a box."""
        return all(word.covered for word in self.words)

    @cached_property
    def spelt(self) -> list[tuple[str, bool]]:
        """The words as they are written, each with whether a space stands before it."""
        words = self.words
        out = [(_first(words[0], self), False)]
        for last, word in pairwise(words):
            raised = word.first in self.raised
            text = word.text.translate(SUPERSCRIPT) if raised else word.text
            if word.covered and last.covered:  # one sign for all of them
                out.append(("", False))
            else:
                out.append((text, _spaced(last, word, raised=raised)))
        return out

    @cached_property
    def plain(self) -> str:
        """The text as it is printed, without marks."""
        return "".join(f" {text}" if apart else text for text, apart in self.spelt)

    @cached_property
    def text(self) -> str:
        """The text in the notation of an extract, what is struck marked."""
        if not any(word.struck for word in self.words):
            return literal(self.plain)
        parts = []
        pairs = zip(self.words, self.spelt, strict=True)
        for mark, group in groupby(pairs, key=lambda pair: pair[0].struck):
            run = literal("".join(f" {text}" if apart else text for _, (text, apart) in group))
            parts.append(struck(guarded(run)) if mark else guarded(run))
        return "".join(parts)


def places(piece: Piece) -> list[tuple[int, int]]:
    """Where each of the piece's words stands in its text."""
    out: list[tuple[int, int]] = []
    position = 0
    for text, _ in piece.spelt:
        word = literal(text)
        found = piece.text.find(word, position)
        start = found if found >= 0 else position
        position = min(start + len(word), len(piece.text))
        out.append((start, position))
    return out


def _counts(text: str) -> bool:
    return any(map(str.isalnum, text))


def _first(word: Word, piece: Piece) -> str:
    """The first word, a bullet of whatever font as one."""
    text = word.text.translate(SUPERSCRIPT) if word.first in piece.raised else word.text
    if word.style.symbol or "\uf000" <= text[0] <= "\uf0ff":
        return f"•{text[1:]}" if len(text) == 1 or not text[0].isalnum() else text
    return "•" if text == "o" and len(piece.words) > 1 and _apart(word, piece) else text


def _apart(word: Word, piece: Piece) -> bool:
    """Whether a first "o" is a bullet: it stands away from the text."""
    return piece.words[1].box.x0 - word.box.x1 > 0.6 * word.style.size


def _spaced(last: Word, word: Word, *, raised: bool) -> bool:
    gap = word.box.x0 - last.box.x1
    if raised and gap < 0.3 * last.style.size:
        return False
    if word.first == last.last + 1:
        return gap > 0.5 * word.style.size
    return word.spaced or gap > SPACE * word.style.size


Row = list[Piece]


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows from top to bottom, each in pieces from left to right."""
    lines: list[list[Word]] = []
    near: Word | None = None
    for word in sorted(words, key=lambda w: (w.base, w.box.x0)):
        if near and word.base - near.base <= SAME_BASE * min(near.style.size, word.style.size):
            lines[-1].append(word)
        else:
            lines.append([word])
            near = word
    return [_pieces(*line) for line in _with_raised(lines)]


def _with_raised(lines: list[list[Word]]) -> list[tuple[list[Word], frozenset[int]]]:
    """The lines with the small marks above or below them put where they belong."""
    out: list[tuple[list[Word], frozenset[int]]] = []
    pending: list[Word] = []
    for index, line in enumerate(lines):
        small = _hanging(line, lines[index + 1] if index + 1 < len(lines) else [])
        under = _hanging([w for w in line if w not in small], out[-1][0] if out else [])
        rest = [w for w in line if w not in small and w not in under] if small or under else line
        if under:
            out[-1] = (out[-1][0] + under, out[-1][1])
        if rest:
            marks = frozenset(w.first for w in pending if w.text.isdigit())
            if not _even(rest, rest):
                marks |= {w.first for w in rest if w.text.isdigit() and _is_raised(w, rest)}
            out.append((rest + pending, marks))
            pending = []
        pending += small
    if pending:
        out.append((pending, frozenset()))
    return out


def _even(line: list[Word], other: list[Word]) -> bool:
    """Whether no word of the line is small beside the other line, as nearly always."""
    sizes = {word.style.size for word in line}
    others = sizes if line is other else {word.style.size for word in other}
    return min(sizes, default=0.0) > RAISED * max(others, default=0.0)


def _hanging(line: list[Word], other: list[Word]) -> list[Word]:
    return [] if _even(line, other) else [word for word in line if _hangs_on(word, other)]


def _is_raised(word: Word, line: list[Word]) -> bool:
    """Whether a small figure stands a little above the base line of what is before it."""
    return any(
        word.style.size <= RAISED * other.style.size
        and other.base - word.base > 0.08 * other.style.size
        and abs(word.box.x0 - other.box.x1) < 0.3 * other.style.size
        for other in line
    )


def _hangs_on(word: Word, line: list[Word]) -> bool:
    """Whether a small word stands beside one of a line, above or below its base line."""
    y = word.middle[1]
    return any(
        word.style.size <= RAISED * other.style.size
        and other.box.top - 0.15 * other.style.size <= y <= other.box.bottom
        and -0.6 * other.style.size <= word.box.x0 - other.box.x1 <= 0.6 * other.style.size
        for other in line
    )


def _pieces(words: list[Word], raised: frozenset[int]) -> Row:
    words = _once(sorted(words, key=lambda w: w.box.x0))
    groups: list[list[Word]] = [[words[0]]]
    edge = words[0].box.x1
    for word in words[1:]:
        gap = word.box.x0 - edge
        if gap > WIDE * word.style.size and not (is_label(groups[-1]) and gap < LABEL_GAP):
            groups.append([word])
        else:
            groups[-1].append(word)
        edge = max(edge, word.box.x1)
    return [Piece(group, raised) for group in groups]


def is_label(words: list[Word]) -> bool:
    """Whether the words are the label of a list item."""
    if any(word.covered for word in words):
        return False
    return len(words) <= 2 and bool(LABEL.fullmatch("".join(word.text for word in words)))


def _once(words: list[Word]) -> list[Word]:
    """The words without those printed a second time at the same place, to look bold."""
    if len({word.text for word in words}) == len(words):
        return words
    out: list[Word] = []
    for word in words:
        reach = 0.15 * word.style.size
        if not any(
            other.text == word.text
            and abs(other.box.x0 - word.box.x0) < reach
            and abs(other.base - word.base) < reach
            for other in out[-6:]
        ):
            out.append(word)
    return out
