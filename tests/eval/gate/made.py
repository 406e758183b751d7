"""Runs and baselines as numbers, made by hand."""

from collections.abc import Mapping
from pathlib import Path

from eval.gate.rules import Rules, rules
from eval.gate.sheet import Scored, Sheet

RULES = rules()
Numbers = Mapping[str, float]


def ruled(*names: str) -> Rules:
    return rules(names)


def scored(id_: str, scores: Numbers, **other: str) -> Scored:
    known = {"question": f"Spørgsmål {id_}?", "reference": "r", "error": ""} | other
    return Scored(id_, known["question"], known["reference"], scores, known["error"])


def sheet(*questions: Scored, path: str = "run") -> Sheet:
    return Sheet(Path(path), {one.id: one for one in questions})


def of(measure: str, *numbers: float | None) -> Sheet:
    """Questions q0, q1, … with a number of one measure, or none."""
    given = [{} if number is None else {measure: number} for number in numbers]
    return sheet(*(scored(f"q{n}", scores) for n, scores in enumerate(given)))
