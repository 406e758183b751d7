"""Opinions as lines, as JSON and as a table for a spreadsheet."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from service.archive.export import harmless
from service.feedback.opinion import Kept, Opinion, Verdict


def opinion_lines(kept: Sequence[Kept]) -> Iterator[str]:
    """Each opinion, and before them how many there are."""
    count = Counter(each.opinion.verdict for each in kept)
    yield f"{len(kept)} opinions: {count[Verdict.UP]} up, {count[Verdict.DOWN]} down"
    for each in kept:
        said = each.opinion
        reason = f" ({said.reason})" if said.reason else ""
        yield ""
        yield f"{each.at:%Y-%m-%d %H:%M} {said.verdict}{reason}, answer {said.answer}"
        yield from (
            f"  {name}: {' '.join(text.split())}"
            for name, text in (("comment", said.comment), ("question", said.question))
            if text
        )


def as_json(kept: Sequence[Kept]) -> str:
    """All that is kept, for programs."""
    return json.dumps(list(map(_row, kept)), ensure_ascii=False, indent=2)


def write_csv(kept: Sequence[Kept], path: Path) -> None:
    """A table with a heading; Excel reads its letters right."""
    rows = [_row(each) for each in kept]
    names = ("at", "channel", *(field.name for field in fields(Opinion)))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows({name: _cell(row[name]) for name in names} for row in rows)


def _row(kept: Kept) -> dict[str, Any]:
    return {"at": kept.at.isoformat(), "channel": kept.channel, **asdict(kept.opinion)}


def _cell(value: object) -> str:
    return "" if value is None else harmless(str(value))
