"""Where a home's compiled book lies."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.fagordbog import Concept, ready
from index.fagordbog.compiled import Compiled, compile_book
from index.fagordbog.house import GOOD

SOME = [Concept("takst")]
Shipped = Callable[[], Path]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shipped]:
    """Says where the shipped book may lie ready: in a folder of the test's own."""
    lies = tmp_path / "pakke" / "ready.sqlite"
    lies.parent.mkdir()
    monkeypatch.setattr(ready, "READY", lies)
    ready._shipped.cache_clear()
    yield lambda: lies
    ready._shipped.cache_clear()


@pytest.fixture(scope="module")
def own_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a word of its own, whose book was made ready once."""
    home = tmp_path_factory.mktemp("hus")
    (home / "fagordbog").mkdir()
    write(home, "[kaffeordning]\nhverdag: gratis kaffe")
    ready.ready(home)
    return home


def write(home: Path, text: str) -> None:
    (home / "fagordbog" / "egne.txt").write_text(text, "utf-8")


def compiled(home: Path) -> list[Path]:
    return sorted((home / GOOD).parent.glob("*.sqlite"))


def terms(path: Path) -> set[str]:
    with closing(Compiled(path)) as book:
        return {book.concept(number)[0] for number in range(book.count)}


def test_the_shipped_book_that_lies_ready_is_used(home: Path, shipped: Shipped) -> None:
    compile_book(shipped(), SOME, ready._shipped_fingerprint())

    found = ready.ready(home)

    assert found == ready.Ready(shipped(), ready._shipped_fingerprint())
    assert ready.where(home, found.fingerprint) == shipped()
    assert compiled(home) == []


@pytest.mark.parametrize("lies", ["stale", "damaged", "empty"])
def test_one_that_is_not_right_is_not_used(home: Path, shipped: Shipped, lies: str) -> None:
    if lies == "stale":
        compile_book(shipped(), SOME, "of texts that were others")
    else:
        shipped().write_bytes(b"nonsens" * 1_000 if lies == "damaged" else b"")

    found = ready.ready(home)

    assert compiled(home) == [found.path]
    assert found.fingerprint == ready._shipped_fingerprint()
    assert ready.where(home, found.fingerprint) == found.path


def test_a_house_with_words_of_its_own_has_its_own_book(own_book: Path) -> None:
    found = ready.ready(own_book)

    assert compiled(own_book) == [found.path]
    assert found.fingerprint != ready._shipped_fingerprint()
    assert {"kaffeordning", "takst"} <= terms(found.path)
    assert found.problems == ()


def test_a_book_that_was_made_ready_is_not_made_again(own_book: Path) -> None:
    first = ready.ready(own_book)
    before = first.path.stat()

    again = ready.ready(own_book)

    assert again == first
    assert (again.path.stat().st_ino, again.path.stat().st_mtime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
    )


def test_the_book_knows_the_fingerprint_it_is_found_by(own_book: Path) -> None:
    found = ready.ready(own_book)

    with closing(Compiled(found.path)) as book:
        assert book.fingerprint == found.fingerprint
    assert ready.where(own_book, found.fingerprint) == found.path


def test_an_old_book_is_removed_and_who_has_it_open_keeps_it(home: Path) -> None:
    write(home, "[kaffeordning]")
    with closing(Compiled(ready.ready(home).path)) as old:
        write(home, "[teordning]")
        book = ready.ready(home)
        new = book.path
        assert len(compiled(home)) == 2  # a killed update must not take the book in use away

        ready.prune(home, {book.fingerprint})

        assert compiled(home) == [new]
        assert "kaffeordning" in {old.concept(number)[0] for number in range(old.count)}
        assert "teordning" in terms(new)


def test_a_broken_file_leaves_the_last_good_book_in_use(own_book: Path) -> None:
    good = ready.ready(own_book)
    text = (own_book / "fagordbog" / "egne.txt").read_text("utf-8")

    write(own_book, "[teordning]\nnonsens")
    found = ready.ready(own_book)
    write(own_book, text)

    assert (found.path, found.fingerprint) == (good.path, good.fingerprint)
    assert [problem.file for problem in found.problems] == ["egne.txt"]


def test_without_own_words_any_more_the_shipped_book_is_used_again(
    home: Path, shipped: Shipped
) -> None:
    compile_book(shipped(), SOME, ready._shipped_fingerprint())
    write(home, "[kaffeordning]")
    assert ready.ready(home).path == compiled(home)[0]

    (home / "fagordbog" / "egne.txt").unlink()

    assert ready.ready(home).path == shipped()


def test_a_damaged_book_is_made_anew(own_book: Path) -> None:
    path = ready.ready(own_book).path
    path.write_bytes(path.read_bytes()[:4096] + b"nonsens" * 500)

    assert ready.ready(own_book).path == path
    with closing(Compiled(path)) as book:
        assert book.whole
