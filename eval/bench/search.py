"""`python -m eval.bench.search`: what searching costs, and what others take for it.

The passages are the sample's, grown to size; documents are not read here, which `eval.bench` and
`eval.bench.pages` measure. Machines differ and are shared: compare the systems of one run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.bench.child import NOT_INSTALLED
from eval.bench.figures import HEADS, Figures, figures, rows
from eval.bench.grown import grown, sample
from eval.bench.job import PASSAGES, QUERIES, Condition, Queries
from eval.bench.ours import PASSAGE
from eval.questions import SAMPLE
from eval.tables import save, show, table
from index import Passage

ROOT = Path(__file__).parents[2]
OURS = ("Aftalesvar", "eval.bench.ours")
# Name, module, and the most passages it is tried with: embedding 1,000 takes a minute or two.
PEERS = (
    ("bm25s", "eval.bench.peers.bm25", None),
    ("LlamaIndex BM25", "eval.bench.peers.llama", None),
    ("Haystack BM25", "eval.bench.peers.haystack", None),
    ("LlamaIndex, all-MiniLM", "eval.bench.peers.llama_vector", 1000),
)
# No system may ask the network for anything, nor tell anyone of its use.
OFFLINE = {"HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}
CONDITION = Condition("referat", "2018-01-01", "2021-12-31")


def main() -> int:
    """Print a table for each size."""
    wanted = _arguments()
    originals = sample(SAMPLE / "documents")
    measured: dict[str, object] = {}
    for size in wanted.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), grown(originals, size), originals)
            found = _all(Path(folder), size, wanted.peers)
        show(table(f"{size} passages", HEADS, rows(found)))
        measured[str(size)] = [asdict(one) for one in found]
        save(wanted.json, measured)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.bench.search", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[1000, 10_000], help="as in 1000,10000")
    parser.add_argument(
        "--peers",
        nargs="?",
        const=sys.executable,
        metavar="PYTHON",
        help="measure other systems too, installed in the environment of this Python",
    )
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def write(folder: Path, passages: Sequence[Passage], originals: Sequence[Passage]) -> None:
    """The files of a measurement: the passages, and what is asked."""
    with (folder / PASSAGES).open("wb") as file:
        file.writelines(PASSAGE.dump_json(passage) + b"\n" for passage in passages)
    lines = (SAMPLE / "questions.jsonl").read_text("utf-8").splitlines()
    asked = Queries(
        titles=sorted({p.ref.item_title for p in originals if p.ref.item_title}),
        questions=[json.loads(line)["question"] for line in lines],
        condition=CONDITION,
    )
    (folder / QUERIES).write_text(json.dumps(asdict(asked), ensure_ascii=False), "utf-8")


def _all(folder: Path, size: int, peers: str | None) -> list[Figures]:
    ours = _measured(*OURS, folder, sys.executable)
    found = [ours] if ours else []
    for name, module, most in PEERS:
        if peers and (most is None or size <= most):
            peer = _measured(name, module, folder, peers)
            found += [peer] if peer else []
    return found


def _measured(name: str, module: str, folder: Path, python: str) -> Figures | None:
    """The figures of a system; `None`, and a line that says so, where it is not installed."""
    steps: list[dict[str, Any]] = []
    for step in ("build", "search"):
        done = subprocess.run(
            [python, "-m", "eval.bench.child", module, step, str(folder)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ | OFFLINE,
            check=False,
        )
        if done.returncode == NOT_INSTALLED:
            print(f"{name}: not installed ({done.stderr.strip()}); see docs/measuring.md")
            return None
        if done.returncode:
            raise RuntimeError(f"{name} could not {step}:\n{done.stderr}")
        steps.append(json.loads(done.stdout.splitlines()[-1]))
    return figures(name, *steps)


if __name__ == "__main__":
    sys.exit(main())
