"""Where the compiled book of a home lies: beside the shipped texts, or in the home.

python -m index.fagordbog                        makes the shipped book ready
HOME/collection/fagordbog/<fingerprint>.sqlite   the book with a house's own words
"""

from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.errors import IndexDamaged
from index.fagordbog.book import SHIPPED
from index.fagordbog.compiled import Compiled, compile_book
from index.fagordbog.house import GOOD, fingerprint_of, in_use, own_texts
from index.fagordbog.text import Problem
from index.fagordbog.textfiles import folder

READY = SHIPPED.with_name("ready.sqlite")


@dataclass(frozen=True, slots=True)
class Ready:
    """A book made ready, what tells it from others, and what is wrong in the house's files."""

    path: Path
    fingerprint: str
    problems: tuple[Problem, ...] = ()


def ready(home: Path) -> Ready:
    """The book of `home`, made ready now where it is not yet."""
    own = own_texts(home)
    if not own.texts and not own.problems:
        path = where(home, made := _shipped_fingerprint())
        if path == READY or _made(path) == made:
            return Ready(path, made)
    house = in_use(home)
    path = where(home, house.fingerprint)
    if _made(path) != house.fingerprint:
        path.parent.mkdir(parents=True, exist_ok=True)
        compile_book(path, list(house.book.concepts.values()), house.fingerprint)
    return Ready(path, house.fingerprint, house.problems)


def where(home: Path, fingerprint: str) -> Path:
    """Where the book with this fingerprint lies."""
    if _shipped() == fingerprint:
        return READY
    return (home / GOOD).with_name(f"{fingerprint[:16]}.sqlite")


def prune(home: Path, fingerprints: Collection[str]) -> None:
    """Remove the books of `home` that are none of these; who has one open keeps it."""
    kept = {where(home, fingerprint) for fingerprint in fingerprints}
    for path in (home / GOOD).parent.glob("*.sqlite"):
        if path not in kept:
            path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _shipped_fingerprint() -> str:
    return fingerprint_of(folder(SHIPPED).texts)


@lru_cache(maxsize=1)
def _shipped() -> str | None:
    """The fingerprint of the shipped book that lies ready; `None` where there is none."""
    return _made(READY)


def _made(path: Path) -> str | None:
    """The fingerprint of the book at `path`; `None` where none can be read there."""
    if path.exists():
        with suppress(IndexDamaged), closing(Compiled(path)) as book:
            return book.fingerprint if book.whole else None
    return None
