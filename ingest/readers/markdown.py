"""Markdown: rendered as a web page and read as one."""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.decode import decode
from ingest.errors import TooMuchWork
from ingest.extract import Extract, Options
from ingest.readers import html

FRONT = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
ENTRY = re.compile(r"[\w-]+[ \t]*:.*|[ \t]+\S.*|-[ \t].*|#.*|[ \t]*")
TITLE = re.compile(r"""^title[ \t]*:[ \t]*(["']?)(.+?)\1[ \t]*$""", re.M | re.I)

# CriticMarkup: {--deleted--}, {++inserted++} and {~~old~>new~~}
CHANGE = re.compile(r"\{~~([^~{}]{0,2000})~>([^~{}]{0,2000})~~\}")
SIGN = re.compile(r"(\{--|--\}|\{\+\+|\+\+\})")
SIGNS = {"{--": "<del>", "--}": "</del>", "{++": "<ins>", "++}": "</ins>"}
PARTNER = {"{--": "--}", "{++": "++}"}

PAGE_BREAK = "\n\n<hr class='pagebreak'>\n\n"
DEEP = 10_000  # the parser leaves out what is nested deeper, and Python ends long before


def extract(data: bytes, name: str, options: Options) -> Extract:
    """The lines of a Markdown file; raises `WrongType`, `NotText`, `NoText` or `TooMuchWork`."""
    text = decode(data, name)
    front, title, body = _front_matter(text)
    try:
        page = _renderer().render(CHANGE.sub(r"{--\1--}{++\2++}", body.replace("\f", PAGE_BREAK)))
    except RecursionError as error:
        raise TooMuchWork(
            f"{name}: its lists or quotes stand too deep in each other; make them flatter"
        ) from error
    head = _set_aside(front) if page.strip() else ""
    return html.extract_markup(f"{head}<body>{page}", name, title)


def _front_matter(text: str) -> tuple[str, str | None, str]:
    """The YAML at the file's beginning, the title it gives, and the text after it."""
    found = FRONT.match(text)
    if not found or not all(ENTRY.fullmatch(line) for line in found[1].splitlines()):
        return "", None, text
    title = TITLE.search(found[1])
    return found[1], title[2] if title else None, text[found.end() :]


def _set_aside(front: str) -> str:
    """Not text of the document, but it may say that it is a draft."""
    return f"<header><pre>{escape(front)}</pre></header>" if front else ""


def _renderer() -> MarkdownIt:
    rules = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEP})
    rules.enable(["table", "strikethrough"])
    rules.core.ruler.push("changes", lambda state: _mark_changes(state.tokens))
    return rules


def _mark_changes(tokens: list[Token]) -> None:
    """The signs of CriticMarkup as elements, in text and not in code."""
    for token in tokens:
        if token.children and SIGN.search(token.content):
            token.children = _marked(token.children)


def _marked(children: list[Token]) -> list[Token]:
    pieces = [_split(child) for child in children]
    paired = _paired([piece for parts in pieces for piece in parts])
    return [
        _element(piece) if id(piece) in paired else piece for parts in pieces for piece in parts
    ]


def _split(child: Token) -> list[Token]:
    if child.type != "text" or not SIGN.search(child.content):
        return [child]
    parts = (part for part in SIGN.split(child.content) if part)
    return [Token("text", "", 0, content=part) for part in parts]


def _paired(tokens: list[Token]) -> set[int]:
    """The signs that have a partner; a lone one stays as it is written."""
    found: set[int] = set()
    opened: Token | None = None
    for token in tokens:
        sign = token.content if token.type == "text" else ""
        if opened is None and sign in PARTNER:
            opened = token
        elif opened is not None and sign == PARTNER[opened.content]:
            found |= {id(opened), id(token)}
            opened = None
    return found


def _element(sign: Token) -> Token:
    return Token("html_inline", "", 0, content=SIGNS[sign.content])
