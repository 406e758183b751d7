"""A run of the sample's questions, answered by the real assistant, and records made by hand."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.measures.catalogue import scored
from eval.report.told import Told, of_run
from eval.runs.about import About, AskedSet, Product
from eval.runs.asked_set import questions
from eval.runs.asking import Way, asked
from eval.runs.folder import Run
from eval.runs.in_process import InProcess
from eval.runs.record import Record
from eval.runs.scoring import score
from eval.runs.texts import KeptTexts
from eval.sets import Item
from service.settings import settings
from tests.browser.conftest import browser, faults

ASKED = 12
HELD = "2026-11-22T20:05:00+00:00"


__all__ = ["browser", "faults"]  # fixtures of tests/browser


@pytest.fixture(scope="session")
def run_folder(sample: Path, sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of a few of the sample's questions, as `aftalesvar-eval run` leaves it."""
    folder = tmp_path_factory.mktemp("report")
    lines = (sample.parent / "questions.jsonl").read_text("utf-8").splitlines()
    few = [line for line in lines if not json.loads(line)["answerable"]][:3]
    few += [line for line in lines if line not in few][:: len(lines) // ASKED][:ASKED]
    (folder / "set.jsonl").write_text("".join(f"{line}\n" for line in few), "utf-8")
    answering, wanted = InProcess(settings(sample_home), 1), questions(folder / "set.jsonl")
    score(asked(answering, wanted, folder / "run", Way(workers=1), lambda n, of: None))
    return folder / "run"


def told_of(items: Sequence[Item], records: Sequence[Record]) -> Told:
    """A run made by hand, with its scores."""
    product = Product(how="in process", generation="g1", built="", documents=1, passages=1)
    about = About(HELD, AskedSet("set.jsonl", "0", len(items)), product, "m", {}, 1)
    run = Run(Path("run"), about, tuple(items), tuple(records), KeptTexts({}))
    return of_run(run, scored(run.pairs))
