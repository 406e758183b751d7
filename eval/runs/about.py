"""What is known of a run besides its answers: `run.json`."""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import BadRun

FORMAT = 1  # of the folder; one that is newer is refused


@dataclass(frozen=True, slots=True)
class AskedSet:
    """The set that was asked: its file's name, and the SHA-256 of `questions.jsonl`."""

    name: str
    sha256: str
    questions: int


@dataclass(frozen=True, slots=True)
class Product:
    """What answered.

    `how` is "in process" or the service's address. `settings` are those that change answers,
    without secrets. `code` is a fingerprint of the code that answers; over an address settings and
    code are not known, and `version` is the service's.
    """

    how: str
    generation: str
    built: str
    documents: int
    passages: int
    version: str = ""
    code: str = ""
    source: str = ""
    settings: dict[str, str | int | None] | None = None


@dataclass(frozen=True, slots=True)
class About:
    """How a run came about; `when` is UTC.

    `machine` and `versions` are where it was asked from, `workers` how many questions at a time:
    with more than there are cores, each takes longer.
    """

    when: str
    asked: AskedSet
    product: Product
    machine: str
    versions: dict[str, str]
    workers: int = 1
    format: int = FORMAT


STORED = TypeAdapter(About)


def read_about(path: Path) -> About:
    """The file at `path`; raises `BadRun`."""
    try:
        data = path.read_bytes()
        found = json.loads(data)
    except FileNotFoundError:
        raise BadRun(
            f"{path.parent} is no run, it has no {path.name}; make one with "
            f"'aftalesvar-eval run SET --out {path.parent}'"
        ) from None
    except ValueError as error:
        raise BadRun(f"{path}: no JSON ({error})") from error
    version = found.get("format") if isinstance(found, dict) else None
    if isinstance(version, int) and version > FORMAT:
        raise BadRun(
            f"{path}: a run of format {version}; this version reads up to {FORMAT}, read it with "
            "the version that wrote it or a newer one"
        )
    try:
        return STORED.validate_json(data)
    except ValidationError as error:
        raise BadRun(f"{path}: not as this program writes it ({_told(error)})") from error


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
