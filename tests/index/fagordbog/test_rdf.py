"""RDF files of others: read whole or refused, and nothing they name is fetched."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from rdflib import SKOS, Graph, Literal, URIRef

from index.fagordbog.rdf import LARGEST, NotSkos, format_of, read, written

TYPE = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
XML = (
    f'<rdf:RDF {TYPE} xmlns:skos="{SKOS}"><rdf:Description rdf:about="urn:a">'
    "<skos:prefLabel>{label}</skos:prefLabel></rdf:Description></rdf:RDF>"
)
JSON = {"@context": {"skos": str(SKOS)}, "@id": "urn:a", "skos:prefLabel": "takst"}
SAID = (URIRef("urn:a"), SKOS.prefLabel, Literal("takst"))


@pytest.mark.parametrize("ending", ["ttl", "nt", "rdf", "xml", "jsonld", "json"])
def test_a_graph_is_read_as_it_was_written(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"ord.{ending}"
    path.write_bytes(written(Graph().add(SAID), path))

    assert set(read(path)) == {SAID}


def test_what_is_no_rdf_by_its_name_is_refused() -> None:
    with pytest.raises(NotSkos, match=r"ord.docx is no RDF by its name; .* \.ttl, \.nt, \.rdf"):
        format_of(Path("ord.docx"))


@pytest.mark.parametrize("ending", ["ttl", "nt", "rdf", "jsonld"])
@pytest.mark.parametrize("content", [b"\xff\x00", b"nonsens {", b"<a", b"[" * 100_000])
def test_a_broken_file_is_refused_by_its_name(tmp_path: Path, ending: str, content: bytes) -> None:
    path = tmp_path / f"ord.{ending}"
    path.write_bytes(content)

    with pytest.raises(NotSkos, match=f"^ord.{ending} "):
        read(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "ord.nt").open("wb") as file:
        file.truncate(LARGEST + 1)

    with pytest.raises(NotSkos, match="more than 64 MB"):
        read(tmp_path / "ord.nt")


def test_a_missing_file_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "ord.ttl")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are_can_be_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "ord.rdf").write_text(XML.format(label="møde"), encoding)

    assert [str(value) for value in read(tmp_path / "ord.rdf").objects()] == ["møde"]


def test_named_graphs_are_read_too(tmp_path: Path) -> None:
    graph = {"@context": JSON["@context"], "@id": "urn:graph", "@graph": [JSON]}
    (tmp_path / "ord.jsonld").write_text(json.dumps(graph), "utf-8")

    assert SAID in read(tmp_path / "ord.jsonld")


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and the requests that came to it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/kontekst", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    "document",
    [
        {**JSON, "@context": "ADDRESS"},
        {**JSON, "@context": [{"skos": str(SKOS)}, "ADDRESS"]},
        {**JSON, "@context": {"@import": "ADDRESS"}},
        {**JSON, "@context": {"skos": str(SKOS), "part": {"@id": "urn:p", "@context": "ADDRESS"}}},
        [JSON, {**JSON, "skos:broader": {"@context": ["ADDRESS"], "@id": "urn:b"}}],
    ],
)
def test_a_context_elsewhere_is_refused_and_not_fetched(tmp_path: Path, document: object) -> None:
    path = tmp_path / "ord.jsonld"
    with listening() as (address, asked):
        path.write_text(json.dumps(document).replace("ADDRESS", address), "utf-8")

        with pytest.raises(NotSkos, match=r"takes its context from http://127.0.0.1:.* Turtle"):
            read(path)

    assert asked == []


@pytest.mark.parametrize(
    ("doctype", "label"),
    [
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "FILE">]>', "&x;"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "ADDRESS">]>', "&x;"),
        ('<!DOCTYPE r SYSTEM "ADDRESS">', "takst"),
        ('<!DOCTYPE r [<!ENTITY % x SYSTEM "ADDRESS"> %x;]>', "takst"),
        ('<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', "&b;"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_and_nothing_of_it_fetched(
    tmp_path: Path, doctype: str, label: str, encoding: str
) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmelig", "utf-8")
    path = tmp_path / "ord.rdf"
    with listening() as (address, asked):
        text = (doctype + XML.format(label=label)).replace("ADDRESS", address)
        path.write_text(text.replace("FILE", (tmp_path / "hemmelig.txt").as_uri()), encoding)

        with pytest.raises(NotSkos, match=r"ord\.rdf has a DOCTYPE") as refused:
            read(path)

    assert asked == []
    assert "hemmelig" not in str(refused.value)
