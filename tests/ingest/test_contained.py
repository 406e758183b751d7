"""A file that cannot be read ends as an error of that file, and as nothing else."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest import Document
from ingest.contained import Limits, NotStarted, Reader, fence
from ingest.errors import (
    Damaged,
    Dangerous,
    FileTooLarge,
    IngestError,
    TooMuchWork,
    UnknownFileType,
    WrongType,
)
from ingest.read import read_bytes

FAULTY = (str(Path(__file__).with_name("faulty_worker.py")),)
ROOT = Path(__file__).parents[2]
MB = 10**6
TIGHT = Limits(memory=300 * MB, cpu=1, clock=5, written=MB)
ORDINARY = "Referat\n\nStyregruppe Social\n\nDer er 14 pladser i Region Østfjorden.\n"
Ask = Callable[..., Document]


def parsed(reader: Reader, folder: Path, content: str | bytes, name: str = "prøve.txt") -> Document:
    """What `reader` makes of a file with this content."""
    path = folder / "file"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with path.open("rb") as handle:
        return reader.parse(handle, name)


def processes() -> dict[int, tuple[int, str]]:
    """All processes: who started them, and their command lines."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state = (process / "stat").read_text().rpartition(") ")[2].split()
            command = (process / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        found[int(process.name)] = (int(state[1]), command)
    return found


def helpers(called: str = "contained.worker") -> list[int]:
    """The helpers that this process has running."""
    return [pid for pid, command in below(os.getpid()).items() if called in command]


def below(parent: int) -> dict[int, str]:
    """The command lines of the processes that a process started."""
    return {pid: command for pid, (above, command) in processes().items() if above == parent}


@pytest.fixture
def faulty() -> Iterator[Reader]:
    with Reader(1, TIGHT, worker=FAULTY) as reader:
        yield reader


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(1) as reader:
        yield reader


def test_a_document_is_what_it_is_without_a_process_of_its_own(
    reader: Reader, tmp_path: Path
) -> None:
    document = parsed(reader, tmp_path, ORDINARY)

    assert document == read_bytes(ORDINARY.encode(), "prøve.txt")


def test_a_handle_of_the_system_will_do_wherever_it_stands(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(ORDINARY)
    handle = os.open(path, os.O_RDONLY)
    os.lseek(handle, 10, os.SEEK_SET)

    try:
        document = reader.parse(handle, "prøve.txt")
    finally:
        os.close(handle)

    assert document.text == ORDINARY


def test_the_readers_own_errors_arrive_as_they_are(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(WrongType, match=r"^prøve.txt: this is a PDF file; give it its right"):
        parsed(reader, tmp_path, "%PDF-1.7")
    with pytest.raises(UnknownFileType, match=r"no reader for files of type '\.jpg'"):
        parsed(reader, tmp_path, "", "prøve.jpg")


def test_a_file_larger_than_its_kind_may_be_is_not_read(reader: Reader, tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.truncate(10**12)

    with (tmp_path / "file").open("rb") as handle, pytest.raises(FileTooLarge):
        reader.parse(handle, "prøve.txt")


FAULTS = {
    "work": (TooMuchWork, "reading it took more than 1 CPU seconds"),
    "wait": (TooMuchWork, "reading it took more than 5 seconds"),
    "eat": (TooMuchWork, "reading it took more than 286 MiB of memory"),
    "nest": (TooMuchWork, "its parts are nested too deeply to be read"),
    "crash": (Damaged, "the reader crashed (signal 11); the file may be damaged"),
    "end": (Damaged, "its reader gave no answer; the file may be damaged"),
    "fill_disk": (Damaged, "its reader failed (OSError at __main__:N); the file may be damaged"),
    "quote": (Damaged, "its reader failed (ValueError at __main__:N); the file may be damaged"),
    "refuse": (Dangerous, " [31mbombe"),
    "answer_noise": (Damaged, "its reader gave no answer; the file may be damaged"),
    "answer_without_end": (TooMuchWork, "it has more parts than a document may have"),
    "lie": (Damaged, "its reader gave no answer; the file may be damaged"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_a_reader_does_is_an_error_of_its_file_alone(
    fault: str, faulty: Reader, tmp_path: Path
) -> None:
    kind, message = FAULTS[fault]

    with pytest.raises(IngestError) as caught:
        parsed(faulty, tmp_path, fault)

    said = re.sub(r"(?<=__main__:)\d+", "N", str(caught.value))
    assert (type(caught.value), said) == (kind, f"prøve.txt: {message}")
    assert parsed(faulty, tmp_path, ORDINARY).text == ORDINARY


def test_what_a_reader_prints_is_seen_nowhere(
    faulty: Reader, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Damaged):
        parsed(faulty, tmp_path, "quote")

    assert capfd.readouterr() == ("", "")


def test_a_program_that_a_reader_left_running_is_ended(faulty: Reader, tmp_path: Path) -> None:
    parsed(faulty, tmp_path, "leave_program")

    assert not [command for _, command in processes().values() if "987654" in command]


def test_files_that_a_reader_left_are_removed(
    faulty: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))

    parsed(faulty, tmp_path, "leave_files")

    left = [path for path in place.rglob("*") if path.is_file()]
    faulty.close()
    assert left == []
    assert list(place.iterdir()) == []


def test_a_reader_knows_no_secret_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")

    with Reader(1, worker=FAULTY) as reader, pytest.raises(Dangerous) as caught:
        parsed(reader, tmp_path, "tell_surroundings")

    allowed = {"PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "LANG", "LC_CTYPE", "HOME", "TMPDIR"}
    told = re.findall(r"'([A-Z_]+)'", str(caught.value))
    assert set(told) <= allowed
    assert "'folder': '/'" in str(caught.value)


def test_a_helper_that_is_gone_is_replaced(reader: Reader, tmp_path: Path) -> None:
    parsed(reader, tmp_path, ORDINARY)
    for helper in helpers():
        os.kill(helper, 9)

    document = parsed(reader, tmp_path, ORDINARY)

    assert document.text == ORDINARY


def test_a_file_at_which_the_helper_ends_again_is_the_reason(
    faulty: Reader, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(parsed, faulty, tmp_path, "wait")
        while not reading.done():
            for helper in helpers("faulty_worker"):
                if below(helper):
                    os.kill(helper, 9)
            time.sleep(0.01)

    with pytest.raises(TooMuchWork, match="the process that reads files ended 2 times at this one"):
        reading.result()


FENCED = {
    "kill_helper": 6,
    "look_outside": 1,
    "look_into_settings": 1,
    "spy": 1,
    "write_outside": 1,
    "call_out": 4,
}


@pytest.mark.parametrize("deed", FENCED)
def test_a_captured_reader_reaches_nothing(deed: str, faulty: Reader, tmp_path: Path) -> None:
    if fence.version() < FENCED[deed]:
        pytest.skip("the kernel cannot keep it")

    with pytest.raises(Damaged, match="its reader failed \\(PermissionError at "):
        parsed(faulty, tmp_path, deed)


def test_a_helper_that_does_not_start_is_no_fault_of_the_file(tmp_path: Path) -> None:
    with (
        Reader(1, worker=("-c", "raise SystemExit(1)")) as reader,
        pytest.raises(NotStarted, match="does not start"),
    ):
        parsed(reader, tmp_path, ORDINARY)


def test_threads_get_their_own_documents(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(20)]
    for name in names:
        (tmp_path / name).write_text(f"{ORDINARY}{name}\n")

    with Reader(2) as two, ThreadPoolExecutor(4) as pool:

        def read(name: str) -> str:
            with (tmp_path / name).open("rb") as handle:
                return two.parse(handle, name).text

        texts = list(pool.map(read, names))

    assert texts == [f"{ORDINARY}{name}\n" for name in names]


def test_nothing_is_left_when_the_reader_is_closed(tmp_path: Path) -> None:
    before = helpers()
    with Reader(2) as reader:
        parsed(reader, tmp_path, ORDINARY)
        running = set(helpers()) - set(before)

    assert len(running) == 1
    assert not running & processes().keys()


def test_closing_ends_a_reading_under_way(tmp_path: Path) -> None:
    reader = Reader(1, Limits(), worker=FAULTY)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(parsed, reader, tmp_path, "wait")
        while not helpers("faulty_worker"):
            time.sleep(0.01)
        time.sleep(0.5)
        reader.close()

        with pytest.raises(NotStarted, match="closed"):
            reading.result(timeout=10)


PROGRAM = """
import sys, threading
from ingest.contained import Reader
reader = Reader(1)
with open(sys.argv[1], "rb") as handle:
    one = threading.Thread(target=reader.parse, args=(handle, "a.txt"))
    one.start(); one.join()
    with open(sys.argv[1], "rb") as again:
        print(reader.parse(again, "a.txt").title, flush=True)
"""


def program(path: Path, then: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", PROGRAM + then, str(path)]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def ended(place: Path) -> bool:
    """Whether all helpers of the program with that temporary folder are gone, and their files."""
    for _ in range(100):
        if not list(place.iterdir()) and not with_home(place):
            return True
        time.sleep(0.05)
    return False


def with_home(place: Path) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"HOME={place}" in (process / "environ").read_text(errors="replace"):
                found.append(int(process.name))
        except OSError:
            continue
    return found


@pytest.mark.parametrize(
    "then", ["", "sys.exit(3)", "import os; os.kill(os.getpid(), 9)", "import os; os._exit(1)"]
)
def test_helpers_end_however_their_program_does(
    then: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, path = tmp_path / "temporary", tmp_path / "a.txt"
    place.mkdir()
    path.write_text(ORDINARY)
    monkeypatch.setenv("TMPDIR", str(place))

    with program(path, then) as running:
        out, err = running.communicate(timeout=60)

    assert (out, err) == ("Referat\n", "")
    assert ended(place)
