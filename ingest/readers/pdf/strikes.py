"""Which words are struck out: a rule runs through their middle, or an annotation strikes them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ingest.readers.pdf.frame import Box
from ingest.readers.pdf.words import TextLayer, Word

LOWEST, HIGHEST = 0.25, 0.70  # of a word's height from below; an underline runs lower
THICKEST = 0.2  # of a word's height
COVERED = 0.5  # of a character's width
BAND = 20  # points
GRID = 0.25  # of a rule's width; one that strikes less is a line of a chart
ALIKE = 3  # rules of the same ends are the lines of a chart


def with_strikes(
    words: list[Word], layer: TextLayer, rules: list[Box], quads: list[Box]
) -> tuple[list[Word], list[Box]]:
    """The words, parted where a strike begins or ends, and the rules that strike nothing."""
    bands = _bands(rules)
    strikes: dict[int, list[Box]] = defaultdict(list)
    used: set[Box] = set()
    hits = [
        (index, rule)
        for index, word in enumerate(words if bands else ())
        for rule in bands.get(int(word.middle[1] // BAND), ())
        if _strikes(rule, word)
    ]
    grid = _grid(((rule, words[index]) for index, rule in hits), rules)
    for index, rule in hits:
        if rule not in grid:
            strikes[index].append(rule)
            used.add(rule)
    for quad in quads:
        for index, word in enumerate(words):
            shared = quad.shared(word.box)
            if quad.holds(quad.x0, word.middle[1]) and shared.width > 0:
                strikes[index].append(quad)
    if not strikes:
        return words, rules
    out: list[Word] = []
    for index, word in enumerate(words):
        out.extend(_parted(word, layer, strikes[index]) if index in strikes else (word,))
    return out, [rule for rule in rules if rule not in used]


def _grid(hits: Iterable[tuple[Box, Word]], rules: list[Box]) -> set[Box]:
    """The rules that run through words but are the lines of a chart: long, and one of several."""
    under: dict[Box, float] = defaultdict(float)
    for rule, word in hits:
        under[rule] += word.box.width
    ends = Counter((round(rule.x0), round(rule.x1)) for rule in rules)
    return {
        rule
        for rule, width in under.items()
        if width < GRID * rule.width and ends[round(rule.x0), round(rule.x1)] >= ALIKE
    }


def _bands(rules: list[Box]) -> dict[int, list[Box]]:
    """The rules that lie level, by height."""
    bands: dict[int, list[Box]] = defaultdict(list)
    for rule in rules:
        if rule.width > rule.height:
            middle = (rule.top + rule.bottom) / 2
            for band in {int((middle + d) // BAND) for d in (-BAND, 0, BAND)}:
                bands[band].append(rule)
    return bands


def _strikes(rule: Box, word: Word) -> bool:
    box = word.box
    if rule.x0 >= box.x1 or rule.x1 <= box.x0 or word.style.angle:
        return False
    height = (box.bottom - (rule.top + rule.bottom) / 2) / (box.height or 1)
    return LOWEST <= height <= HIGHEST and rule.height <= THICKEST * box.height


def _parted(word: Word, layer: TextLayer, strikes: list[Box]) -> Iterable[Word]:
    """The word as pieces that are struck or not, each from end to end."""
    if len(word.text) != word.last - word.first + 1:  # a ligature; its letters have one place
        boxes = [word.box] * len(word.text)
    else:
        boxes = [layer.box(i) for i in range(word.first, word.last + 1)]
    flags = [_is_struck(box, strikes) for box in boxes]
    if len(set(flags)) == 1:
        return [replace(word, struck=flags[0])]
    pieces: list[Word] = []
    start = 0
    for end in range(1, len(flags) + 1):
        if end == len(flags) or flags[end] != flags[start]:
            pieces.append(word.part(start, end, boxes, struck=flags[start]))
            start = end
    return pieces


def _is_struck(box: Box, strikes: list[Box]) -> bool:
    return any(
        min(strike.x1, box.x1) - max(strike.x0, box.x0) >= COVERED * box.width for strike in strikes
    )
