"""A line of answers as measures read it; the fields are those of `aftalesvar batch`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eval.runs.record import Cited, Passage, Record, Said

Row = Mapping[str, Any]


def record(row: Row) -> Record:
    """What came back for one question; raises `KeyError`, `TypeError` and `ValueError`.

    What `batch` of an earlier version did not write yet is unknown.
    """
    return Record(
        id=str(row["id"]),
        status=row["status"],
        answer=row["answer"],
        said=tuple(_said(each) for each in row.get("sentences", ())),
        citations=tuple(_cited(n, each) for n, each in enumerate(row["citations"], 1)),
        passages=tuple(_passage(each) for each in row["passages"]),
        notes=tuple(row.get("notes", ())),
        mode=row.get("mode", ""),
        generation=row.get("generation", ""),
        seconds=row.get("seconds"),
        belief=row.get("belief"),
        tokens=row.get("tokens"),
        error=row.get("error", ""),
    )


def _said(row: Row) -> Said:
    return Said(row["text"], tuple(row["citations"]), row.get("label", ""))


def _cited(n: int, row: Row) -> Cited:
    held, punkt = row.get("meeting_date"), row.get("punkt")
    return Cited(
        n=row.get("n", n),
        document=row["document"],
        quote=row["quote"],
        meeting_date=date.fromisoformat(held) if held else None,
        punkt=None if punkt is None else str(punkt),
        outcome=row.get("outcome"),
        draft=row.get("draft", False),
        struck=row.get("struck", False),
        proposed=row.get("proposed", False),
        edition=row.get("edition"),
        verified=row.get("verified", True),
    )


def _passage(row: Row) -> Passage:
    return Passage(row["document"], row["text"], row.get("score", 0.0))
