"""The gist of a long quote: its telling sentences, word for word, and a mark where some are out."""

import re

from index import sentences, words
from ingest.terms import OUTCOMES
from service import texts
from service.evidence import FITTING, Evidence, fits
from service.outcome import tells_outcome
from service.question import Question
from service.rarity import Rarity

SHORT = 500  # characters; what is shorter is told whole
DECIDING = 0.35
PROSE = 150  # characters; a longer line is no table row
MOST_ROWS = 4
NEAR_BEST = 0.9  # share of the best row's worth that another must have to be told too
TOTAL = 0.5
TOTAL_ASKED = re.compile(r"\bsamle(?:t|de)\b|\bi alt\b|\btotal", re.IGNORECASE)
TOTAL_ROW = re.compile(r"\bi alt\b|\bsamlet\b|\btotal", re.IGNORECASE)
# A sentence that begins so means nothing without the one before it.
LEANING = re.compile(r"(?:Disse|Dette|Det|Denne|Dog|Herefter|Heraf|Her|Han|Hun|De)\b")
LIST_LEAD = re.compile(r":\s*$")
LIST_ITEM = re.compile(r"(?:[•–-]|o) |\d+[.)] ")


def gist(question: Question, evidence: Evidence, rarity: Rarity) -> str:
    """The quote's sentences that say most of what is asked, in their order, `SHORT` or a bit more.

    Of a table the rows that fit are told with their headings. A list keeps its lead, and an item of
    it never stands without the others.
    """
    text = _headless(evidence)
    rows = _rows(question, evidence, rarity)
    if rows:
        return "\n".join(rows)
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


def _headless(evidence: Evidence) -> str:
    """The quote without the heading it begins with, which its label names already."""
    first, _, rest = evidence.text.partition("\n")
    headings = evidence.first.ref.headings
    said = bool(headings) and _letters(first) == _letters(headings[-1])
    return rest if said and rest else evidence.text


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _rows(question: Question, evidence: Evidence, rarity: Rarity) -> list[str]:
    """The table rows that fit best, each told with its headings; none where running text fits.

    Words that name the table itself tell no row from another and do not count.
    """
    told = [row.told for passage in evidence.passages for row in passage.rows]
    named = set(words(evidence.first.context))
    asked = " ".join(word for word in question.text.split() if not named & set(words(word)))
    worth = {row: _fit(asked, row, rarity) for row in told}
    best = max(worth.values(), default=0.0)
    prose = (line for line in evidence.text.split("\n") if len(line) > PROSE)
    if not best or any(rarity.share(asked, line) > best for line in prose):
        return []
    return [row for row in dict.fromkeys(told) if worth[row] >= NEAR_BEST * best][:MOST_ROWS]


def _fit(asked: str, row: str, rarity: Rarity) -> float:
    total = bool(TOTAL_ASKED.search(asked)) and bool(TOTAL_ROW.search(row))
    return rarity.share(asked, row) + (TOTAL if total else 0.0)


def _units(text: str) -> list[tuple[int, int]]:
    """Sentences; a list with its lead is one unit, and so is a heading with what it heads."""
    found: list[tuple[int, int]] = []
    open_list = False
    for a, b in sentences(text):
        piece = text[a:b]
        same_line = bool(found) and "\n" not in text[found[-1][1] : a]
        goes_on = open_list and (same_line or LIST_ITEM.match(piece) is not None)
        goes_on = goes_on or (same_line and LEANING.match(piece) is not None)
        heads = bool(found) and text[found[-1][1] - 1] not in ".:;!?" and not LIST_ITEM.match(piece)
        if found and (goes_on or heads):
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
        open_list = (open_list and goes_on) or bool(LIST_LEAD.search(piece))
    return found


def _worth(question: Question, piece: str, rarity: Rarity, *, deciding: bool) -> float:
    worth = rarity.share(question.text, piece)
    if fits(question, piece):
        worth += FITTING
    if deciding and tells_outcome(piece):
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
