"""Any LlamaIndex reader as a source: SharePoint, Confluence, a mailbox, a folder.

The text is what the reader gave, also of a file that we could read ourselves: who sets up a reader
wants its text, and its file is often a passing copy. What a reader leaves out, such as what is
struck out, is not there for us either; for files in a folder, our own folder source sees more.
The reader runs in this process, with its rights.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from ingest.sources.folder import opened
from ingest.sources.keeping import digest, plain, write
from ingest.sources.source import Entry, Listing, Skipped, SourceError

KEYS = ("file_path", "url", "web_url", "id", "page_id", "document_id", "file_name")
NAMES = ("file_name", "title", "page_title", "name")
ADDRESSES = ("url", "web_url", "source")
SECRET = re.compile(
    r"passw|secret|token|credential|(api|access|account|private|auth)_?key", re.IGNORECASE
)
RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
STATE = "listed.json"
MOST_MISSING = 50  # pages without text between two pages; where more, the labels are no numbers


@dataclass(frozen=True, slots=True)
class _File:
    """What the reader gave of one file: `key` tells it from others, `name` is how it is called."""

    key: str
    name: str
    text: str
    address: str | None
    path: str


class LlamaSource:
    """What a LlamaIndex reader loads.

    `reader` is "module:Class" such as "llama_index.core:SimpleDirectoryReader", `arguments` are for
    the class and `load` for its `load_data`.
    """

    def __init__(
        self, reader: str, arguments: Mapping[str, Any], load: Mapping[str, Any] | None = None
    ) -> None:
        self._reader = reader
        self._arguments = dict(arguments)
        self._load = dict(load or {})

    @property
    def id(self) -> str:
        """The reader and a digest of its arguments; a new password makes it no other source."""
        told = _without_secrets([self._arguments, self._load])
        text = json.dumps(told, sort_keys=True, default=str)
        return f"llamaindex:{self._reader}:{digest(text)[:16]}"

    def listed(self, keep: Path) -> Listing:
        """The reader's documents as text files in `keep`; raises `SourceError`."""
        files = _files(self._loaded())
        try:
            return _listing(files, keep)
        except OSError as error:
            raise SourceError(f"{self.id}: {keep} cannot be used ({error})") from error

    def opened(self, entry: Entry) -> BinaryIO:
        """One of the texts; raises as a folder's files do."""
        return opened(entry.path.parent, entry)

    def _loaded(self) -> Sequence[Any]:
        made = self._class()
        try:
            found = list(made(**self._arguments).load_data(**self._load))
        except Exception as error:  # whatever a foreign reader may raise
            why = self._masked(f"{type(error).__name__}: {error}").rstrip(". ")
            raise SourceError(
                f"{self._reader} could not load its documents: {why}. Check its arguments; "
                "what is known of this source stays as it is"
            ) from None  # the chain would show the arguments
        if not all(isinstance(getattr(one, "text", None), str) for one in found):
            raise SourceError(f"{self._reader} gave something else than LlamaIndex documents")
        return found

    def _class(self) -> Any:
        module, colon, name = self._reader.partition(":")
        if not (module and colon and name):
            raise SourceError(
                f"{self._reader!r} is no reader; write module:Class, such as "
                "llama_index.core:SimpleDirectoryReader"
            )
        try:
            # Only now: importing LlamaIndex takes seconds.
            found = getattr(import_module(module), name)
        except ImportError as error:
            raise SourceError(
                f"{self._reader} is not installed ({error}); install the package of the reader, "
                "such as llama-index-readers-confluence"
            ) from error
        except AttributeError as error:
            raise SourceError(f"{module} has no {name}; look up the name of the class") from error
        if not callable(getattr(found, "load_data", None)):
            raise SourceError(f"{self._reader} is no LlamaIndex reader: it has no load_data")
        return found

    def _masked(self, text: str) -> str:
        for secret in sorted(_secrets([self._arguments, self._load]), key=len, reverse=True):
            text = text.replace(secret, "…")
        return text


def _without_secrets(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _without_secrets(v) for k, v in value.items() if not SECRET.search(str(k))}
    if isinstance(value, list | tuple):
        return [_without_secrets(one) for one in value]
    return value


def _secrets(value: Any, *, secret: bool = False) -> set[str]:
    """The texts anywhere under a name that speaks of a secret."""
    if isinstance(value, Mapping):
        parts = (
            _secrets(v, secret=secret or bool(SECRET.search(str(k)))) for k, v in value.items()
        )
        return set().union(*parts)
    if isinstance(value, list | tuple):
        return set().union(*(_secrets(one, secret=secret) for one in value))
    return {str(value)} if secret and str(value) else set()


