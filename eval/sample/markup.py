"""Reading the sources of the sample documents.

A source is a paragraph a line; lines without an empty line between them belong together.

    ---                     front matter: layout (flow, paragraphs, spaced), bullet
    # ## ###                headings
    - text                  bullet        o text     bullet of the second level
    -- text                 dash          * text     bullet that lost its mark
    1. text                 numbered      |a|b|      table row, |• a • b| a list in a cell
    ~~text~~ *text*         struck, emphasised (kept only where a converter keeps them)
    <toc> 1. Title | 4      line of a table of contents
    <label> text            page furniture, <wide> text  justified with double spaces
    <space>                 an empty line that is not quite empty
    <page>                  page break, <layout tight>  another layout from here on
    <include name>          the body of another source
"""

import re
from dataclasses import dataclass
from pathlib import Path

# The bullets each layout leaves unless the source names another one.
BULLETS = {"flow": "•", "paragraphs": "-", "spaced": "\uf0b7", "tight": "\uf0b7"}

MARKS = {
    "### ": "chapter",
    "## ": "section",
    "# ": "title",
    "-- ": "dash",
    "- ": "bullet",
    "o ": "sub",
    "* ": "bare",
    "<toc> ": "toc",
    "<label> ": "label",
    "<wide> ": "wide",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a source and what it is."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together, and the layout they are written in."""

    layout: str
    bullet: str
    lines: tuple[Line, ...]


Page = tuple[Group, ...]


def read_line(text: str) -> Line:
    if text.startswith("|"):
        return Line("row", text)
    if text == "<space>":
        return Line("space", "")
    for mark, kind in MARKS.items():
        if text.startswith(mark):
            return Line(kind, text.removeprefix(mark))
    return Line("number" if re.match(r"\d+\. ", text) else "text", text)


def front_matter(source: str) -> tuple[dict[str, str], str]:
    """The settings at the top of a source, and its body."""
    _, head, body = source.split("---\n", 2)
    return dict(line.split(": ", 1) for line in head.splitlines()), body


def with_includes(body: str, folder: Path) -> str:
    def text_of(match: re.Match[str]) -> str:
        return front_matter((folder / f"{match[1]}.md").read_text("utf-8"))[1].strip()

    return re.sub(r"^<include (\S+)>$", text_of, body, flags=re.M)


def read_page(text: str, layout: str, bullet: str | None) -> tuple[Page, str]:
    """The groups of a page, and the layout in force at its end."""
    groups: list[Group] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.splitlines()
        if match := re.fullmatch(r"<layout (\w+)>", lines[0]):
            layout, lines = match[1], lines[1:]
        if lines:
            mark = bullet or BULLETS[layout]
            groups.append(Group(layout, mark, tuple(read_line(line.strip()) for line in lines)))
    return tuple(groups), layout


def read_source(source: str, folder: Path) -> list[Page]:
    """The pages of `source`; what it includes stands in `folder`."""
    meta, body = front_matter(source)
    layout, pages = meta["layout"], []
    for text in re.split(r"^<page>$", with_includes(body, folder), flags=re.M):
        page, layout = read_page(text, layout, meta.get("bullet"))
        pages.append(page)
    return pages
