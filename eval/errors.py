"""What can go wrong when answers are evaluated.

ServiceError
└── EvalError     something the person who evaluates can do something about
    ├── BadSet    a set of questions, or what it is written to; every fault with its place
    ├── BadRun    a folder that is no run, or one of another set, index or format
    └── Broken    what is asked does not answer any more; what was answered is kept
        └── NoService    at the address is something else
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service.errors import ServiceError

SHOWN = 200  # faults in a message; a file of another kind has one on every line


class EvalError(ServiceError):
    """Something the person who evaluates can do something about."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and what to do; `place` says where in the file, "" is the file as a whole."""

    place: str
    says: str


class BadSet(EvalError):
    """A set of questions that cannot be used; `faults` are all of them, and nothing was read."""

    def __init__(self, path: Path, faults: Sequence[Fault]) -> None:
        told = [f"{fault.place}: {fault.says}" if fault.place else fault.says for fault in faults]
        more = [f"… and {len(told) - SHOWN} more"] if len(told) > SHOWN else []
        said = [*told[:SHOWN], *more]
        many = f"{path}: {said[0]}" if len(said) == 1 else "\n  ".join([f"{path}:", *said])
        super().__init__(many)
        self.path = path
        self.faults = tuple(faults)


class BadRun(EvalError):
    """A folder that cannot be used as a run; the message says why and what to do."""


class Broken(EvalError):
    """What is asked does not answer any more, and trying again did not help."""


class NoService(Broken):
    """Somebody answers at the address, but not as our service does."""

    def __init__(self, url: str) -> None:
        super().__init__(f"what answers at {url} is no Aftalesvar service; see the address")