def _files(documents: Sequence[Any]) -> list[_File]:
    """The documents put together to files, under names of which none stands for two."""
    groups: dict[str, list[Any]] = {}
    for document in documents:
        groups.setdefault(_key(document), []).append(document)
    found = [_file(key, group) for key, group in sorted(groups.items())]
    wanted = Counter(file.name for file in found)
    return [file if wanted[file.name] == 1 else _tagged(file) for file in found]


def _key(document: Any) -> str:
    """What the documents of one file have in common; the content, where there is only chance."""
    said = (document.metadata.get(name) for name in KEYS)
    # "source" may name the whole wiki; only where it is an address is it that of one page.
    key = next((str(value) for value in said if value), "")
    key = key or _address({"source": document.metadata.get("source")}) or str(document.id_)
    return f"text:{digest(document.text)}" if RANDOM.fullmatch(key) else key


def _file(key: str, group: Sequence[Any]) -> _File:
    metadata = group[0].metadata
    return _File(
        key=key,
        name=_name(key, metadata),
        text=_text(group),
        address=_address(metadata),
        path=str(metadata.get("file_path") or ""),
    )


def _name(key: str, metadata: Mapping[str, Any]) -> str:
    said = next((str(metadata[name]) for name in NAMES if metadata.get(name)), "")
    last = PurePosixPath(unquote(urlsplit(key).path) if "://" in key else key).name
    name = plain(said) or plain("" if key.startswith("text:") else last)
    name = name or f"dokument-{digest(key)[:8]}"
    return name if name.lower().endswith(".txt") else f"{name}.txt"


def _tagged(file: _File) -> _File:
    name = f"{file.name.removesuffix('.txt')}-{digest(file.key)[:8]}.txt"
    return _File(file.key, name, file.text, file.address, file.path)


def _address(metadata: Mapping[str, Any]) -> str | None:
    for value in (str(metadata.get(name) or "") for name in ADDRESSES):
        if value.startswith(("https://", "http://")) and value.isprintable() and " " not in value:
            return value
    return None


def _text(group: Sequence[Any]) -> str:
    """The parts in the reader's order, with a form feed where a page begins."""
    text = group[0].text
    for before, after in pairwise(group):
        text += _between(_label(before), _label(after)) + after.text
    return str(text)


def _label(document: Any) -> str:
    return str(document.metadata.get("page_label") or "")


def _between(before: str, after: str) -> str:
    """Pages without text are pages too: from page 2 to page 4 there are two form feeds."""
    if not before or not after or before == after:
        return "\n\n"
    if before.isdecimal() and after.isdecimal():
        step = int(after) - int(before)
        return "\n" + "\f" * (step if 0 < step <= MOST_MISSING else 1)
    return "\n\f"


def _listing(files: Sequence[_File], keep: Path) -> Listing:
    keep.mkdir(parents=True, exist_ok=True)
    before = _state(keep)
    entries, failed = [], []
    for file in files:
        if file.text.strip():
            entries.append(Entry(file.name, _stored(keep, file), file.address))
        else:
            failed.append(Skipped(file.name, "no_text", f"{file.name}: the reader gave no text"))
    failed += _left_out(before, {file.name for file in files})
    now = {file.name: file.path for file in files}
    now |= {one.name: before.get(one.name, now.get(one.name, "")) for one in failed}
    write(keep / STATE, json.dumps(now, ensure_ascii=False, sort_keys=True).encode())
    _sweep(keep, {entry.path.name for entry in entries} | {STATE})
    return Listing(tuple(sorted(entries, key=lambda one: one.name)), (), tuple(failed))


def _left_out(before: Mapping[str, str], names: set[str]) -> list[Skipped]:
    """Many readers pass over a file they cannot read; as long as it is there, it is not gone."""
    return [
        Skipped(name, "left_out", f"{name}: the reader left it out, though {path} is still there")
        for name, path in sorted(before.items())
        if name not in names and path and Path(path).exists()
    ]


def _stored(keep: Path, file: _File) -> Path:
    path = keep / f"{digest(file.key)}.txt"
    data = file.text.encode("utf-8", "replace")
    if not path.is_file() or path.read_bytes() != data:
        write(path, data)
    return path


def _state(keep: Path) -> dict[str, str]:
    try:
        found = json.loads((keep / STATE).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _sweep(keep: Path, wanted: set[str]) -> None:
    for path in keep.iterdir():
        if path.name not in wanted:
            path.unlink()
