"""Files of words on a disk, whatever they are."""

import os
from pathlib import Path

import pytest

from index.fagordbog.text import MOST_PROBLEMS, parsed
from index.fagordbog.textfiles import LARGEST, MOST_FILES, TOGETHER, folder


def told(path: Path) -> list[str]:
    return [str(problem) for problem in folder(path).problems]


def test_a_folder_gives_its_texts_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("[b]", "utf-8")
    (tmp_path / "a.TXT").write_text("[å]", "utf-8")
    for other in ("a.docx", ".skjult.txt", "~$b.txt"):
        (tmp_path / other).write_text("x", "utf-8")

    assert folder(tmp_path).texts == {"a.TXT": "[å]", "b.txt": "[b]"}
    assert folder(tmp_path).problems == []


def test_no_folder_has_no_files(tmp_path: Path) -> None:
    assert folder(tmp_path / "ingen").texts == {}
    assert told(tmp_path / "ingen") == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "fagordbog").write_text("[a]", "utf-8")

    assert told(tmp_path / "fagordbog") == [
        "fagordbog line 1: cannot be listed (Not a directory); "
        "make it a folder that this user may read"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[takst]\nfagord: døgn".encode("latin-1"), "line 2: is not UTF-8 text; save it as UTF-8"),
        ("[takst]".encode("utf-16"), "line 1: is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00", "line 1: is not UTF-8 text"),
        (b"[takst]\nfagord: a\x00b", "line 2: holds a NUL character"),
        (b"x" * (LARGEST + 1), "line 1: is too large (a file may have 2 MB"),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "egne.txt").write_bytes(content)

    [problem] = told(tmp_path)

    assert problem.startswith("egne.txt ")
    assert message in problem


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "egne.txt").open("wb") as file:
        file.truncate(100 << 20)

    assert "too large" in told(tmp_path)[0]


def test_a_million_lines_are_told_in_few(tmp_path: Path) -> None:
    (tmp_path / "egne.txt").write_text("x\n" * 1_000_000, "utf-8")

    [(name, text)] = folder(tmp_path).texts.items()

    assert len(parsed(text, name).problems) == MOST_PROBLEMS + 1


def test_a_folder_a_pipe_and_a_broken_link_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "ingen")

    folder_said, pipe_said, link_said = told(tmp_path)

    assert "a.txt line 1: is no file but a folder or a device" in folder_said
    assert "b.txt line 1: is no file but a folder or a device" in pipe_said
    assert "c.txt line 1: cannot be read (No such file or directory)" in link_said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)

    assert "cannot be read (Permission denied)" in told(tmp_path)[0]


def test_a_name_that_cannot_be_shown_is_told_without_showing_it(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").touch()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).touch()

    problems = told(tmp_path)

    assert len(problems) == 2
    assert all("rename it" in problem and problem.isprintable() for problem in problems)


def test_files_are_read_until_there_is_enough(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(b" " * (TOGETHER // 2))

    assert [str(p)[:20] for p in folder(tmp_path).problems] == ["2.txt line 1: is too"]


def test_too_many_files_are_told_once(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 5):
        (tmp_path / f"{number:03}.txt").touch()

    assert len(folder(tmp_path).texts) == MOST_FILES
    assert told(tmp_path) == ["200.txt line 1: only 200 files are read; join some of them"]
