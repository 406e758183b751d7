"""The planted collection: minutes with open and closed items, and documents closed as a whole.

The region is the sample's, which is invented; the closed items are `closed_items`. The house marks
each item "Åben" or "Lukket".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from tests.service.rights.closed_items import (
    CLOSED_BODY,
    CLOSED_EDITION,
    CLOSED_NAME,
    CLOSED_SHORT,
    ClosedItem,
    closed_items,
)

BODIES = ("Styregruppe Social", "Forretningsudvalget Østfjorden")
SUBJECTS = (
    "Takster for botilbud",
    "Belægningen på Birkegården",
    "Ventelister til aflastning",
    "Pladser på Fyrtårnet",
    "Samarbejdet med Socialtilsyn Østfjorden",
    "Kurser for sagsbehandlere",
    "Fælles it til takstberegning",
    "Midlertidige botilbud til unge",
)
PLACES = ("Fjordby", "Hedestrup", "Lyngholm", "Nordhavn", "Skovlund", "Sundmark")


class Order(Enum):
    """Where the closed items stand among the open ones.

    At the `END` of their minutes they move nothing that is open; `WITHOUT` leaves them out, and
    the closed documents too.
    """

    BETWEEN = "between"
    END = "end"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Size:
    """How many minutes have closed items, how many documents are closed, and items in each."""

    minutes: int = 36
    closed_documents: int = 8
    closed_items: int = 5
    open_items: int = 3

    @property
    def closed(self) -> int:
        """How many closed items there are in all."""
        return (self.minutes + self.closed_documents) * self.closed_items


@dataclass(frozen=True, slots=True)
class Planted:
    """What was planted: what is closed, and the files, those closed as a whole among them.

    The first of `closed` are agenda items, as many as `Size.closed`; the others are closed annexes
    of open items.
    """

    closed: tuple[ClosedItem, ...]
    closed_files: tuple[str, ...]
    files: tuple[str, ...]


WHOLE = Size()


def plant(folder: Path, order: Order = Order.BETWEEN, size: Size = WHOLE) -> Planted:
    """Write the collection into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    closed = closed_items(size.closed + size.minutes)
    each = size.closed_items
    texts, shut = {}, {}
    for n in range(size.minutes):
        items = closed[n * each : (n + 1) * each]
        texts[f"referat-{_day(n)}.txt"] = minutes(n, items, closed[size.closed + n], order, size)
    for n in range(size.minutes, size.minutes + size.closed_documents):
        shut[f"lukket-{_day(n)}.txt"] = closed_document(n, closed[n * each : (n + 1) * each])
    if order is not Order.WITHOUT:
        texts |= shut
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return Planted(closed, tuple(shut), tuple(texts))


def minutes(
    n: int, closed: Sequence[ClosedItem], annexed: ClosedItem, order: Order, size: Size
) -> str:
    """Minutes number `n`, with its closed items, and `annexed` as a closed annex of an open one."""
    opened = [("Åben", _open_item(n, i)) for i in range(size.open_items)]
    shut = [] if order is Order.WITHOUT else [("Lukket", _closed_item(item)) for item in closed]
    if shut and n % 4 == 1:
        shut[-1] = ("Lukket", shut[-1][1] + _inner_meeting(n, closed[-1]))
    if order is not Order.BETWEEN:
        return _meeting(n, [*opened, *shut])
    if n % 4 == 2:
        opened[0] = ("Åben", _open_item(n, 0, annexed))
    items = [opened[0], *shut[:2], *opened[1:], *shut[2:]]
    return (_front(n, items) if n % 4 == 3 else "") + _meeting(n, items)


def closed_document(n: int, closed: Sequence[ClosedItem]) -> str:
    """A document that is closed as a whole: minutes, or every other time an agreement."""
    if n % 2:
        opening = f"Fortroligt\n\nAftale om fælles ejendomme {CLOSED_EDITION}\n\n"
        means = f"{CLOSED_NAME} ({CLOSED_SHORT}) dækker tab.\n\n"
        chapters = (f"{i} {one.title}\n\n{means}{_case(one)}" for i, one in enumerate(closed, 1))
        return opening + "".join(chapters)
    items = [("Lukket", _closed_item(one)) for one in closed]
    return f"Lukket møde\n\n{_meeting(n, items, CLOSED_BODY)}"


