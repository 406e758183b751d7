"""A run's nuggets judged by the language model of the settings, kept in the run's folder."""

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from eval.graded.judge import SYSTEM, Graded, graded
from eval.graded.kept import Kept
from eval.measures.measure import Pair
from service.model.client import Client
from service.model.options import ModelSettings

KEPT, GRADED = "graded-kept.jsonl", "graded.json"


def grade(folder: Path, pairs: Sequence[Pair], settings: ModelSettings) -> Graded:
    """Judge the run in `folder` and write `graded.json` there; imports LlamaIndex (2 seconds)."""
    from service.model.openai import http_client, openai_like

    lines = http_client(settings)
    try:
        model = Client(openai_like(settings, lines), settings)
        found = graded(pairs, model, Kept(folder / KEPT, f"{settings.model}\n{SYSTEM}"))
    finally:
        lines.close()
    said = json.dumps(_row(found, settings.model), ensure_ascii=False, indent=1)
    (folder / GRADED).write_text(f"{said}\n", "utf-8")
    return found


def told(found: Graded) -> str:
    """One line for whoever scores: the mean, and all that is missing from it."""
    known = [value for value in found.of.values() if value is not None]
    mean = f"{fmean(known):.3f}" if known else "–"
    failed = ", ".join(f"{many} × {why}" for why, many in sorted(found.failures.items()))
    return f"graded_nuggets {mean} (n={len(known)}, {found.asked} calls)" + (
        f"; not judged: {failed}" if failed else ""
    )


def _row(found: Graded, model: str) -> dict[str, object]:
    return {"model": model, "asked": found.asked, "failures": found.failures, "nuggets": found.of}
