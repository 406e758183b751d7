"""The systems that are measured, each step in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import typer

from eval.bench.child import NOT_INSTALLED
from eval.bench.job import PASSAGES, QUERIES, Queries
from eval.bench.ours import PASSAGE
from index import Passage

ROOT = Path(__file__).parents[2]
# No system may ask the network for anything, nor tell anyone of its use.
OFFLINE = {"HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}
INSTALL = """\
The peers want an environment of their own, with pip 25.1 or newer:
    python3 -m venv .venv/peers
    .venv/peers/bin/pip install --upgrade pip
    .venv/peers/bin/pip install --group peers
    aftalesvar-eval bench --peers .venv/peers/bin/python"""


@dataclass(frozen=True, slots=True)
class System:
    """A system by its name, its module, and the most passages that it is tried with."""

    name: str
    module: str
    most: int | None = None


OURS = System("Aftalesvar", "eval.bench.ours")
PEERS = (
    System("bm25s", "eval.bench.peers.bm25"),
    System("LlamaIndex BM25", "eval.bench.peers.llama"),
    System("Haystack BM25", "eval.bench.peers.haystack"),
    # Embedding 1,000 passages takes a minute or two.
    System("LlamaIndex, all-MiniLM", "eval.bench.peers.llama_vector", 1000),
)


def systems(size: int, peers: str | None) -> Iterator[tuple[System, str]]:
    """Ours, and the peers that are tried with so many passages, each with its Python."""
    yield OURS, sys.executable
    for peer in PEERS:
        if peers and (peer.most is None or size <= peer.most):
            yield peer, peers


def write(folder: Path, passages: Sequence[Passage], asked: Queries) -> None:
    """The files of a measurement: the passages, and what is asked."""
    with (folder / PASSAGES).open("wb") as file:
        file.writelines(PASSAGE.dump_json(passage) + b"\n" for passage in passages)
    (folder / QUERIES).write_text(json.dumps(asdict(asked), ensure_ascii=False), "utf-8")


def step(system: System, name: str, folder: Path, python: str) -> dict[str, Any] | None:
    """What a step of a system prints; `None`, and a line, where the system is not installed."""
    done = subprocess.run(
        [python, "-m", "eval.bench.child", system.module, name, str(folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | OFFLINE,
        check=False,
    )
    if done.returncode == NOT_INSTALLED:
        typer.echo(f"{system.name}: not installed for {python} ({done.stderr.strip()})", err=True)
        return None
    if done.returncode:
        raise RuntimeError(f"{system.name} could not {name}:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
