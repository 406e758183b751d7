"""Sources that disagree with what is told: both are shown with their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from index import Status
from service import texts
from service.answer import Sentence
from service.conflicts import Conflict, Stated, disagreeing, statements, sums
from service.selection import Picked
from service.units import Section, Unit
from service.weighing import Weighed
from service.work import Worked

READ = 30  # sections that are compared with what is told
NEAR_BEST = 1.5  # of the logarithm of the odds, below the best piece of a section
MOST = 2  # disagreements told


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement: what is told, and the other source; `None` where parts do not add up."""

    conflict: Conflict
    told: Picked
    other: Picked | None

    def sentence(self, cited: Sequence[Picked]) -> Sentence:
        """How the reader is told; `cited` are the sources in the order of their numbers."""
        value, against = self.conflict.value, self.conflict.against
        n = cited.index(self.told) + 1
        if self.other is None:
            return Sentence(texts.PARTS_DISAGREE.format(n=n, value=value, against=against), (n,))
        m = cited.index(self.other) + 1
        line = texts.SOURCES_DISAGREE.format(n=n, value=value, m=m, against=against)
        return Sentence(line, (n, m))


def disagreements(work: Worked) -> list[Clash]:
    """Where other sources that were read disagree with what is told, or its parts with its sum."""
    read = [section for section, _ in work.read if _stands(section)][:READ]
    others = [stated for section in read for stated in _stated(section)]
    found: dict[frozenset[str], Clash] = {}
    for picked in work.told:
        if not _stands(picked.section):
            continue
        for stated in _told(picked):
            for conflict in disagreeing(stated, others):
                other = _other(conflict.other, work.told)
                key = frozenset({conflict.value, conflict.against})
                if other is not picked and key not in found:
                    found[key] = Clash(conflict, picked, other)
        wrong = sums("\n".join(piece.unit.told for piece in picked.pieces))
        if wrong:
            found.setdefault(frozenset({wrong.value}), Clash(wrong, picked, None))
    return list(found.values())[:MOST]


def _stands(section: Section) -> bool:
    ref = section.first.ref
    return not (ref.struck or ref.proposed)


def _stated(section: Section) -> Iterator[Stated]:
    ref = section.first.ref
    above = (*ref.headings, *(each for each in (ref.item_title, ref.annex) if each))
    draft = ref.status is Status.UDKAST
    for unit in _lines(section):
        yield Stated(unit.told, (section, unit), ref.held, ref.edition, above, draft)


def _lines(section: Section) -> Iterator[Unit]:
    if section.first.rows:
        yield from section.units
        return
    for start, end in statements(section.text):
        yield Unit(start, end, section.text[start:end])


def _told(picked: Picked) -> Iterator[Stated]:
    """The statements of the pieces that the answer stands on."""
    best = max(piece.worth for piece in picked.pieces)
    for stated in _stated(picked.section):
        unit = _place(stated)[1]
        inside = any(
            piece.unit.start <= unit.start < piece.unit.end
            for piece in picked.pieces
            if piece.worth >= best - NEAR_BEST
        )
        if inside:
            yield stated


def _place(stated: Stated) -> tuple[Section, Unit]:
    """Where a statement stands, as `_stated` gave it."""
    return cast("tuple[Section, Unit]", stated.place)


def _other(stated: Stated, told: Sequence[Picked]) -> Picked:
    """The source that says otherwise: one that is told anyway, or a new one of its sentence."""
    section, unit = _place(stated)
    for picked in told:
        if picked.section is section and picked.start <= unit.start and unit.end <= picked.end:
            return picked
    return Picked(section, (Weighed(unit, 0.0, {}),), 0.0)
