"""Writes the sample documents from their sources, in the layouts that PDF converters leave.

    python -m eval.sample.build [FOLDER]

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

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "source"
DOCUMENTS = HERE / "documents"

NBSP = "\u00a0"
WIDTH = {"flow": 106, "spaced": 110, "tight": 118}
HEADING_WIDTH = 74
CELL_WIDTH = 46
ROW_WIDTH = 60
LEADER_WIDTH = 100

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
LIST_KINDS = {"bullet", "sub", "dash", "bare", "number"}


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


# Reading a source ---------------------------------------------------------------------------


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


def read_source(source: str, folder: Path = SOURCES) -> list[Page]:
    meta, body = front_matter(source)
    layout, pages = meta["layout"], []
    for text in re.split(r"^<page>$", with_includes(body, folder), flags=re.M):
        page, layout = read_page(text, layout, meta.get("bullet"))
        pages.append(page)
    return pages


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("\n")[1:-1].split("|")]


def plain(text: str) -> str:
    """The text without the marks that only some converters keep."""
    text = re.sub(r"</?i>|~~|\$\$", "", text)
    return re.sub(r"(?<![\w*])\*{1,2}([^*\s][^*]*?)\*{1,2}(?!\w)", r"\1", text)


# Breaking lines -----------------------------------------------------------------------------


def syllable_breaks(word: str) -> list[int]:
    """Where a long word may be divided: before a consonant that a vowel follows."""
    if len(word) < 9 or not word.rstrip(".,:").isalpha():
        return []
    found = re.finditer(r"[bcdfghklmnprstvz][aeiouyæøå]", word[:-2])
    return [match.start() for match in found if match.start() > 2]


def hyphenate(word: str, room: int) -> tuple[str, str] | None:
    """The word in two parts of which the first, with its hyphen, fits the room."""
    fitting = [i for i in syllable_breaks(word) if i + 1 <= room]
    return (word[: fitting[-1]] + "-", word[fitting[-1] :]) if fitting else None


def wrap_hyphenated(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if len(joined) <= width:
            line = joined
            continue
        parts = hyphenate(word, width - len(line) - 1)
        lines.append(f"{line} {parts[0]}" if parts else line)
        line = parts[1] if parts else word
    return [*lines, line]


def wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


# Layout "flow": wrapped, an empty line between blocks -----------------------------------------


def list_mark(line: Line, bullet: str) -> str:
    marks = {"bullet": f"{bullet} ", "sub": "◦ ", "dash": f"-{NBSP}"}
    return marks.get(line.kind, "")


def contents_line(text: str) -> str:
    *title, page = (part.strip() for part in text.split(" | "))
    start = " ".join(title)
    return f"{start} {'.' * (LEADER_WIDTH - len(start))} {page}"


def flow_line(line: Line, bullet: str, *, listed: bool) -> str:
    if line.kind == "space":
        return NBSP
    if line.kind == "row":
        return (NBSP * 6).join(plain(cell) for cell in cells(line.text))
    if line.kind == "toc":
        return contents_line(line.text)
    width = HEADING_WIDTH if line.kind == "title" else WIDTH["flow"]
    first, *rest = wrap(list_mark(line, bullet) + plain(line.text), width)
    if line.kind == "wide":
        return "\n".join(part.replace(" ", "  ") for part in [first, *rest])
    # A converter parts the first line of a list item from the lines it runs on to.
    gap = "\n\n" if listed and rest else "\n"
    text = first + gap + "\n".join(rest) if rest else first
    return text + NBSP if re.fullmatch(r"\d{4}-\d{6}", line.text) else text


def flow_group(group: Group) -> str:
    listed = len(group.lines) > 1 and all(line.kind in LIST_KINDS for line in group.lines)
    return "\n".join(flow_line(line, group.bullet, listed=listed) for line in group.lines)


# Layouts "spaced" and "tight": a space at every line's end ------------------------------------


def item_text(line: Line, bullet: str) -> str:
    marks = {"bullet": f"{bullet} ", "sub": "o ", "dash": "- "}
    return marks.get(line.kind, "") + plain(line.text)


def ended(line: str) -> str:
    """The line as the converter ends it: a space unless a hyphen divides the last word."""
    return line if re.search(r"\w-$", line) else f"{line} "


def row_blocks(row: list[str]) -> Iterator[str]:
    """The cells of a flattened table row: short ones run together, long ones wrapped."""
    if len(" ".join(row)) <= ROW_WIDTH:
        yield ended(" ".join(row))
        return
    for short, run in groupby(row, key=lambda cell: len(cell) <= CELL_WIDTH // 2):
        parts = list(run)
        if short:
            yield ended(" ".join(parts))
        else:
            yield from ("\n".join(map(ended, wrap_hyphenated(c, CELL_WIDTH))) for c in parts)


def spaced_blocks(line: Line, bullet: str) -> Iterator[str]:
    if line.kind == "row":
        yield from row_blocks([plain(cell) for cell in cells(line.text)])
    elif line.kind == "toc":
        yield ended(contents_line(line.text))
    elif line.kind == "space":
        yield " "
    else:
        lines = wrap_hyphenated(item_text(line, bullet), WIDTH["spaced"])
        yield from map(ended, lines)


def spaced_group(group: Group) -> str:
    blocks = [b for line in group.lines for b in spaced_blocks(line, group.bullet)]
    headed = group.lines[0].kind in {"section", "chapter"}
    return "\n\n".join([" ", *blocks] if headed else blocks)


def tight_group(group: Group) -> str:
    texts = (item_text(line, group.bullet) for line in group.lines)
    return "\n".join(ended(part) for t in texts for part in wrap_hyphenated(t, WIDTH["tight"]))


# Layout "paragraphs": a paragraph a line, tabs in tables, the marks kept ----------------------


def listed_cell(cell: str) -> str:
    marked = f'<ul style="list-style-type: none"> {cell} </ul>'
    return marked if cell.startswith("• ") else cell


def paragraph_line(line: Line, bullet: str) -> str:
    if line.kind == "row":
        return "\t".join(map(listed_cell, cells(line.text)))
    if line.kind == "toc":
        return "\t".join(part.strip() for part in line.text.split(" | "))
    marks = {"bullet": f"{bullet} ", "sub": f" {bullet} ", "dash": "- "}
    return marks.get(line.kind, "") + line.text


def paragraph_group(group: Group) -> str:
    return "\n".join(paragraph_line(line, group.bullet) for line in group.lines)


# Putting a document together -----------------------------------------------------------------


def label_group(group: Group) -> str:
    """Page furniture, with the gap a converter leaves under it."""
    return "\n".join(line.text for line in group.lines)


WRITERS: dict[str, Callable[[Group], str]] = {
    "flow": flow_group,
    "spaced": spaced_group,
    "tight": tight_group,
    "paragraphs": paragraph_group,
}


def is_label(group: Group) -> bool:
    return group.lines[0].kind == "label"


def between(before: Group, after: Group) -> str:
    if is_label(before) and not is_label(after):
        return "\n\n\n\n"
    tight = before.layout == after.layout == "tight"
    # A heading stands right over its text; other blocks are set apart by a lone space.
    headed = before.lines[0].kind in {"section", "title"}
    if tight and not is_label(after):
        return "\n" if headed else "\n \n"
    return "\n\n"


def page_text(page: Page) -> str:
    text = ""
    for i, group in enumerate(page):
        body = label_group(group) if is_label(group) else WRITERS[group.layout](group)
        text += (between(page[i - 1], group) if i else "") + body
    # A heading's spacing is lost at the top of a page.
    return text.removeprefix(" \n\n")


def document_text(pages: list[Page]) -> str:
    """The document as its converter writes it."""
    texts = [page_text(page) for page in pages]
    if pages[0][0].layout == "paragraphs":
        return "\n\n" + "\n\n\n\n".join(texts)
    # The form feed of a new page has become one space.
    return " " + "\n ".join(texts) + "\n "


def build(folder: Path = SOURCES) -> dict[str, str]:
    """The name and the text of every sample document."""
    return {
        f"{path.stem}.txt": document_text(read_source(path.read_text("utf-8"), folder))
        for path in sorted(folder.glob("*.md"))
    }


def main(target: Path = DOCUMENTS) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, text in build().items():
        (target / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
