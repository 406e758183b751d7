"""A house's own words: its files in HOME/fagordbog beside the shipped ones, or in their place.

HOME/fagordbog/*.txt                       what the house writes
HOME/collection/fagordbog/good.json        its files as they last were without a problem
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from index.fagordbog import textfiles
from index.fagordbog.book import SHIPPED, Book, joined
from index.fagordbog.text import Problem
from index.fagordbog.textfiles import Texts
from index.ledger import put

OWN = "fagordbog"
GOOD = Path("collection", "fagordbog", "good.json")
NOTHING: Mapping[str, str] = {}
# The code that makes a book ready.
HERE = Path(__file__).parent
FORMS = ("book.py", "compiled.py", "concept.py", "laws.py", "links.py", "phrases.py", "text.py")
MADE_BY = (
    *(HERE / name for name in FORMS),
    *(HERE.parent / name for name in ("compounds.py", "tokens.py")),
)
STORED = TypeAdapter(dict[str, str])


@dataclass(frozen=True, slots=True)
class HouseBook:
    """The book in use, what is wrong in the house's files, and what tells this book from others.

    Where something is wrong the book has the house's files as they last were without a problem.
    """

    book: Book
    problems: tuple[Problem, ...]
    fingerprint: str


def in_use(home: Path, *, base: Path = SHIPPED) -> HouseBook:
    """The book for searching in `home`; keeps a copy of the house's files where they are right.

    `base` holds the files that everyone has. Never raises, whatever the house's files are.
    """
    found, own = _found(home, base)
    if found.problems or own == _good(home):
        return found
    try:
        put(home / GOOD, STORED.dump_json(own))
    except OSError as error:
        said = f"no copy could be written to {home / GOOD} ({error.strerror}); see that it can"
        return replace(found, problems=(Problem(OWN, 1, said),))
    return found


def seen(home: Path, *, base: Path = SHIPPED) -> HouseBook:
    """The same, for who only looks: nothing is written."""
    return _found(home, base)[0]


def _found(home: Path, base: Path) -> tuple[HouseBook, dict[str, str]]:
    """The book in use, and the house's texts in it."""
    everyones, own = textfiles.folder(base).texts, own_texts(home)
    book = joined((everyones | own.texts).items())
    problems = _of(own.texts, book, own.problems)
    used = _good(home) if problems else own.texts
    texts = everyones | used
    if problems:
        book = joined(texts.items())
    return HouseBook(book, problems, fingerprint_of(texts)), used


@dataclass(frozen=True, slots=True)
class Checked:
    """What an editor's files make of the book, and what is to be told about them."""

    book: Book
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def own_texts(home: Path) -> Texts:
    """The house's files as they are now."""
    return textfiles.folder(home / OWN)


def checked(own: Texts, *, beside: Mapping[str, str] = NOTHING) -> Checked:
    """The editor's files with the shipped ones and those `beside`; without any, these alone.

    Where they leave out what another file links to, that is a remark: the link is left out too.
    """
    others = {**textfiles.folder(SHIPPED).texts, **beside}
    book = joined((others | own.texts).items())
    mine = own.texts if own.texts or own.problems else others
    elsewhere = (problem for problem in book.problems if problem.file not in mine)
    remarks = (remark for remark in book.remarks() if remark.file in mine)
    return Checked(book, _of(mine, book, own.problems), (*elsewhere, *remarks))


def _of(names: Collection[str], book: Book, before: Iterable[Problem]) -> tuple[Problem, ...]:
    return (*before, *(problem for problem in book.problems if problem.file in names))


def _good(home: Path) -> dict[str, str]:
    """The house's texts as they last were without a problem; none where that is not known."""
    try:
        return STORED.validate_json((home / GOOD).read_bytes())
    except (OSError, ValueError):
        return {}


def fingerprint_of(texts: Mapping[str, str]) -> str:
    """What tells these texts, and how they are made ready, from others."""
    digest = hashlib.sha256()
    for path in MADE_BY:
        digest.update(path.read_bytes())
    for name in sorted(texts):
        for part in (name.encode(), texts[name].encode()):
            digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()
