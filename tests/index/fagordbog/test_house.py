"""A house's own words beside the shipped ones, and what stays in use when they are broken."""

import os
from pathlib import Path

import pytest

from index.fagordbog import Book, Kind, Label, Relation, checked, in_use, own_texts, seen
from index.fagordbog.book import SHIPPED
from index.fagordbog.house import GOOD


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What everyone has, but for the one test with all of it."""
    made = tmp_path_factory.mktemp("everyones")
    (made / "takster.txt").write_text("[takst]\nfagord: enhedspris\n[plads]", "utf-8")
    (made / "møder.txt").write_text("[møde]\nbeslægtet: plads", "utf-8")
    return made


def write(home: Path, text: str, name: str = "egne.txt") -> Path:
    path = home / "fagordbog" / name
    path.write_text(text, "utf-8")
    return path


def test_without_own_files_the_shipped_book_is_in_use(tmp_path: Path, shipped_book: Book) -> None:
    found = in_use(tmp_path)

    assert found.book == shipped_book
    assert found.problems == ()
    assert list(tmp_path.iterdir()) == []


def test_own_files_add_concepts_and_words(home: Path, base: Path) -> None:
    write(home, "[kaffeordning]\nhverdag: gratis kaffe\nbeslægtet: takst\n[takst]\nfagord: kapris")

    found = in_use(home, base=base)

    assert found.problems == ()
    assert "kaffeordning" in found.book.concepts
    assert Label("kapris", Kind.PROFESSIONAL) in found.book.concepts["takst"].labels
    assert (Relation.RELATED, "kaffeordning") in found.book.concepts["takst"].links


def test_a_file_of_a_shipped_name_replaces_it(home: Path, base: Path) -> None:
    write(home, "[takst]\nfagord: kapris", "takster.txt")

    found = in_use(home, base=base)

    assert [label.text for label in found.book.concepts["takst"].labels] == ["kapris"]
    assert found.problems == ()  # what others link to in the file that is gone is left out


@pytest.mark.parametrize("broken", ["nonsens", "[a]\nbredere: findes ikke", "[a]\nfagord: ?"])
def test_where_a_file_is_broken_the_last_good_ones_stay(
    home: Path, base: Path, broken: str
) -> None:
    write(home, "[kaffeordning]", "b.txt")
    write(home, "[teordning]")
    good = in_use(home, base=base)

    write(home, f"[saftordning]\n{broken}")
    found = in_use(home, base=base)

    assert [problem.file for problem in found.problems] == ["egne.txt"]
    assert found.fingerprint == good.fingerprint
    assert found.book.concepts == good.book.concepts


def test_without_a_last_good_one_the_shipped_book_alone_is_in_use(home: Path, base: Path) -> None:
    write(home, "[kaffeordning]\nnonsens")

    found = in_use(home, base=base)

    assert found.book == seen(home / "andet", base=base).book
    assert [str(p)[:26] for p in found.problems] == ["egne.txt line 2: 'nonsens'"]
    assert not (home / GOOD).exists()


def test_a_corrected_file_is_in_use_again(home: Path, base: Path) -> None:
    write(home, "nonsens")
    in_use(home, base=base)
    write(home, "[kaffeordning]")

    assert "kaffeordning" in in_use(home, base=base).book.concepts


def test_files_that_were_taken_away_do_not_come_back(home: Path, base: Path) -> None:
    path = write(home, "[kaffeordning]")
    in_use(home, base=base)
    path.unlink()
    in_use(home, base=base)
    write(home, "nonsens")

    assert "kaffeordning" not in in_use(home, base=base).book.concepts


def test_the_fingerprint_changes_with_the_names_and_contents_in_use(home: Path, base: Path) -> None:
    nothing = in_use(home, base=base).fingerprint
    write(home, "[kaffeordning]")
    one = in_use(home, base=base).fingerprint
    write(home, "[kaffeordning] ")
    other = in_use(home, base=base).fingerprint
    (home / "fagordbog" / "egne.txt").rename(home / "fagordbog" / "vore.txt")
    renamed = in_use(home, base=base).fingerprint

    assert len({nothing, one, other, renamed}) == 4
    assert in_use(home, base=base).fingerprint == renamed


def test_who_only_looks_writes_nothing(home: Path, base: Path) -> None:
    write(home, "[kaffeordning]")

    assert "kaffeordning" in seen(home, base=base).book.concepts
    assert not (home / "collection").exists()


def test_the_copy_is_written_in_one_step(home: Path, base: Path) -> None:
    write(home, "[kaffeordning]")
    in_use(home, base=base)

    assert os.listdir((home / GOOD).parent) == [GOOD.name]


def test_a_killed_copy_changes_nothing(home: Path, base: Path) -> None:
    write(home, "[kaffeordning]")
    in_use(home, base=base)
    (home / GOOD).with_name(f"{GOOD.name}.new").write_text('{"egne.txt": "[kaf')
    write(home, "nonsens")

    assert "kaffeordning" in in_use(home, base=base).book.concepts


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"egne.txt": 7}', b"[" * 100_000])
def test_a_damaged_copy_is_as_none(home: Path, base: Path, content: bytes) -> None:
    write(home, "[kaffeordning]")
    in_use(home, base=base)
    (home / GOOD).write_bytes(content)
    write(home, "nonsens")

    assert in_use(home, base=base).book.concepts == seen(home / "andet", base=base).book.concepts


def test_a_copy_that_cannot_be_written_is_told_and_the_files_are_in_use(
    home: Path, base: Path
) -> None:
    write(home, "[kaffeordning]")
    (home / "collection").write_text("in the way")

    found = in_use(home, base=base)

    assert "kaffeordning" in found.book.concepts
    assert "no copy could be written" in str(found.problems[0])


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[a]\x00", b"x\n" * 1_000_000, b"[a]" * 9])
def test_a_file_of_anything_is_told_and_never_raised(
    home: Path, base: Path, content: bytes
) -> None:
    (home / "fagordbog" / "egne.txt").write_bytes(content)

    found = in_use(home, base=base)

    assert 1 <= len(found.problems) <= 51
    assert found.book == seen(home / "andet", base=base).book


def test_a_folder_a_pipe_and_a_loop_are_told(home: Path, base: Path) -> None:
    own = home / "fagordbog"
    (own / "a.txt").mkdir()
    os.mkfifo(own / "b.txt")
    (own / "c.txt").symlink_to(own / "c.txt")

    found = in_use(home, base=base)

    assert [problem.file for problem in found.problems] == ["a.txt", "b.txt", "c.txt"]
    assert found.book == seen(home / "andet", base=base).book


def test_checked_files_are_told_of_and_no_others(home: Path) -> None:
    write(home, "[takst (egen)]", "b.txt")

    found = checked(own_texts(home))

    assert found.problems == ()
    assert [remark.file for remark in found.remarks] == ["b.txt"]


def test_a_link_that_a_replaced_file_leaves_open_is_a_remark(home: Path) -> None:
    write(home, "[takst]", "takster.txt")

    found = checked(own_texts(home))

    assert found.problems == ()
    assert any("which is no concept" in remark.said for remark in found.remarks)


def test_without_own_files_the_shipped_ones_are_checked(home: Path) -> None:
    found = checked(own_texts(home))

    shipped = {path.name for path in SHIPPED.glob("*.txt")}
    assert found.remarks
    assert {remark.file for remark in found.remarks} <= shipped


def test_checked_files_may_link_to_those_beside(home: Path) -> None:
    write(home, "[teordning]\nbeslægtet: kaffeordning")

    alone = checked(own_texts(home))
    with_others = checked(own_texts(home), beside={"b.txt": "[kaffeordning]"})

    assert len(alone.problems) == 1
    assert with_others.problems == ()
