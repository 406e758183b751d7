"""What an update did."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or source that could not be read, why, and what to do about it.

    `code` is the reason for machines; `kept` says that an older reading is still in use.
    """

    file: str
    code: str
    message: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file that is found under another name, or under a second one."""

    file: str
    was: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did, by the files' names in their source.

    `duplicates` are further names of a document that is there already, `ignored` files that are no
    documents, `failures` files in quarantine, `unreached` sources that could not be listed, `held`
    documents with CPR numbers that wait for their release, `withheld` files that vanished in such
    numbers that they stay until it is confirmed, `released` those that were let in. `concerns`
    counts the findings by kind, `model` tells how the embedding model did, `fagordbog` what is
    wrong in the house's own words.
    """

    generation: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[Renamed, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    duplicates: tuple[Renamed, ...] = ()
    ignored: tuple[Failure, ...] = ()
    failures: tuple[Failure, ...] = ()
    unreached: tuple[Failure, ...] = ()
    held: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    concerns: Mapping[str, int] = field(default_factory=dict)
    documents: int = 0
    passages: int = 0
    model: str | None = None
    fagordbog: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether everything that is in the sources could be read and is in step."""
        return not (self.failures or self.unreached or self.withheld)
