"""The bench on a few passages, through its processes."""

import sys
from pathlib import Path
from statistics import fmean

import pytest

from eval.bench import child, quality, search, systems
from eval.bench.grown import grown, sample
from eval.bench.job import Row, queries, rows
from eval.collections import sample as sample_collection
from eval.questions import SAMPLE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A measurement of 350 passages."""
    path = tmp_path_factory.mktemp("bench")
    originals = sample(SAMPLE / "documents")
    systems.write(path, grown(originals, 350), search.asked(originals))
    return path


def test_a_peer_sees_all_that_is_searched_and_filtered_by(folder: Path) -> None:
    first = sample(SAMPLE / "documents")[0]

    found = rows(folder)

    held = first.ref.held.isoformat() if first.ref.held else None
    assert len(found) == 350
    assert found[0] == Row("1", f"{first.context}\n{first.text}", first.ref.kind.value, held)


def test_the_samples_own_titles_and_questions_are_asked(folder: Path) -> None:
    asked = queries(folder)

    assert len(asked.titles) >= 20
    assert len(asked.questions) == 123


def test_every_system_is_measured_in_processes_of_its_own(folder: Path) -> None:
    found = search.of(systems.OURS, folder, sys.executable)

    assert found
    assert found.passages == 350
    assert found.disk > 100_000
    assert found.filtered
    assert min(found.build_memory, found.search_memory) > 10e6


def test_a_peer_that_is_not_installed_is_named_and_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    another = systems.System("Another", "eval.bench.peers.another")

    found = search.of(another, folder, sys.executable)

    assert found is None
    assert capsys.readouterr().err.startswith("Another: not installed for ")


def test_every_peer_has_its_module() -> None:
    peers = Path(systems.__file__).parent / "peers"
    modules = {f"eval.bench.peers.{p.stem}" for p in peers.glob("*.py") if p.stem != "__init__"}

    assert {peer.module for peer in systems.PEERS} == modules


def test_the_memory_of_a_process_is_not_that_of_the_one_that_started_it() -> None:
    assert 1e6 < child.peak() < 100e9


def test_the_quality_of_search_is_that_of_its_rankings() -> None:
    asked = sample_collection()

    scores = quality.of_collection(asked, None)["Aftalesvar"]

    assert {len(values) for values in scores.values()} == {len(asked.items)}
    assert 0.5 < fmean(scores["nDCG@10"]) < 1


def test_a_peer_is_told_by_its_distance_from_ours() -> None:
    found = {"Aftalesvar": {"RR@10": [1.0, 0.5]}, "Another": {"RR@10": [0.5, 0.0]}}

    heads, lines = quality.rows(found)

    assert heads == ["", "RR@10"]
    assert lines == [["Aftalesvar", "75.0"], ["Another", "-50.0 [-50.0; -50.0]*"]]
