"""The layouts that PDF converters leave: lines broken, blocks apart, tables flattened."""

import re
import textwrap
from collections.abc import Callable, Iterator
from itertools import groupby

from eval.sample.markup import Group, Line, Page

NBSP = "\u00a0"
WIDTH = {"flow": 106, "spaced": 110, "tight": 118}
HEADING_WIDTH = 74
CELL_WIDTH = 46
ROW_WIDTH = 60
LEADER_WIDTH = 100

LIST_KINDS = {"bullet", "sub", "dash", "bare", "number"}


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


# Putting a page together --------------------------------------------------------------------


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