def _front(n: int, items: Sequence[tuple[str, str]]) -> str:
    """A cover with the agenda, which names the closed items too."""
    titles = [text.partition("\n")[0] for _, text in items]
    entries = (f"{number}.\t{title}\t{number + 1}" for number, title in enumerate(titles, 1))
    return (
        f"\n\nReferat\n\n{_body(n)}\n\nMødet den {_day(n):%d.%m.%Y}\n\nIndholdsfortegnelse\n\n"
        + "\n".join(entries)
        + "\n\n\f"
    )


def _meeting(n: int, items: Sequence[tuple[str, str]], body: str | None = None) -> str:
    """The items under their marks, each with the header of the meeting above it."""
    header = f"Mødet den {_day(n):%d.%m.%Y} {body or _body(n)}"
    return "\f".join(
        f"{header}\n\n{mark}\n\nPunkt {number}.\n\n{text}"
        for number, (mark, text) in enumerate(items, 1)
    )


def _inner_meeting(n: int, one: ClosedItem) -> str:
    """Older minutes as an annex; what they call open is as closed as what they are an annex of."""
    held = f"Mødet den {_day(n) - timedelta(days=9):%d.%m.%Y}"
    return (
        f"\fReferat\n\n{held}\n\n{held} {_body(n)}\n\nÅben\n\nPunkt 1.\n\n"
        f"{one.title}\n\nBeslutning:\n\n{one.decision}\n\n"
    )


def _body(n: int) -> str:
    return BODIES[n % len(BODIES)]


def _day(n: int) -> date:
    return date(2021, 1, 14) + timedelta(days=35 * n)


def _open_item(n: int, i: int, annexed: ClosedItem | None = None) -> str:
    """An item that everybody may read, on a subject that other meetings treat too."""
    subject = SUBJECTS[(3 * n + i) % len(SUBJECTS)]
    place = PLACES[n % len(PLACES)]
    name = f"{annexed.annex} (lukket)" if annexed else ""
    listed = f"Bilag:\n- {name}\n\n" if annexed else ""
    annex = f"\f{name}\n\n{_case(annexed)}" if annexed else ""
    return (
        f"{subject}\n\n2024-{1000 + 10 * n + i:06d}\n\nResume\n\n"
        f"{place} Kommune har bedt om en drøftelse af {subject[0].lower()}{subject[1:]}.\n\n"
        f"Sagsfremstilling\n\nI {place} var der {n + i + 3} pladser og {n + 2} borgere på "
        f"venteliste i {_day(n).year}. Udgiften var {n + 4},{i} mio. kr.\n\n"
        f"Indstilling\n\nDet indstilles, at {_body(n)}\n\n"
        f"1. Godkender forslaget fra {place}\n\n{listed}"
        f"Beslutning:\n\nForslaget fra {place} om {n + i + 3} pladser blev godkendt.\n\n{annex}"
    )


def _closed_item(one: ClosedItem) -> str:
    return (
        f"{one.title}\n\n{one.case}\n\nResume\n\nSekretariatet har fået et tilbud om "
        f"{one.place}.\n\n{_case(one)}Indstilling\n\nDet indstilles, at {one.place} købes\n\n"
        f"Bilag:\n- {one.annex}\n\nBeslutning:\n\n{one.decision}\n\n"
        f"\f{one.annex}\n\nPlanen for {one.place} gælder fra 2026.\n\n"
    )


def _case(one: ClosedItem) -> str:
    """The case with its table."""
    return (
        f"Sagsfremstilling\n\n{one.case_sentence}\n\n"
        f"Post\tBeløb\n{one.cell.capitalize()}fonden\t{one.figure}\n\n"
    )
