"""A folder gives the documents in it, says what else is there, and leads nowhere else."""

import hashlib
import os
import socket
import subprocess
import sys
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import pytest

from ingest.errors import FileTooLarge, Unreadable
from ingest.sources.folder import DEEPEST, FolderSource, digest, opened
from ingest.sources.source import Entry, SourceError

SECRET = "Sagsnr. 12-3456 om Borger A"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document, next to one with a secret."""
    made = tmp_path / "referater"
    made.mkdir()
    (made / "a.txt").write_text("Referat\n")
    outside = tmp_path / "andet"
    outside.mkdir()
    (outside / "a.txt").write_text(SECRET)
    return made


def names(folder: Path) -> list[str]:
    return [entry.name for entry in FolderSource(folder).listed(folder / "keep").entries]


def skipped(folder: Path) -> dict[str, str]:
    return {one.name: one.code for one in FolderSource(folder).listed(folder / "keep").skipped}


def entry(folder: Path, name: str = "a.txt") -> Entry:
    return Entry(name, folder / name)


def content(folder: Path, name: str = "a.txt") -> str:
    with opened(folder, entry(folder, name)) as handle:
        return handle.read().decode()


def test_files_of_known_types_are_listed_in_order_subfolders_included(folder: Path) -> None:
    (folder / "2024" / "møder").mkdir(parents=True)
    (folder / "2024" / "møder" / "Årsmøde.TXT").touch()
    (folder / "2024" / "b.txt").touch()
    (folder / "2024.txt").touch()

    listing = FolderSource(folder).listed(folder / "keep")

    assert listing.entries == (
        Entry("2024/b.txt", folder / "2024" / "b.txt"),
        Entry("2024/møder/Årsmøde.TXT", folder / "2024" / "møder" / "Årsmøde.TXT"),
        Entry("2024.txt", folder / "2024.txt"),
        Entry("a.txt", folder / "a.txt"),
    )
    assert (listing.skipped, listing.failed) == ((), ())


def test_hidden_files_and_locks_of_office_programs_are_no_files_of_anyone(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "b.txt").touch()
    (folder / ".b.txt").touch()
    (folder / "~$b.txt").touch()

    assert (names(folder), skipped(folder)) == (["a.txt"], {})


def test_a_file_of_another_type_is_told_with_the_types_that_are_known(folder: Path) -> None:
    (folder / "plan.xyz").touch()
    (folder / "LÆSMIG").touch()

    listing = FolderSource(folder).listed(folder / "keep")

    assert [(one.name, one.code) for one in listing.skipped] == [
        ("LÆSMIG", "unknown_type"),
        ("plan.xyz", "unknown_type"),
    ]
    assert listing.skipped[1].message.startswith("no reader for files of type '.xyz'; known are ")


@pytest.mark.parametrize(
    "target", ["../andet/a.txt", "../andet", "a.txt", ".", "/", "/etc/passwd", "link.txt", "absent"]
)
def test_links_are_not_followed_wherever_they_lead(folder: Path, target: str) -> None:
    (folder / "link.txt").symlink_to(target)

    assert (names(folder), skipped(folder)) == (["a.txt"], {"link.txt": "link"})
    with pytest.raises(Unreadable, match=r"^link\.txt: "):
        content(folder, "link.txt")


def test_what_is_no_file_is_told_and_not_waited_for(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    here = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(f"/proc/self/fd/{here}/socket.txt")  # a socket's path may have 107 bytes
    os.close(here)

    assert skipped(folder) == {"pipe.txt": "no_file", "socket.txt": "no_file"}
    with pytest.raises(Unreadable, match=r"^pipe\.txt: it is no file any more"):
        content(folder, "pipe.txt")
    with pytest.raises(Unreadable, match=r"^socket\.txt: "):
        content(folder, "socket.txt")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"r\xe6v.txt", "r\ufffdv.txt"),
        (b"a\nb.txt", "a\ufffdb.txt"),
        (b"\x1b[31mred.txt", "\ufffd[31mred.txt"),
        ("ref\u202etxt.exe.txt".encode(), "ref\ufffdtxt.exe.txt"),
        ("a\u2028b.txt".encode(), "a\ufffdb.txt"),
    ],
)
def test_a_name_that_cannot_be_shown_is_told_without_those_characters(
    folder: Path, name: bytes, told: str
) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).touch()

    assert (names(folder), skipped(folder)) == (["a.txt"], {told: "bad_name"})


def test_a_folder_with_such_a_name_is_told_once(folder: Path) -> None:
    (folder / "a\tb").mkdir()
    (folder / "a\tb" / "b.txt").touch()

    assert (names(folder), skipped(folder)) == (["a.txt"], {"a\ufffdb": "bad_name"})


@pytest.mark.parametrize("name", ["æ" * 125 + ".txt", "a b%2e%2e.txt", "a\\..\\b.txt", "-rf.txt"])
def test_odd_names_are_names(folder: Path, name: str) -> None:
    (folder / name).write_text("Referat\n")

    assert name in names(folder)
    assert content(folder, name) == "Referat\n"


def test_folders_without_end_are_told(folder: Path) -> None:
    inside = folder
    for _ in range(DEEPEST + 1):
        inside = inside / "n"
        inside.mkdir()

    assert names(folder) == ["a.txt"]
    assert list(skipped(folder).values()) == ["too_deep"]


def test_a_source_is_known_by_its_real_path(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)

    source = FolderSource(tmp_path / "link")

    assert source.id == str(folder.resolve())
    assert len(source.listed(tmp_path).entries) == 1


def test_a_folder_that_is_not_there_is_no_empty_folder(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")

    with pytest.raises(SourceError, match="does not exist; give the folder that holds"):
        FolderSource(folder / "absent").listed(folder)
    with pytest.raises(SourceError, match="is not a folder; give the folder that holds"):
        FolderSource(folder / "a.txt").listed(folder)
    with pytest.raises(SourceError):
        FolderSource(folder / "loop").listed(folder)


AS_NOBODY = """
import os, sys; from pathlib import Path
from ingest.sources.folder import FolderSource, opened; from ingest.sources.source import Entry
if os.geteuid() == 0:
    os.setegid(65534); os.seteuid(65534)
