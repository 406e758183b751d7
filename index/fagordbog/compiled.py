"""The fagordbog made ready for searching, in a file: read only where a text needs it.

A book has some sixty thousand words and phrases. Making them ready takes seconds; the shipped book
is made ready when the project is installed, a house's own once after each change.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from threading import Lock

from index.compounds import Splitter
from index.errors import IndexDamaged
from index.fagordbog.concept import Concept, Kind
from index.fagordbog.laws import names_of_laws
from index.fagordbog.links import links
from index.fagordbog.phrases import Phrase, all_stems, phrases

OWN = 2  # times a word of the book counts as used, so that it may be a part of others
REMEMBERED = 50_000  # stems; more than a collection of 10,000 passages has
TABLES = """
    create table phrases (stem text primary key, phrases text not null) without rowid;
    create table concepts (number integer primary key, term text not null, links text not null);
    create table laws (name text primary key, law text not null) without rowid;
    create table words (word text primary key) without rowid;
    create table made (fingerprint text not null);
"""


def compile_book(path: Path, concepts: Sequence[Concept], fingerprint: str) -> None:
    """Write the concepts, made ready, into the file `path`; all of it or nothing."""
    stems = all_stems(concepts)
    words = sorted({word for said, _ in stems.values() for word in said})
    found = phrases(concepts, Splitter(Counter(dict.fromkeys(words, OWN))), stems)
    numbered = enumerate(zip(concepts, links(concepts), strict=True))
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as base, base:
        base.executescript(TABLES)
        base.executemany(
            "insert into phrases values (?, ?)",
            ((stem, json.dumps([_row(p) for p in under])) for stem, under in found.items()),
        )
        base.executemany(
            "insert into concepts values (?, ?, ?)",
            ((n, concept.term, json.dumps(linked)) for n, (concept, linked) in numbered),
        )
        base.executemany("insert into laws values (?, ?)", names_of_laws(concepts).items())
        base.executemany("insert into words values (?)", ((word,) for word in words))
        base.execute("insert into made values (?)", (fingerprint,))
    part.rename(path)


def _row(phrase: Phrase) -> list[object]:
    return [
        phrase.stems,
        phrase.concept,
        phrase.text,
        phrase.kind.value,
        phrase.ambiguous,
        round(phrase.share, 4),
    ]


class Compiled:
    """A compiled book, open for reading; its methods raise `IndexDamaged`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        try:
            self._base = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise IndexDamaged(path) from error
        self.under = lru_cache(REMEMBERED)(self._under)
        self.concept = lru_cache(REMEMBERED)(self._concept)

    @property
    def fingerprint(self) -> str:
        """What tells this book from others."""
        return next(iter(self._rows("select fingerprint from made")))[0]

    @property
    def whole(self) -> bool:
        """Whether all of the file can be read."""
        return next(iter(self._rows("pragma quick_check(1)")))[0] == "ok"

    @property
    def count(self) -> int:
        """How many concepts there are; they are numbered from 0."""
        return int(next(iter(self._rows("select count(*) from concepts")))[0])

    def _under(self, stem: str) -> tuple[Phrase, ...]:
        """The phrases whose rarest stem is `stem`."""
        rows = self._rows("select phrases from phrases where stem = ?", stem)
        return tuple(_phrase(row) for text in rows for row in json.loads(text[0]))

    def _concept(self, number: int) -> tuple[str, dict[int, float]]:
        """A concept's term, and the concepts linked to it with their shares."""
        rows = self._rows("select term, links from concepts where number = ?", number)
        for term, linked in rows:
            return term, {int(other): share for other, share in json.loads(linked).items()}
        raise IndexDamaged(self._path)

    def laws(self) -> dict[str, str]:
        """The names of laws, lower case, each with the law's concept."""
        return {name: law for name, law in self._rows("select name, law from laws")}

    def words(self) -> Counter[str]:
        """The stems of all words, each as often as it counts as used."""
        return Counter(dict.fromkeys((row[0] for row in self._rows("select word from words")), OWN))

    def _rows(self, query: str, *values: object) -> Iterable[tuple[str, ...]]:
        try:
            with self._lock:
                return self._base.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise IndexDamaged(self._path) from error

    def close(self) -> None:
        """Give the file back."""
        self._base.close()


def _phrase(row: list[object]) -> Phrase:
    stems, concept, text, kind, ambiguous, share = row
    return Phrase(
        tuple(stems),  # type: ignore[arg-type]  # JSON as `_row` wrote it
        int(concept),  # type: ignore[call-overload]
        str(text),
        Kind(str(kind)),
        bool(ambiguous),
        float(share),  # type: ignore[arg-type]
    )
