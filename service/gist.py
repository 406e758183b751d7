"""The gist of a long quote: its telling sentences, word for word, and a mark where some are out."""

import re

from index import sentences
from ingest.terms import OUTCOMES
from service import texts
from service.evidence import Evidence, Rarity, fits
from service.places import DECIDED, NOTED
from service.question import Question

SHORT = 500  # characters; what is shorter is told whole
FITTING = 0.15
DECIDING = 0.35
LIST_LEAD = re.compile(r":\s*$")
LIST_ITEM = re.compile(r"(?:[•–-]|o) |\d+[.)] ")


def gist(question: Question, evidence: Evidence, rarity: Rarity) -> str:
    """The quote's sentences that say most of what is asked, in their order, `SHORT` or a bit more.

    A list keeps its lead, and an item of it never stands without the others.
    """
    text = evidence.text
    units = _units(text)
    if len(text) <= SHORT or len(units) < 3:
        return text
    deciding = evidence.first.ref.section in OUTCOMES
    scored = [(_worth(question, text[a:b], rarity, deciding=deciding), a, b) for a, b in units]
    kept: list[tuple[int, int]] = []
    for _, a, b in sorted(scored, key=lambda unit: (-unit[0], unit[1])):
        if kept and sum(y - x for x, y in kept) + b - a > SHORT:
            continue
        kept.append((a, b))
    return _joined(text, units, sorted(kept))


def _units(text: str) -> list[tuple[int, int]]:
    """Sentences; a list with its lead is one unit, and so is a heading with what it heads."""
    found: list[tuple[int, int]] = []
    open_list = False
    for a, b in sentences(text):
        piece = text[a:b]
        goes_on = open_list and (LIST_ITEM.match(piece) is not None)
        heads = bool(found) and text[found[-1][1] - 1] not in ".:;!?" and not LIST_ITEM.match(piece)
        if found and (goes_on or heads):
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
        open_list = goes_on or bool(LIST_LEAD.search(piece))
    return found


def _worth(question: Question, piece: str, rarity: Rarity, *, deciding: bool) -> float:
    worth = rarity.share(question.text, piece)
    if fits(question, piece):
        worth += FITTING
    if deciding and (DECIDED.search(piece) or NOTED.search(piece)):
        worth += DECIDING
    return worth


def _joined(text: str, units: list[tuple[int, int]], kept: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    last = -1
    for a, b in kept:
        position = units.index((a, b))
        if position != last + 1:
            pieces.append(f" {texts.DELETED_PART} ")
        elif pieces:
            pieces.append(text[units[last][1] : a])
        pieces.append(text[a:b])
        last = position
    if last != len(units) - 1:
        pieces.append(f" {texts.DELETED_PART}")
    return "".join(pieces).strip()
