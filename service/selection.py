"""Choosing what to tell: the sections that most of the belief is in, and their telling pieces."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from service.question import Question, Wanted
from service.units import Section
from service.weighing import Weighed

SECTIONS = 3  # told at most
TIMES = 4  # told at most where a course of events is asked for
NEAR = 0.5  # share of the best section's belief that another needs to be told too
NEAR_IN_TIME = 0.01
FIRST, OTHERS = 1_000, 400  # characters told of the best section and of another
OF_A_TIME = 400
ON_SUBJECT = 0.6  # share of the best section's words of the question that another must have
TELLING_ROW, ROWS = 0.7, 4  # of a table; its rows are much alike, and only some are asked for
TELLING = 0.005  # share of the best piece's odds that another of its section needs


@dataclass(frozen=True, slots=True)
class Picked:
    """A section and what is told of it, in reading order; `belief` is its share of all, 0 to 1."""

    section: Section
    pieces: tuple[Weighed, ...]
    belief: float

    @property
    def start(self) -> int:
        """Where the first piece begins in the section's text."""
        return self.pieces[0].unit.start

    @property
    def end(self) -> int:
        """Where the last piece ends in the section's text."""
        return self.pieces[-1].unit.end


Read = tuple[Section, Sequence[Weighed]]


def picked(question: Question, read: Sequence[Read]) -> list[Picked]:
    """What to tell, best first; of a course of events the best of each time, oldest first."""
    beliefs = _beliefs(read)
    order = sorted(range(len(read)), key=lambda number: -beliefs[number])
    order = [number for number in order if read[number][1]]
    if not order:
        return []
    if question.course:
        return _by_time(question, read, beliefs, order)
    best = beliefs[order[0]]
    least = ON_SUBJECT * _words(read[order[0]])
    near = [
        n
        for n in order[:SECTIONS]
        if n == order[0]
        or (
            (beliefs[n] >= NEAR * best and _words(read[n]) >= least)
            and not _worse_rows(read[n], read[order[0]])
        )
    ]
    return [
        Picked(read[n][0], telling(question, read[n][1], OTHERS if place else FIRST), beliefs[n])
        for place, n in enumerate(near)
    ]


def _worse_rows(other: Read, best: Read) -> bool:
    """Whether both are rows, and the other's tell less: a long table is read in several pieces."""
    rows = [max(each[1], key=lambda piece: piece.worth) for each in (other, best)]
    if not all(piece.unit.row for piece in rows):
        return False
    return rows[0].worth < rows[1].worth + math.log(TELLING_ROW)


def _words(read: Read) -> float:
    """The share of the question's words that the best piece and its place have."""
    best = max(read[1], key=lambda piece: piece.worth)
    return best.signs.get("words and place", 0.0)


def telling(question: Question, pieces: Sequence[Weighed], room: int) -> tuple[Weighed, ...]:
    """The best piece and those near it that fit into `room` characters, in reading order."""
    order = sorted(range(len(pieces)), key=lambda number: -pieces[number].worth)
    if question.sought:  # another's figure would be read as the one asked for
        order = [n for n in order if not pieces[n].signs.get("of another")] or order
    rows = pieces[order[0]].unit.row and Wanted.LIST not in question.wanted
    least = pieces[order[0]].worth + math.log(TELLING_ROW if rows else TELLING)
    kept: list[int] = []
    used = 0
    for number in order:
        length = len(pieces[number].unit.told)
        if kept and (used + length > room or pieces[number].worth < least):
            continue
        kept.append(number)
        used += length
    return tuple(pieces[number] for number in sorted(kept[:ROWS] if rows else kept))


def _beliefs(read: Sequence[Read]) -> list[float]:
    """Each section's share of the odds that its pieces have."""
    top = max((piece.worth for _, pieces in read for piece in pieces), default=0.0)
    odds = [sum(math.exp(piece.worth - top) for piece in pieces) for _, pieces in read]
    whole = sum(odds)
    return [each / whole for each in odds] if whole else odds


def _by_time(
    question: Question, read: Sequence[Read], beliefs: Sequence[float], order: Sequence[int]
) -> list[Picked]:
    best: dict[object, int] = {}
    for number in order:
        near = beliefs[number] >= NEAR_IN_TIME * beliefs[order[0]]
        if near and _words(read[number]) >= ON_SUBJECT * _words(read[order[0]]):
            ref = read[number][0].first.ref
            best.setdefault((ref.body, ref.held or ref.edition or ref.title), number)
    found = [
        Picked(read[n][0], telling(question, read[n][1], OF_A_TIME), beliefs[n])
        for n in list(best.values())[:TIMES]
    ]
    return sorted(found, key=lambda each: _when(each.section))


def _when(section: Section) -> tuple[bool, str]:
    ref = section.first.ref
    return ref.held is None, ref.held.isoformat() if ref.held else ref.edition or ""
