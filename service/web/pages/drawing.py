"""A timeline as a drawing: where each event stands, across a wide page or down a narrow one.

Lengths are in units of a drawing; one is a pixel where the page is as wide as the drawing. Text is
set so small that its width can be reckoned from its letters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from textwrap import shorten

from service import texts
from service.answer import Outcome
from service.archive.records import Event

LETTER, BOLD = 8.2, 9.0  # the mean widths of a letter in the widest of the fonts that are set
MARK = 12  # from the middle of a mark to its edge
BESIDE = 18  # from the middle of a mark to the text beside it
LANES, NARROW_LANES = 5, 3  # more bodies than these share the last
NAMED = 24  # with more events than these only what became of it is written beside a mark

# Across
WIDTH, MARGIN = 1120, 24
HEAD = 34  # for the years above the lanes
LANE_HEAD = 30  # for a lane's name
ROW, LOW_ROW = 48, 30  # with and without the item's title
BETWEEN = 14  # from one text to the next mark
TITLE, LONG_TITLE, FEW = 28, 44, 10  # letters; with so few events there is room for more

# Down
NARROW = 288
YEAR = 46  # for the years beside the lanes
APART = 22  # from one lane to the next
STEP, BARE = 76, 36  # an event, and years without any


@dataclass(frozen=True, slots=True)
class Mark:
    """An event where it is drawn: its number in the list, its shape, and the lines beside it.

    `beside` is how far from its middle they begin; below 0 they end there, to its left.
    """

    number: int
    shape: str
    x: float
    y: float
    lines: tuple[str, ...]
    beside: float = BESIDE


@dataclass(frozen=True, slots=True)
class Lane:
    """Where one body's events stand."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A year, or a month of the only year, where it begins along the axis; `x` is of its name."""

    name: str
    place: float
    x: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, and how large it is."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event with a day, as it goes into a drawing; `number` is 0 where the list has it not.

    `said` is the day in words, of an edition its years.
    """

    number: int
    day: date
    said: str
    body: str
    outcome: str
    shape: str
    title: str


def drawn(events: Sequence[Event], without_minutes: Iterable[date]) -> list[Drawn]:
    """The events that have a day, numbered as in the list, and the meetings between them."""
    known = {event.when for event in events if event.outcome is Outcome.AGENDA_ONLY}
    gap, missing = SHAPES[Outcome.AGENDA_ONLY], texts.MISSING_MINUTES
    found = [
        Drawn(0, day, _said(day, None), texts.OTHER_MEETINGS, missing, gap, texts.danish_date(day))
        for day in without_minutes
        if day not in known
    ]
    for number, event in enumerate(events, 1):
        if event.when:
            body = event.body or texts.OF_DOCUMENTS
            title = event.item_title or event.title
            word = texts.DRAFT_WORD if event.draft else texts.EVENT_WORDS[event.outcome]
            said = _said(event.meeting_date, event.edition)
            found.append(Drawn(number, event.when, said, body, word, shape(event), title))
    return sorted(found, key=lambda one: (one.day, one.number))


def _said(held: date | None, edition: str | None) -> str:
    return texts.short_date(held) if held else texts.EDITION.format(edition=edition)


def shape(event: Event) -> str:
    """What the event is drawn as; told apart without colour."""
    return "udkast" if event.draft else SHAPES.get(event.outcome, "omtale")


SHAPES = {
    Outcome.DECIDED: "besluttet",
    Outcome.PASSED_ON: "anbefalet",
    Outcome.AGREED: "enighed",
    Outcome.NOTED: "efterretning",
    Outcome.DISCUSSED: "droeftet",
    Outcome.POSTPONED: "udsat",
    Outcome.RECOMMENDED: "indstillet",
    Outcome.AGENDA_ONLY: "dagsorden",
    Outcome.RULE: "aftale",
}


def lanes_of(events: Iterable[Drawn], most: int) -> dict[str, str]:
    """For each body the lane it is drawn in, in the order they come; the last ones share one."""
    bodies = list(dict.fromkeys(event.body for event in events))
    if len(bodies) <= most:
        return {body: body for body in bodies}
    own = bodies[: most - 1]
    return {body: body if body in own else texts.OTHER_BODIES for body in bodies}


def across(events: Sequence[Drawn]) -> Drawing:
    """Time from left to right, a lane below the other, events that would touch in rows."""
    first, last = events[0].day, max(event.day for event in events)
    place, ticks = _scale(first.year, last.year)
    lanes, marks, top = [], [], float(HEAD)
    names = lanes_of(events, LANES)
    letters = LONG_TITLE if len(events) <= FEW else TITLE if len(events) <= NAMED else 0
    row = ROW if letters else LOW_ROW
    for name in dict.fromkeys(names.values()):
        inside = [event for event in events if names[event.body] == name]
        rows: list[list[tuple[float, float]]] = []
        for event in inside:
            lines = _lines(event, letters)
            x = place(event.day)
            long = BESIDE + wide(lines)
            left = x + long > WIDTH
            taken = (x - long, x + MARK) if left else (x - MARK, x + long)
            number = _free(rows, taken)
            y = top + LANE_HEAD + number * row + MARK
            beside = -BESIDE if left else BESIDE
            marks.append(Mark(event.number, event.shape, x, y, lines, beside))
        end = top + LANE_HEAD + len(rows) * row + BETWEEN
        lanes.append(Lane(name, top, end))
        top = end
    return Drawing(WIDTH, top, ticks, tuple(lanes), tuple(marks))


def _lines(event: Drawn, letters: int) -> tuple[str, ...]:
    """What became of it and, in so many letters, its title; no title where there are none."""
    return (event.outcome, shortened(event.title, letters)) if letters else (event.outcome,)


def wide(lines: Sequence[str]) -> float:
    """How wide lines are of which the first is set in bold."""
    return max(len(lines[0]) * BOLD, *(len(line) * LETTER for line in lines))


def shortened(text: str, letters: int) -> str:
    """The beginning of a text, in whole words where there are any."""
    cut = shorten(text, letters, placeholder="…")
    return cut if len(cut) > 1 else f"{text[: letters - 1]}…"


def _free(rows: list[list[tuple[float, float]]], taken: tuple[float, float]) -> int:
    """The first row in which nothing touches what is taken; it is taken there."""
    start, end = taken
    for number, row in enumerate(rows):
        if all(end + BETWEEN <= a or b + BETWEEN <= start for a, b in row):
            row.append(taken)
            return number
    rows.append([taken])
    return len(rows) - 1


def _scale(first: int, last: int) -> tuple[Callable[[date], float], tuple[Tick, ...]]:
    """Where days stand, and the years between; of a single year its quarters."""
    begin = date(first, 1, 1).toordinal()
    days = date(last, 12, 31).toordinal() - begin + 1
    wide = WIDTH - 2 * MARGIN

    def place(day: date) -> float:
        return round(MARGIN + wide * (day.toordinal() - begin) / days, 1)

    if first == last:
        quarters = [date(first, month, 1) for month in (1, 4, 7, 10)]
        return place, tuple(Tick(texts.month_of(day), place(day), place(day)) for day in quarters)
    every = next(n for n in (1, 2, 5, 10, 25, 50) if (last - first) / n <= 16)
    years = [year for year in range(first, last + 1) if year == first or year % every == 0]
    return place, tuple(Tick(str(y), place(date(y, 1, 1)), place(date(y, 1, 1))) for y in years)


def down(events: Sequence[Drawn]) -> Drawing:
    """Time downwards, as far as there are events: years without any are a thin band."""
    names = lanes_of(events, NARROW_LANES)
    columns = {name: YEAR + 14 + i * APART for i, name in enumerate(dict.fromkeys(names.values()))}
    beside = max(columns.values()) + BESIDE
    letters = int((NARROW - beside) / LETTER)
    ticks, marks, y = [], [], 8.0
    before: int | None = None
    for year, together in groupby(events, key=lambda event: event.day.year):
        if before and year - before > 1:
            ticks.append(Tick(texts.years_without(before + 1, year - 1), y, beside))
            y += BARE
        ticks.append(Tick(str(year), y, 0))
        for event in together:
            where = f"{event.said} {event.body}" if len(columns) > 1 else event.said
            lines = (event.outcome, event.title, where)
            shown = tuple(shortened(line, letters) for line in lines)
            x = columns[names[event.body]]
            marks.append(Mark(event.number, event.shape, x, y + MARK + 6, shown, beside - x))
            y += STEP
        before = year
    lanes = tuple(Lane(name, column, y) for name, column in columns.items())
    return Drawing(NARROW, y, tuple(ticks), lanes, tuple(marks))
