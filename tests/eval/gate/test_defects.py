"""A defect in each floor shuts the gate, by the measure that should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eval.gate.rules import rules
from eval.gate.sample import BASELINE, DOCUMENTS, QUESTIONS
from eval.gate.sheet import read
from eval.gate.verdict import judged
from tests.eval.gate.defects import (
    ABSTENTION_OFF,
    CITATIONS_SHIFTED,
    LABELS_SWAPPED,
    SECTIONS_MIXED,
    STEMMER_OFF,
    Defect,
    product_with,
)

CAUGHT = [
    (SECTIONS_MIXED, "outcome_error"),
    # Runs of characters and meaning find nearly all of the places without stems, so nDCG@10 falls
    # by less than chance may; what shows is an answer that says what it must never say.
    (STEMMER_OFF, "must_not"),
    (CITATIONS_SHIFTED, "verbatim_said"),
    (ABSTENTION_OFF, "right_abstain"),
    (LABELS_SWAPPED, "outcome_error"),
]


@pytest.mark.parametrize(("defect", "measure"), CAUGHT, ids=[one.name for one, _ in CAUGHT])
def test_the_gate_is_shut_by_the_measure_that_should(
    defect: Defect, measure: str, tmp_path: Path, sample_home: Path
) -> None:
    product = product_with(defect, tmp_path / "product")
    asked = ["--documents", str(DOCUMENTS)] if defect.reads else ["--home", str(sample_home)]
    out = tmp_path / "run"
    command = [sys.executable, "-m", "eval.cli", "run", str(QUESTIONS), *asked, "--workers", "1"]

    done = subprocess.run(
        [*command, "--out", str(out)],
        env=os.environ | {"PYTHONPATH": str(product)},
        cwd=product,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    ruled = rules()
    verdict = judged(read(BASELINE, ruled.measures), read(out, ruled.measures), ruled)
    assert measure in {one.measure.name for one in verdict.compared if one.fell}
