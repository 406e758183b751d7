"""Where the documents come from: the folders named on the command line, or the file of sources.

HOME/sources.toml

folders = ["/srv/referater", "/srv/aftaler"]

[[web]]
start = ["https://rammeaftale.example/moeder"]
include = ["/moeder/*", "*.pdf"]
depth = 2

[[reader]]                       # any LlamaIndex reader
reader = "llama_index.core:SimpleDirectoryReader"
arguments = { input_dir = "/srv/arkiv", recursive = true }
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from index import remembered
from ingest.sources.folder import FolderSource
from ingest.sources.llama import LlamaSource
from ingest.sources.source import Source, SourceError
from ingest.sources.web import Site, WebSource
from service.errors import BadSetting

FILE = "sources.toml"
USUAL = Site(start=())
MISTAKES = {  # by pydantic's names of them; others are told in its words
    "extra_forbidden": "there is no such setting",
    "string_pattern_mismatch": "write it as package.module:Class",
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Web(_Strict):
    """A site; what is not said is as in `Site`."""

    start: tuple[str, ...] = Field(min_length=1)
    hosts: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    depth: int = Field(USUAL.depth, ge=0, le=20)
    pages: int = Field(USUAL.pages, ge=1, le=100_000)
    alike: int = Field(USUAL.alike, ge=1)
    delay: float = Field(USUAL.delay, ge=0, le=60)
    largest: int = Field(USUAL.largest, ge=1)
    page_largest: int = Field(USUAL.page_largest, ge=1)
    in_all: int = Field(USUAL.in_all, ge=1)
    seconds: float = Field(USUAL.seconds, gt=0, le=600)
    agent: str = Field(USUAL.agent, min_length=1)


class _Reader(_Strict):
    """A LlamaIndex reader: what it is made with, and what its `load_data` is called with."""

    reader: str = Field(pattern=r"[\w.]+:\w+")
    arguments: dict[str, Any] = {}
    load: dict[str, Any] = {}


def _whole(folder: Path) -> Path:
    """A service started elsewhere would take a shorter path for another folder."""
    if not folder.is_absolute():
        raise ValueError(f"'{folder}' is not a whole path; begin it with /")
    return folder


class _File(_Strict):
    folders: list[Annotated[Path, AfterValidator(_whole)]] = []
    web: list[_Web] = []
    reader: list[_Reader] = []


def sources(home: Path, folders: Sequence[Path]) -> list[Source]:
    """The sources to read: those given, else those in the file, else the folders of the last time.

    Raises `BadSetting` where the file of sources is wrong.
    """
    if folders:
        return _folders(home, folders)
    return list(_written(home)) or _folders(home, remembered(home))


def _folders(home: Path, folders: Sequence[Path]) -> list[Source]:
    """What the product writes itself is no document, where its home lies in a folder."""
    return [FolderSource(folder, without=home) for folder in folders]


def watched(home: Path) -> list[Path]:
    """The folders whose changes are to be noticed at once."""
    path = home / FILE
    return _read(path).folders if path.exists() else remembered(home)


def _written(home: Path) -> Iterator[Source]:
    path = home / FILE
    if not path.exists():
        return
    written = _read(path)
    yield from _folders(home, written.folders)
    for site in written.web:
        try:
            yield WebSource(Site(**site.model_dump()))
        except SourceError as error:
            raise BadSetting(f"{path}: {error}") from error
    for one in written.reader:
        yield LlamaSource(one.reader, one.arguments, one.load)


def _read(path: Path) -> _File:
    try:
        return _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{path} is not valid TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        said = MISTAKES.get(first["type"], first["msg"])
        raise BadSetting(
            f"{path}: '{where}': {said}; see 'Sources' in docs/documents.md"
        ) from error
