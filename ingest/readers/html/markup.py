"""Bytes to a tree of elements, as a browser would make it of good and of broken markup."""

import codecs
import re
from typing import Any

from lxml import etree

from ingest.decode import BOMS, decode
from ingest.errors import NoText, TooMuchWork

Element = Any  # lxml ships no type information

HEAD = 4096  # bytes; browsers look for the charset in the first 1024
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
# Only these change what `decode` finds by itself; a name goes to no other codec of Python's.
SINGLE_BYTE = re.compile(
    r"iso-?8859-(?:[2-9]|1[013-6])|windows-125[013-8]|macintosh|koi8-[ru]", re.I
)
BAD = "\ufffd"

XHTML = re.compile(r"<\?xml|xhtml", re.I)
EMPTY = re.compile(
    r"""<([a-z][\w:-]{0,40})((?:[^<>"'/]|/(?!>)|"[^"<]*"|'[^'<]*'){0,500}+)/>""", re.I
)
VOID = frozenset(
    "area base basefont br col embed frame hr img input isindex link meta param".split()
)
# libxml2 knows no end of the former, and would nest all that follows in them; after the latter it
# reads no more.
HARMFUL = re.compile(r"</?(?:wbr|source|track|keygen)\b[^<>]*>|</(?:body|html)\b[^<>]*>", re.I)
# `s` reaches over the end of a paragraph in browsers, where libxml2 ends it.
STRIKE_BEGIN = re.compile(r"<(?:s|strike)(?:\s[^<>]*)?>", re.I)
STRIKE_END = re.compile(r"</(?:s|strike)\s*>", re.I)
STRIKE_MARK = "basefont"  # shows nothing anywhere; `on` says that a strike begins

# An element of so many attributes is no page's; libxml2 takes the square of their number.
MAX_ATTRIBUTES = 10_000
CROWDED = re.compile(
    r"<[a-z][\w:-]*+"
    r"""(?:[\s/]++[\w:.@-]++(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s"'<>]++))?+)"""
    rf"{{{MAX_ATTRIBUTES + 1}}}+",
    re.I,
)


def tree(data: bytes, name: str) -> Element:
    """The root element of a page; raises `WrongType`, `NotText`, `NoText` or `TooMuchWork`."""
    return parsed(text_of(data, name), name)


def text_of(data: bytes, name: str) -> str:
    """The page's characters: by byte order mark, then by what it declares, then by its bytes."""
    if not data.startswith(tuple(bom for bom, _ in BOMS)):
        declared = CHARSET.search(data[:HEAD])
        label = declared[1].decode("ascii", "replace").lower() if declared else ""
        data = _as_declared(data, label)
    return decode(data, name)


def _as_declared(data: bytes, label: str) -> bytes:
    """The page in UTF-8 where it declares what cannot be told from its bytes, else as it is.

    Bytes that are UTF-8 are so by no chance, whatever the page declares.
    """
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        pass
    if label in ("utf-8", "utf8"):
        return _mostly_utf8(data)
    if SINGLE_BYTE.fullmatch(label):
        return data.decode(codecs.lookup(label).name, "replace").encode()
    return data


def _mostly_utf8(data: bytes) -> bytes:
    """UTF-8 with a few bad bytes, such as a letter cut in two, is not Windows-1252 for that."""
    text = data.decode("utf-8", "replace")
    letters = sum(not character.isascii() for character in text)
    return text.encode() if text.count(BAD) * 2 < letters else data


def parsed(text: str, name: str) -> Element:
    """The root element of the page in `text`, strikes marked; raises `NoText`, `TooMuchWork`."""
    if CROWDED.search(text):
        raise TooMuchWork(
            f"{name}: an element of the page has more than {MAX_ATTRIBUTES} attributes; "
            "open it in a browser and save it as PDF"
        )
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = etree.fromstring(_prepared(text).encode(), parser)
    except etree.LxmlError:
        root = None
    if len(parser.error_log.filter_from_fatals()):
        raise TooMuchWork(
            f"{name}: the page's elements stand more than 2,000 deep in each other; "
            "open it in a browser and save it again"
        )
    if root is None:
        raise NoText(f"{name}: the page is empty")
    return root


def _prepared(text: str) -> str:
    if XHTML.search(text[:HEAD]):
        text = EMPTY.sub(_closed, text)
    text = HARMFUL.sub("", text)
    text = STRIKE_BEGIN.sub(lambda found: f"{found[0]}<{STRIKE_MARK} on>", text)
    return STRIKE_END.sub(lambda found: f"<{STRIKE_MARK}>{found[0]}", text)


def _closed(found: re.Match[str]) -> str:
    """`<a/>` is closed in XHTML, and left open by a reader of HTML."""
    tag = found[1]
    return found[0] if tag.lower() in VOID else f"<{tag}{found[2]}></{tag}>"
