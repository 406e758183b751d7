"""The bench on a few passages, through its processes."""

import sys
from pathlib import Path

import pytest

from eval.bench import child, search
from eval.bench.grown import grown, sample
from eval.bench.job import Row, queries, rows
from eval.questions import SAMPLE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A measurement of 350 passages."""
    path = tmp_path_factory.mktemp("bench")
    originals = sample(SAMPLE / "documents")
    search.write(path, grown(originals, 350), originals)
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
    assert len(asked.questions) == 45


def test_every_system_is_measured_in_processes_of_its_own(folder: Path) -> None:
    found = search._measured(*search.OURS, folder, sys.executable)

    assert found
    assert found.passages == 350
    assert found.disk > 100_000
    assert found.filtered
    assert min(found.build_memory, found.search_memory) > 10e6


def test_a_peer_that_is_not_installed_is_named_and_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = search._measured("Another", "eval.bench.peers.another", folder, sys.executable)

    assert found is None
    assert capsys.readouterr().out.startswith("Another: not installed (No module named")


def test_every_peer_has_its_module() -> None:
    peers = Path(search.__file__).parent / "peers"
    modules = {f"eval.bench.peers.{p.stem}" for p in peers.glob("*.py") if p.stem != "__init__"}

    assert {module for _, module, _ in search.PEERS} == modules


def test_the_memory_of_a_process_is_not_that_of_the_one_that_started_it() -> None:
    assert 1e6 < child.peak() < 100e9
