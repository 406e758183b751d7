"""What is told first: what a meeting did before what it was asked to do, what is in force before
what it replaced.
"""

from collections.abc import Collection, Sequence

from index import Ref, Status
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.answer import Outcome
from service.outcome import AGREEMENTS, done
from service.question import Question
from service.selection import OTHERS, Picked, Read, telling

NEAR = 4.0  # of the logarithm of the odds; an item may treat several matters
BARE = 160  # characters; an outcome as short as this ("Godkendt.") needs what it is the outcome of


def in_order(question: Question, picked: Sequence[Picked], read: Sequence[Read]) -> list[Picked]:
    """What was picked, and what must stand with it, in the order it is to be told."""
    if question.course or not picked:
        return list(picked)
    told = _decided_first(question, list(picked), read)
    return _in_force_first(question, _with_adopted(question, told, read))


def _with_adopted(question: Question, picked: list[Picked], read: Sequence[Read]) -> list[Picked]:
    """Before the best, where that is of a draft, the adopted edition's section of that heading."""
    ref = picked[0].section.first.ref
    if question.draft or ref.kind not in AGREEMENTS or ref.status is not Status.UDKAST:
        return picked
    name = _name(ref)
    twins = [
        (section, pieces)
        for section, pieces in read
        if pieces
        and (section.first.ref.kind, section.first.ref.status) == (ref.kind, Status.VEDTAGET)
        and _name(section.first.ref) == name
    ]
    if not name or not twins:
        return picked
    section, pieces = max(twins, key=lambda each: max(piece.worth for piece in each[1]))
    rest = [one for one in picked if one.section is not section]
    return [Picked(section, telling(question, pieces, OTHERS), 0.0), *rest]


def _name(ref: Ref) -> str:
    """The letters of a section's heading; its number may be another in another edition."""
    return "".join(sign for sign in (ref.headings[-1] if ref.headings else "") if sign.isalpha())


def _decided_first(question: Question, picked: list[Picked], read: Sequence[Read]) -> list[Picked]:
    """The outcome of the item first; where there is only an agenda, what it recommends."""
    ref = picked[0].section.first.ref
    if not ref.punkt or ref.annex:
        return picked
    if not question.decision and ref.section != RECOMMENDATION:
        return picked
    wanted = (RECOMMENDATION,) if ref.agenda_only else OUTCOMES
    first = picked[0] if ref.section in wanted else _best(question, picked, read, wanted)
    if first is None or not (ref.section == RECOMMENDATION or _near(first, picked[0])):
        return picked
    rest = [one for one in picked if one.section is not first.section]
    if ref.agenda_only:  # what another meeting decided is not what this one did
        rest = [one for one in rest if one.section.first.ref.held == ref.held]
    if question.decision and not ref.agenda_only and (_told(first) <= BARE or _undecided(first)):
        asked_for = _best(question, picked, read, (RECOMMENDATION,))
        rest = [one for one in rest if asked_for is None or one.section is not asked_for.section]
        return [first, *([asked_for] if asked_for else []), *rest]
    return [first, *rest]


def _best(
    question: Question, picked: Sequence[Picked], read: Sequence[Read], wanted: Collection[str]
) -> Picked | None:
    """The best section of a wanted kind of the item that the first of `picked` belongs to."""
    item = picked[0].section.first.group
    found = [
        (section, pieces)
        for section, pieces in read
        if pieces and section.first.group == item and section.first.ref.section in wanted
    ]
    if not found:
        return None
    section, pieces = max(found, key=lambda each: max(piece.worth for piece in each[1]))
    known = next((one for one in picked if one.section is section), None)
    return known or Picked(section, telling(question, pieces, OTHERS), 0.0)


def _near(outcome: Picked, best: Picked) -> bool:
    """Whether an item's outcome is about what was found in its case."""
    worth = max(piece.worth for piece in outcome.pieces)
    return worth >= max(piece.worth for piece in best.pieces) - NEAR


def _undecided(outcome: Picked) -> bool:
    """Whether no word of the outcome says that anything was decided."""
    return done(outcome.section.text) in (Outcome.MINUTED, Outcome.DISCUSSED, Outcome.AGREED)


def _told(picked: Picked) -> int:
    return sum(len(piece.unit.told) for piece in picked.pieces)


def _in_force_first(question: Question, picked: list[Picked]) -> list[Picked]:
    """Of several editions of an agreement the adopted one first, and of those the newest."""
    refs = [one.section.first.ref for one in picked]
    kind = next((ref.kind for ref in refs if ref.kind in AGREEMENTS and ref.edition), None)
    places = [n for n, ref in enumerate(refs) if ref.kind is kind and ref.edition]
    if question.years or len({refs[n].edition for n in places}) < 2:
        return picked
    order = sorted(
        places,
        key=lambda n: (refs[n].status is Status.VEDTAGET, refs[n].edition or ""),
        reverse=True,
    )
    moved = dict(zip(places, order, strict=True))
    return [picked[moved.get(n, n)] for n in range(len(picked))]
