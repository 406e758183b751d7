"""Whether a bot can work: what was looked at, and what to do where something is not in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from bots import build
from service import build as service
from service.errors import ServiceError
from service.settings import Settings
from service.unready import SearchIndexError


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at; `text` says how it is and, where not `good`, what to do."""

    good: bool
    text: str

    @property
    def line(self) -> str:
        """As it is printed."""
        return f"{'ok     ' if self.good else 'NOT OK '}{self.text}"


def of_home(chosen: Settings) -> Iterator[Finding]:
    """What every bot needs of the home."""
    yield _index(chosen)
    try:
        build.memory(chosen).sweep()
        linked = len(service.accounts(chosen).listed())
    except ServiceError as error:
        yield Finding(False, str(error))
    else:
        yield Finding(True, f"the bots' memory in {chosen.home} can be used")
        yield Finding(True, f"accounts with rights to closed items: {linked}")


def _index(chosen: Settings) -> Finding:
    try:
        here = service.assistant(chosen).overview()
    except SearchIndexError as error:
        return Finding(False, str(error))
    return Finding(True, f"the index has {here.documents} documents ({here.generation})")
