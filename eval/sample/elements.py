"""A source as headings, paragraphs, lists and tables: what a file with styles of its own holds.

The layouts of `layouts.py` are what converters left of such files. Here everything is whole: a
bullet that lost its mark has it, tables have their cells, page labels are the page's footers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from eval.sample.layouts import cells
from eval.sample.markup import Group, Line, Page

LEVELS = {"title": 1, "section": 2, "chapter": 3}
LISTED = {"bullet": 1, "dash": 1, "bare": 1, "sub": 2}
ARROW = "➤ "
MARKUP = re.compile(
    r"~~(?P<struck>.+?)~~|(?<![\w*])\*{1,2}(?P<strong>[^*\s][^*]*?)\*{1,2}(?!\w)"
    r"|<i>(?P<italic>.+?)</i>|\$\$(?P<formula>.+?)\$\$"
)
# A page's label with its number, as `furniture` gives it.
NUMBERS = (
    (re.compile(r"Side \d+ af \d+"), "Side {page} af {pages}"),
    (re.compile(r"\d+/\d+"), "{page}/{pages}"),
    (re.compile(r"\d+"), "{page}"),
)
DRAFT_FOOTER = re.compile(r"Udkast [\d.]+ \(.+\)")
REPEATED = re.compile(r"(.{4,}?)\1+")  # a converter read a name that is printed over itself
NAMED_FOOTER = re.compile(r".+ Møde den [\d.]+|kl\. .+|Dokument: .+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `link` is the address it leads to."""

    text: str
    look: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A heading, paragraph, list item or line of a table of contents.

    `level` is a heading's or a bullet's depth; `number` that of a numbered item; `close` says that
    no space parts it from the text before it. A contents line has its page in `page`.
    """

    kind: str
    runs: tuple[Run, ...]
    level: int = 0
    number: int | None = None
    close: bool = False
    page: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; `headed` says that the first names the columns."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Element = Text | Table | PageBreak


def elements(pages: list[Page]) -> list[Element]:
    """Everything in the document, in order, without the furniture of its pages."""
    footers, found = furniture(pages), list[Element]()
    for page in pages:
        found += [PageBreak()] if found else []
        for group in page:
            for element in _of(group):
                text = element.text if isinstance(element, Text) else ""
                if text.startswith("http"):
                    _link(found, text)
                elif _footer(text) not in footers and not REPEATED.fullmatch(text):
                    found.append(element)
    return found


def furniture(pages: list[Page]) -> tuple[str, ...]:
    """The lines at every page's foot, with {page} and {pages} for the numbers."""
    lines = [line for page in pages for group in page for line in group.lines]
    found = [_footer(line.text) for line in lines if line.kind == "label"]
    if DRAFT_FOOTER.fullmatch(lines[-1].text):
        found.append(lines[-1].text)
    if not any("{page}" in text for text in found):
        found.append(NUMBERS[0][1])
    return tuple(dict.fromkeys(text for text in found if text))


def _footer(label: str) -> str:
    """A label with its numbers open; empty where it belongs to no page's foot."""
    for pattern, general in NUMBERS:
        if pattern.fullmatch(label) or (general.startswith("Side") and pattern.search(label)):
            return pattern.sub(general, label)
    return label if NAMED_FOOTER.fullmatch(label) or DRAFT_FOOTER.fullmatch(label) else ""


def _link(found: list[Element], address: str) -> None:
    """Put an address that a converter left at the page's foot where it was: behind "her"."""
    for index in range(len(found) - 1, -1, -1):
        element = found[index]
        if isinstance(element, Text) and element.text.endswith(" her"):
            runs = (Run(element.text.removesuffix("her")), Run("her", link=address))
            found[index] = replace(element, runs=runs)
            return


def _of(group: Group) -> Iterator[Element]:
    for rows, lines in groupby(group.lines, key=lambda line: line.kind == "row"):
        if rows:
            yield table([cells(line.text) for line in lines])
        else:
            yield from (_text(line, close=line != group.lines[0]) for line in lines)


def _text(line: Line, *, close: bool) -> Text:
    if line.kind in LEVELS:
        return Text("heading", runs(line.text), LEVELS[line.kind])
    if line.kind == "toc":
        title, page = line.text.rsplit(" | ", 1)
        return Text("contents", runs(title.replace(" | ", " ").rstrip(".")), page=page.strip())
    if line.kind == "number":
        number, text = line.text.split(". ", 1)
        return Text("number", runs(text), number=int(number), close=close)
    if line.kind in LISTED or line.text.startswith(ARROW):
        text = line.text.removeprefix(ARROW)
        return Text("bullet", runs(text), LISTED.get(line.kind, 1), close=close)
    kind = "justified" if line.kind == "wide" else "paragraph"
    return Text(kind, runs(line.text), close=close)


def runs(text: str) -> tuple[Run, ...]:
    """The text in pieces of one look: struck, strong, italic or plain."""
    found, end = list[Run](), 0
    for match in MARKUP.finditer(text):
        found += [Run(text[end : match.start()])] if end < match.start() else []
        look = match.lastgroup or ""
        found.append(Run(formula(match[look]) if look == "formula" else match[look], look))
        end = match.end()
    return (*found, Run(text[end:])) if end < len(text) else tuple(found)


def formula(tex: str) -> str:
    """A formula as it stands in print."""
    return re.sub(r"\\text\{(.*?)\}", r"\1", tex).replace(r"\times", "×")


def table(rows: list[list[str]]) -> Table:
    """A corner that a converter left out is an empty cell; a row of names is a heading row."""
    width = max(map(len, rows))
    whole = tuple((*[""] * (width - len(row)), *row) for row in rows)
    first = whole[0]
    names = width > 2 and all(cell and " " not in cell for cell in first)
    return Table(whole, headed=not first[0] or names)


def spans(row: tuple[str, ...]) -> bool:
    """Whether the row's first cell stands over all columns: the heading of a sub-table."""
    return len(row) > 2 and bool(row[0]) and not any(row[1:])
