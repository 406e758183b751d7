"""What searching costs, and what others take for it: speed, size and memory.

The passages are the sample's, grown to size; documents are not read here, which `eval.bench` and
`eval.bench.pages` measure. Machines differ and are shared: compare the systems of one run.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from eval.bench.figures import Figures, figures
from eval.bench.grown import grown, sample
from eval.bench.job import Condition, Queries
from eval.bench.systems import System, step, systems, write
from eval.questions import SAMPLE
from eval.sets import read
from index import Passage

CONDITION = Condition("referat", "2018-01-01", "2021-12-31")


def measured(size: int, peers: str | None) -> list[Figures]:
    """The figures of ours and, with a Python that has them, of the peers, over `size` passages."""
    originals = sample(SAMPLE / "documents")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write(folder, grown(originals, size), asked(originals))
        found = [one for each, python in systems(size, peers) if (one := of(each, folder, python))]
    return found


def asked(originals: Sequence[Passage]) -> Queries:
    """The sample's own titles and questions."""
    return Queries(
        titles=sorted({p.ref.item_title for p in originals if p.ref.item_title}),
        questions=[item.question for item in read(SAMPLE / "questions.jsonl")],
        condition=CONDITION,
    )


def of(system: System, folder: Path, python: str) -> Figures | None:
    """The figures of a system; `None` where it is not installed, which was said then."""
    built = step(system, "build", folder, python)
    searched = step(system, "search", folder, python) if built else None
    return figures(system.name, built, searched) if built and searched else None
