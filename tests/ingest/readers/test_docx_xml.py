"""XML from strangers' files is parsed without harm."""

import pytest

from ingest.errors import Damaged, Dangerous
from ingest.readers.xml import parse

LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))


def test_plain_xml_is_parsed_without_its_comments() -> None:
    root = parse("<a>æ<!-- x --><?y z?>ø</a>".encode(), "fil: del")

    assert root.text == "æø"


@pytest.mark.parametrize(
    "xml",
    [
        "<!DOCTYPE a><a/>",
        "<?xml version='1.0'?><!-- x --><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1/'> %x;]><a/>",
        f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l9;</a>",
        f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a b='&l9;'/>",
        "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a b='&x;'/>",
        "<a>" * 300 + "</a>" * 300,
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_or_a_bottomless_tree_is_dangerous(xml: str, encoding: str) -> None:
    with pytest.raises(Dangerous, match="fil: del"):
        parse(xml.encode(encoding), "fil: del")


@pytest.mark.parametrize("xml", [b"", b"<a>", b"<a>&x;</a>", b"<a>\0</a>", b"<a><b></a>"])
def test_broken_xml_is_damage(xml: bytes) -> None:
    with pytest.raises(Damaged, match="fil: del"):
        parse(xml, "fil: del")
