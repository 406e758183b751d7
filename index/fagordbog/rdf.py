"""RDF files, read without fetching anything they name, and written."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from rdflib import Dataset, Graph

LARGEST = 64 << 20  # bytes; the shipped book takes 14 million as N-Triples
FORMATS = {
    ".ttl": "turtle",
    ".nt": "nt",
    ".rdf": "xml",
    ".xml": "xml",
    ".jsonld": "json-ld",
    ".json": "json-ld",
}


class NotSkos(ValueError):
    """A file that cannot be read as SKOS."""


def format_of(path: Path) -> str:
    """The format that a file's ending names; raises `NotSkos`."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise NotSkos(
            f"{path.name} is no RDF by its name; give a file that ends in {', '.join(FORMATS)}"
        ) from None


def written(graph: Graph, path: Path) -> bytes:
    """The graph in the format that the ending of `path` names."""
    return graph.serialize(format=format_of(path), encoding="utf-8")


def read(path: Path) -> Graph:
    """What an RDF file says; raises `NotSkos`, and `OSError` where it cannot be opened."""
    name = format_of(path)
    text = _text(path)
    try:
        return READERS.get(name, _simple)(text, name)
    except NotSkos as error:
        raise NotSkos(f"{path.name} {error}") from None
    except Exception as error:  # each of rdflib's parsers has errors of its own
        raise NotSkos(f"{path.name} cannot be read as {name}: {error}") from error


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NotSkos(f"{path.name} has more than {LARGEST >> 20} MB; take a part of it")
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotSkos(f"{path.name} is not UTF-8; save it as UTF-8") from error


def _simple(text: str, name: str) -> Graph:
    return Graph().parse(data=text, format=name)


def _xml(text: str, name: str) -> Graph:
    """RDF/XML without a document type: its entities could name files or grow without end."""

    def refuse(*_: object) -> None:
        raise NotSkos("has a DOCTYPE, which is not read; save it as Turtle, or without one")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(text, True)
    return _simple(text, name)


def _json(text: str, name: str) -> Graph:
    """JSON-LD with all of its context in it, also what it says in graphs of a name."""
    said = json.loads(text)
    _refuse_remote(said)
    found, union = Dataset(), Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's, of what it uses itself
        found.parse(data=json.dumps(said), format=name)  # what was looked at, not what was given
    for subject, verb, value, _ in found.quads():
        union.add((subject, verb, value))
    return union


def _refuse_remote(said: Any) -> None:
    waiting = [said]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            waiting += each.values()
            context = each.get("@context")
            named = context if isinstance(context, list) else [context]
            remote = [one for one in (*named, each.get("@import")) if isinstance(one, str)]
            if remote:
                raise NotSkos(
                    f"takes its context from {remote[0][:200]}, which is not fetched; "
                    "put the context into the file, or save it as Turtle"
                )


READERS: dict[str, Callable[[str, str], Graph]] = {"xml": _xml, "json-ld": _json}
