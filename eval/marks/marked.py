"""The verdicts that a person chose in a workbook, read back."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook

from eval import texts
from eval.errors import BadSet, Fault
from eval.marks.mark import Mark, Verdict
from eval.marks.sheet import HEADING, KEY, key
from eval.marks.units import Aspect, Unit, units
from eval.measures.measure import Pair

WORDS = {
    texts.MARK_YES: Verdict.YES,
    texts.MARK_PARTLY: Verdict.PARTLY,
    texts.MARK_NO: Verdict.NO,
}
Chosen = dict[str, Verdict | None]


def read(path: Path, pairs: Sequence[Pair]) -> list[Mark]:
    """A mark for each answer of which anything is marked; raises `BadSet` with every fault."""
    known = {key(unit): unit for pair in pairs for unit in units(pair)}
    chosen, faults = _chosen(path, known)
    missing = len(known.keys() - chosen.keys())
    if missing:
        said = f"{missing} rows of this run are not in it; do not delete rows, mark a new sheet"
        faults.append(Fault("", said))
    if faults:
        raise BadSet(path, faults)
    marks = (_mark(pair, chosen) for pair in pairs)
    return [mark for mark in marks if mark != Mark(mark.id, None, *_blank(mark))]


def _chosen(path: Path, known: dict[str, Unit]) -> tuple[Chosen, list[Fault]]:
    chosen: Chosen = {}
    faults: list[Fault] = []
    for number, row in enumerate(_rows(path), HEADING + 2):
        name = row[KEY] if len(row) > KEY else None
        if name is None:
            continue
        place = f"row {number}"
        if name not in known:
            faults.append(Fault(place, f"'{name}' is not of this run; give the run it was made of"))
            continue
        said = str(row[2] or "").strip().lower()
        allowed = WORDS if known[name].aspect is Aspect.ANSWERS else _two()
        if said and said not in allowed:
            faults.append(Fault(place, f"'{said}' is no verdict; choose {', '.join(allowed)}"))
        chosen[name] = allowed.get(said)
    return chosen, faults


def _rows(path: Path) -> list[tuple[Any, ...]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, OSError, ValueError) as error:
        raise BadSet(path, [Fault("", f"no workbook that can be read ({error})")]) from error
    if texts.MARK_SHEET not in book.sheetnames:
        raise BadSet(path, [Fault("", f"has no sheet '{texts.MARK_SHEET}'")])
    return list(book[texts.MARK_SHEET].iter_rows(min_row=HEADING + 2, values_only=True))


def _two() -> dict[str, Verdict]:
    return {word: said for word, said in WORDS.items() if said is not Verdict.PARTLY}


def _mark(pair: Pair, chosen: Chosen) -> Mark:
    found: dict[Aspect, list[Verdict | None]] = defaultdict(list)
    for unit in units(pair):
        found[unit.aspect].append(chosen[key(unit)])
    return Mark(
        id=pair.record.id,
        answers=found[Aspect.ANSWERS][0],
        nuggets=tuple(map(_bool, found[Aspect.NUGGET])),
        citations=tuple(map(_bool, found[Aspect.CITATION])),
        supported=_bool(next(iter(found[Aspect.SUPPORTED]), None)),
        status=_bool(next(iter(found[Aspect.STATUS]), None)),
    )


def _bool(said: Verdict | None) -> bool | None:
    return None if said is None else said is Verdict.YES


def _blank(mark: Mark) -> tuple[tuple[None, ...], tuple[None, ...]]:
    return (None,) * len(mark.nuggets), (None,) * len(mark.citations)
