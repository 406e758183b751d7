"""The documents that questions are about, as everybody may see them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from eval.errors import EvalError
from eval.sets.places import Text
from index import OPEN_ONLY, Document, Part, sentences
from index.visible import visible
from ingest.errors import IngestError, UnknownFileType
from ingest.read import read
from service import build
from service.settings import Settings
from service.texts import danish_date


class NoCollection(EvalError):
    """There are no documents to look questions up in."""


@dataclass(frozen=True)
class Collection:
    """Documents without their closed items; `unread` are files that could not be read, and why."""

    files: tuple[Document, ...]
    unread: tuple[str, ...] = ()

    @cached_property
    def texts(self) -> dict[str, Text]:
        """The documents' texts, by the names of their files."""
        return {name: Text(doc.text) for doc in self.files for name in names(doc)}

    @cached_property
    def papers(self) -> tuple[Document, ...]:
        """The documents and the meetings inside them."""
        return tuple(paper for file in self.files for paper in (file, *file.documents))

    def named(self, name: str) -> Document | None:
        """The document of the file with that name."""
        return next((doc for doc in self.files if name in names(doc)), None)

    def text(self, document: str) -> str | None:
        """As `eval.measures.measure.Documents`."""
        found = self.named(document)
        return found.text if found else None


def names(document: Document) -> set[str]:
    """What a document's file may be called, with its folder and without."""
    known = (document.source, *document.also)
    return {*known, *(PurePath(name).name for name in known)}


def of_folder(folder: Path) -> Collection:
    """The documents in `folder` and its folders, read now; raises `NoCollection`."""
    files, unread = [], []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            files.append(visible(read(path), OPEN_ONLY))
        except UnknownFileType:
            continue
        except IngestError as error:
            unread.append(str(error))
    return _some(files, unread, f"{folder} has no documents that can be read; give their folder")


def of_home(settings: Settings) -> Collection:
    """The documents of the index in the home; raises `NoCollection` and `SearchIndexError`."""
    with closing(build.index(settings)) as index, index.snapshot() as state:
        ids = dict.fromkeys(paper.file for paper in state.papers(OPEN_ONLY))
        found = [visible(whole, OPEN_ONLY) for id_ in ids if (whole := state.file_of(id_))]
    return _some(found, [], f"nothing that may be seen is indexed in {settings.home}")


def _some(files: list[Document | None], unread: list[str], nothing: str) -> Collection:
    seen = tuple(file for file in files if file)
    if not seen:
        raise NoCollection("; ".join([nothing, *unread]))
    return Collection(seen, tuple(unread))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a table row, and what stands above it: meeting, title and headings."""

    document: str
    above: str
    text: str


def sentences_of(file: Document) -> Iterator[Sentence]:
    """The sentences of a file, of the meetings inside it too."""
    for paper in (file, *file.documents):
        day = f"{danish_date(paper.held)}" if paper.held else paper.edition or ""
        for part in paper.parts:
            yield from _below(file.source, f"{paper.title} {day}", part)


def _below(source: str, above: str, part: Part) -> Iterator[Sentence]:
    here = f"{above} {part.heading}"
    for block in part.blocks:
        ranges = [(0, len(block.text))] if block.cells else sentences(block.text)
        columns = " ".join(cell.heading for cell in block.cells)
        for start, end in ranges:
            yield Sentence(source, f"{here} {columns}", block.text[start:end])
    for inner in part.parts:
        yield from _below(source, here, inner)
