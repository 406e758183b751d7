"""What the measures say of a run: `scores.json`."""

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import BadRun
from eval.measures.catalogue import scored
from eval.measures.scores import Scores
from eval.runs.asked_set import Questions
from eval.runs.folder import SCORED, SCORES, Run, read, seen_with
from eval.runs.lines import replace

STORED = TypeAdapter(Scores)


def score(run: Run) -> Scores:
    """The numbers of the run, kept in its folder; the same run gives the same file."""
    found = scored(run.pairs)
    data = json.dumps(STORED.dump_python(found, mode="json"), ensure_ascii=False, indent=1)
    replace(run.folder / SCORES, f"{data}\n".encode())
    return found


def rescored(folder: Path, newer: Questions | None) -> tuple[Run, Scores]:
    """The run in `folder` scored anew, by a `newer` state of its set, or else by its own.

    What the newer set does not ask any more is left out, and so is what was not asked. Raises
    `BadRun` where it asks something else under the same id, or nothing that was asked.
    """
    before = read(folder)
    if newer is None:
        (folder / SCORED).unlink(missing_ok=True)
        run = read(folder)
    else:
        run = seen_with(folder, before.about, newer.items)
        if not run.records:
            raise BadRun(f"{folder}: no question of {newer.name} was asked in this run")
        replace(folder / SCORED, newer.data)
    return run, score(run)


def read_scores(folder: Path) -> Scores:
    """What the measures said of the run in `folder` when it was scored; raises `BadRun`."""
    path = folder / SCORES
    try:
        return STORED.validate_json(path.read_bytes())
    except FileNotFoundError:
        raise BadRun(
            f"{folder} has no scores; make them with 'aftalesvar-eval score {folder}'"
        ) from None
    except ValidationError as error:
        raise BadRun(
            f"{path}: not as this program writes it; make it again with 'aftalesvar-eval score'"
        ) from error