folder = Path(sys.argv[1])
for ask in (
    lambda: FolderSource(folder).listed(folder),
    lambda: opened(folder, Entry("a.txt", folder / "a.txt")),
):
    try:
        ask()
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(folder), "FOLDER"))
"""


def test_what_may_not_be_seen_is_not_taken_for_gone(folder: Path, tmp_path: Path) -> None:
    (folder / "2024").mkdir(mode=0)
    (folder / "a.txt").chmod(0)
    for above in (tmp_path, *takewhile(Path(gettempdir()).__ne__, tmp_path.parents)):
        above.chmod(0o755)

    command = [sys.executable, "-c", AS_NOBODY, str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert told.stdout.splitlines() == [
        "SourceError FOLDER/2024 cannot be listed (Permission denied); give this user the right to",
        "Unreadable a.txt: Permission denied",
    ], told.stderr


@pytest.mark.parametrize("name", ["../andet/a.txt", "2024/../../andet/a.txt", "", "/etc/passwd"])
def test_a_path_that_leads_out_is_not_opened(folder: Path, name: str) -> None:
    (folder / "2024").mkdir()

    with pytest.raises(Unreadable):
        opened(folder, Entry("a.txt", folder / name))


def test_a_file_that_became_a_link_is_not_opened(folder: Path) -> None:
    listed = FolderSource(folder).listed(folder).entries[0]
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to("../andet/a.txt")

    with pytest.raises(Unreadable, match=r"^a\.txt: "):
        opened(folder, listed)


def test_a_file_whose_folder_became_a_link_is_not_opened(folder: Path, tmp_path: Path) -> None:
    (folder / "2024").mkdir()
    (folder / "2024" / "a.txt").write_text("Referat\n")
    source = FolderSource(folder)
    listed = source.listed(folder).entries[0]
    (folder / "2024").rename(tmp_path / "2024")
    (folder / "2024").symlink_to("../andet")

    with pytest.raises(Unreadable, match=r"^2024/a\.txt: "):
        source.opened(listed)


def test_a_folder_that_became_a_link_is_not_listed(folder: Path, tmp_path: Path) -> None:
    source = FolderSource(folder)
    folder.rename(tmp_path / "old")
    folder.symlink_to("andet")

    with pytest.raises(SourceError):
        source.listed(tmp_path)


SWAP = """
import os, sys
os.chdir(sys.argv[1])
print("ready", flush=True)
while True:
    os.rename("2024", "away"); os.symlink("../andet", "2024")
    os.unlink("2024"); os.rename("away", "2024")
"""


def test_swapping_folders_while_files_are_opened_leads_nowhere(folder: Path) -> None:
    (folder / "2024").mkdir()
    (folder / "2024" / "a.txt").write_text("Referat\n")
    read = set()

    command = [sys.executable, "-c", SWAP, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as swapping:
        assert swapping.stdout
        swapping.stdout.readline()
        for _ in range(3000):
            try:
                read.add(content(folder, "2024/a.txt"))
            except Unreadable:
                read.add("refused")
        swapping.kill()

    assert read == {"Referat\n", "refused"}


def test_a_file_too_large_for_its_kind_is_not_opened(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as file:
        file.truncate(10**11)

    with pytest.raises(FileTooLarge, match="the limit for such a file is"):
        opened(folder, entry(folder))


def test_opening_leaves_no_handle_behind(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    before = os.listdir("/proc/self/fd")

    for name in ("a.txt", "pipe.txt", "absent/a.txt", "absent.txt"):
        with pytest.raises(Unreadable) if name != "a.txt" else opened(folder, entry(folder)):
            opened(folder, entry(folder, name)).close()

    assert os.listdir("/proc/self/fd") == before


def test_a_digest_is_that_of_the_whole_file_which_is_then_read_from_its_beginning(
    folder: Path,
) -> None:
    data = os.urandom(3 * 10**6)
    (folder / "a.txt").write_bytes(data)

    with opened(folder, entry(folder)) as handle:
        handle.read(10)
        made = digest(handle)
        again = handle.read()

    assert (made, again) == (hashlib.sha256(data).hexdigest(), data)
