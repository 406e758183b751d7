"""Where the documents come from is said on the command line, in a file, or is remembered."""

from pathlib import Path

import pytest

from index import Updater
from service.errors import BadSetting
from service.sources import sources, watched

WRITTEN = """
folders = ["{folder}"]

[[web]]
start = ["https://rammeaftale.example/moeder"]
include = ["/moeder/*"]
depth = 1

[[reader]]
reader = "llama_index.core:SimpleDirectoryReader"
arguments = {{ input_dir = "{folder}" }}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def test_folders_that_are_given_are_the_sources(tmp_path: Path, home: Path) -> None:
    (home / "sources.toml").write_text(WRITTEN.format(folder="/elsewhere"))

    assert [source.id for source in sources(home, [tmp_path])] == [str(tmp_path)]


def test_the_file_names_folders_sites_and_readers(tmp_path: Path, home: Path) -> None:
    (home / "sources.toml").write_text(WRITTEN.format(folder=tmp_path))

    found = sources(home, [])

    assert [type(source).__name__ for source in found] == [
        "FolderSource",
        "WebSource",
        "LlamaSource",
    ]
    assert watched(home) == [tmp_path]


def test_without_either_the_folders_of_the_last_time_are_read(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "dokumenter"
    folder.mkdir()
    (folder / "notat.txt").write_text("Kommunen køber en zeppeliner.")
    Updater(home).update(folder)

    assert [source.id for source in sources(home, [])] == [str(folder)]
    assert watched(home) == [folder]


def test_nobody_has_said_anything(home: Path) -> None:
    assert sources(home, []) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("folders = [", "not valid TOML"),
        ("folder = ['x']", "'folder': there is no such setting"),
        ("folders = ['referater']", "'folders.0': .*'referater' is not a whole path"),
        ("[[web]]\nstart = []", "'web.0.start'"),
        ("[[web]]\nstart = ['https://x.example']\ndepth = -1", "'web.0.depth'"),
        ("[[web]]\nstart = ['/srv/referater']", "no address of a web page"),
        ("[[reader]]\nreader = 'os.system'", "'reader.0.reader'"),
    ],
)
def test_a_mistake_in_the_file_is_named(home: Path, text: str, said: str) -> None:
    (home / "sources.toml").write_text(text)

    with pytest.raises(BadSetting, match=r"sources\.toml.*" + said):
        sources(home, [])
