"""What the styles of a Word file say of the paragraphs and runs that have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest.readers.docx.look import NOTHING, Look, layered, look_of, shade_within
from ingest.readers.docx.names import W, at, number, switch, val
from ingest.readers.xml import Element

DEEPEST = 64  # styles; a longer chain of styles that build on each other is a loop
HEADING = re.compile(r"(?:heading|overskrift) ?([1-9])", re.IGNORECASE)
TITLE = re.compile(r"title|titel", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse|contents) ?\d", re.IGNORECASE)
BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph has from its style. `number` is the list it belongs to, and `places` the
    styles it builds on with the level in the list that each names, itself first."""

    look: Look = NOTHING
    level: int = 0
    number: str | None = None
    places: tuple[tuple[str, int | None], ...] = ()
    contents: bool = False
    page_before: bool = False
    shade: str | None = None


class Styles:
    """The styles of a file; `root` is its part for them, `None` where it has none."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.iterchildren(f"{W}style")
        self._all = {style.get(f"{W}styleId", ""): style for style in found}
        self._base = look_of(at(root, "docDefaults", "rPrDefault", "rPr"))
        self._paragraphs: dict[str, Style] = {}
        self._cells: dict[tuple[str | None, tuple[str, ...]], tuple[Look, str | None]] = {}
        self._runs: dict[tuple[Style, str | None, Look], Look] = {}

    def paragraph(self, style_id: str | None) -> Style:
        """The paragraph style of this name, or the one that paragraphs have without a name."""
        known = style_id if style_id and style_id in self._all else self._usual
        if known not in self._paragraphs:
            self._paragraphs[known] = self._made(known)
        return self._paragraphs[known]

    def run(self, style: Style, run_style: str | None, behind: Look) -> Look:
        """How a run looks before its own formatting; `behind` is the table's look."""
        key = (style, run_style, behind)
        if key not in self._runs:
            own = layered([look_of(at(one, "rPr")) for one in self._chain(run_style)])
            self._runs[key] = layered([own.toggling(style.look), behind, self._base])
        return self._runs[key]

    def cell(self, style_id: str | None, regions: tuple[str, ...]) -> tuple[Look, str | None]:
        """The look and the shading of a cell that lies in these regions of its table."""
        key = (style_id, regions)
        if key not in self._cells:
            pieces = [one for name in regions for one in self._regions(style_id, name)]
            pieces += self._chain(style_id)
            look = layered([look_of(at(one, "rPr")) for one in pieces])
            shades = (shade_within(at(one, "tcPr")) for one in pieces)
            self._cells[key] = look, next((shade for shade in shades if shade), None)
        return self._cells[key]

    def list_of(self, style_id: str | None) -> str | None:
        """The list that a list style stands for."""
        return next(self._found(self._chain(style_id), "pPr", "numPr", "numId"), None)

    @cached_property
    def _usual(self) -> str:
        """The style of paragraphs that name none."""
        for name, style in self._all.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                return str(name)
        return ""

    def _made(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        breaks = (switch(at(one, "pPr", "pageBreakBefore")) for one in chain)
        shades = (shade_within(at(one, "pPr")) for one in chain)
        levels = (level for one in chain if (level := _level(one)) is not None)
        return Style(
            look=layered([look_of(at(one, "rPr")) for one in chain]),
            level=next(levels, 0),
            number=next(self._found(chain, "pPr", "numPr", "numId"), None),
            places=tuple(_place(one) for one in chain),
            contents=any(CONTENTS.fullmatch(val(one, "name") or "") for one in chain),
            page_before=next((said for said in breaks if said is not None), False),
            shade=next((shade for shade in shades if shade), None),
        )

    def _chain(self, style_id: str | None) -> list[Element]:
        """The style, the one it is based on, and so on."""
        chain: list[Element] = []
        while style_id in self._all and len(chain) < DEEPEST:
            chain.append(self._all[style_id])
            style_id = val(chain[-1], "basedOn")
        return chain

    def _regions(self, style_id: str | None, region: str) -> Iterator[Element]:
        for style in self._chain(style_id):
            for part in style.iterchildren(f"{W}tblStylePr"):
                if part.get(f"{W}type") == region:
                    yield part

    @staticmethod
    def _found(chain: list[Element], *names: str) -> Iterator[str]:
        return (found for one in chain if (found := val(one, *names)) is not None)


def outline_level(properties: Element | None) -> int | None:
    """The depth of a heading, from 1; 0 says that it is none."""
    level = number(val(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level < BODY_LEVEL else 0


def _level(style: Element) -> int | None:
    said = outline_level(at(style, "pPr"))
    name = val(style, "name") or ""
    if said is not None:
        return said
    if found := HEADING.fullmatch(name):
        return int(found[1])
    return 1 if TITLE.fullmatch(name) else None


def _place(style: Element) -> tuple[str, int | None]:
    return style.get(f"{W}styleId", ""), number(val(style, "pPr", "numPr", "ilvl"))
