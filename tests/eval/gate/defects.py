"""Defects, one or two a floor, as somebody could write them: another text in a copy of the product.

A copy, as files are read in processes of their own, which see nothing that is patched in this one.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
FLOORS = ("ingest", "index", "service", "eval")


@dataclass(frozen=True, slots=True)
class Edit:
    """A text of a module, which stands there once, and what stands in its place."""

    module: str
    text: str
    instead: str


@dataclass(frozen=True, slots=True)
class Defect:
    """What was done to the product; `reads` says that its index must be built anew to show it."""

    name: str
    edits: tuple[Edit, ...]
    reads: bool = False


SECTIONS_MIXED = Defect(
    "outcomes are read as recommendations and recommendations as outcomes",
    (
        Edit(
            "ingest/sections.py",
            "inner, label=span.label)",
            "inner, label={DECISION: RECOMMENDATION, RECOMMENDATION: DECISION}"
            ".get(span.label, span.label))",
        ),
    ),
    reads=True,
)
STEMMER_OFF = Defect(
    "words are searched as they are written",
    (Edit("index/tokens.py", "found: str = _stemmer().stemWord(word)", "found: str = word"),),
    reads=True,
)
CITATIONS_SHIFTED = Defect(
    "every statement cites the source after its own",
    (
        Edit("service/telling.py", "(cited.n,), label(", "(cited.n + 1,), label("),
        Edit("service/register/told.py", "(cited.n,), heading)", "(cited.n + 1,), heading)"),
    ),
)
ABSTENTION_OFF = Defect(
    "conditions that are not met refuse nothing",
    (
        Edit(
            "service/work.py",
            "return bool(self.told) and self.unmet.refusal is None",
            "return bool(self.told)",
        ),
    ),
)
LABELS_SWAPPED = Defect(
    "what was recommended is labelled as decided",
    (
        Edit(
            "service/outcome.py",
            "return Outcome.AGENDA_ONLY if ref.agenda_only else Outcome.RECOMMENDED",
            "return Outcome.DECIDED",
        ),
    ),
)


def product_with(defect: Defect, folder: Path) -> Path:
    """A copy of the product in `folder`, with the defect; to be found by `PYTHONPATH`."""
    for floor in FLOORS:
        shutil.copytree(ROOT / floor, folder / floor, ignore=shutil.ignore_patterns("__pycache__"))
    for edit in defect.edits:
        path = folder / edit.module
        text = path.read_text("utf-8")
        assert text.count(edit.text) == 1, f"{edit.module} has changed: seed the defect anew"
        path.write_text(text.replace(edit.text, edit.instead), "utf-8")
    return folder
