"""Numbered and bulleted lists: the label that a reader sees before a paragraph."""

import re
from dataclasses import dataclass

from ingest.readers.docx.names import W, at, is_on, number, val
from ingest.readers.docx.styles import Style, Styles
from ingest.readers.xml import Element

LEVELS = 9
BULLET = "•"
PLACE = re.compile(r"%([1-9])")
LONGEST_TEXT = 100  # characters around the numbers of a label
LAST_LETTER = 780  # Word's own end: "zz…z", thirty letters
LAST_ROMAN = 3999
ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, how it counts and how its label is put together.

    `restart` is the level, from 1, whose items make it start again; 0 is none, `None` any above.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class List:
    """A list as its paragraphs name it. Lists with the same `counts` count on from each other,
    except where `starts` sets a level anew at the list's first paragraph."""

    levels: dict[int, Level]
    starts: dict[int, int]
    counts: dict[int, int]
    begun: bool = False


class Numbering:
    """Counts the paragraphs of all lists, in the order in which they are labelled."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, properties: Element | None, style: Style) -> str:
        """The label of the next paragraph, empty where it has none."""
        own = at(properties, "numPr")
        name = val(own, "numId") or style.number
        found = self._list(name) if name else None
        if found is None:
            return ""
        level = number(val(own, "ilvl"))
        return _next(found, _level_of(found, style) if level is None else level)

    def _list(self, name: str) -> List | None:
        if name not in self._lists:
            self._lists[name] = self._made(name)
        return self._lists[name]

    def _made(self, name: str) -> List | None:
        num = self._nums.get(name)
        abstract_id = val(num, "abstractNumId") or ""
        if linked := val(self._abstracts.get(abstract_id), "numStyleLink"):
            target = self._nums.get(self._styles.list_of(linked) or "")
            abstract_id = val(target, "abstractNumId") or ""
        abstract = self._abstracts.get(abstract_id)
        if num is None or abstract is None:
            return None
        levels, starts = _levels(abstract), {}
        for override in num.iterchildren(f"{W}lvlOverride"):
            levels |= _levels(override)
            ilvl, start = _ilvl(override), number(val(override, "startOverride"))
            if ilvl is not None and start is not None:
                starts[ilvl] = start
        return List(levels, starts, self._counts.setdefault(abstract_id, {}))


def _by_id(root: Element | None, tag: str, key: str) -> dict[str, Element]:
    children = () if root is None else root.iterchildren(W + tag)
    return {child.get(W + key, ""): child for child in children}


def _levels(element: Element) -> dict[int, Level]:
    found = ((_ilvl(level), level) for level in element.iterchildren(f"{W}lvl"))
    return {ilvl: _level(level) for ilvl, level in found if ilvl is not None}


def _ilvl(element: Element) -> int | None:
    return number(element.get(f"{W}ilvl"))


def _level(element: Element) -> Level:
    start = number(val(element, "start"))
    return Level(
        start=0 if start is None else start,
        form=val(element, "numFmt") or "decimal",
        text=(val(element, "lvlText") or "")[:LONGEST_TEXT],
        restart=number(val(element, "lvlRestart")),
        legal=is_on(element, "isLgl"),
        style=val(element, "pStyle"),
    )


def _level_of(found: List, style: Style) -> int:
    """The level a paragraph has from its style: the style names it, or it names the style."""
    by_style = {level.style: ilvl for ilvl, level in found.levels.items() if level.style}
    for name, ilvl in style.places:
        if ilvl is not None or name in by_style:
            return by_style[name] if ilvl is None else ilvl
    return 0


def _next(found: List, ilvl: int) -> str:
    level = found.levels.get(ilvl)
    if level is None:
        return ""
    if not found.begun:
        found.begun = True
        for other in found.starts:
            found.counts.pop(other, None)
    counts = found.counts
    counts[ilvl] = counts[ilvl] + 1 if ilvl in counts else _start(found, ilvl)
    for deeper in [one for one in counts if one > ilvl and _restarts(found, one, ilvl)]:
        del counts[deeper]
    return _text(found, level)


def _start(found: List, ilvl: int) -> int:
    return found.starts.get(ilvl, found.levels.get(ilvl, Level()).start)


def _restarts(found: List, deeper: int, ilvl: int) -> bool:
    restart = found.levels.get(deeper, Level()).restart
    return restart is None or ilvl < restart


def _text(found: List, level: Level) -> str:
    if level.form == "bullet":
        return BULLET if level.text.strip() else ""

    def count(match: re.Match[str]) -> str:
        ilvl = int(match[1]) - 1
        form = found.levels.get(ilvl, Level()).form
        value = found.counts.get(ilvl, _start(found, ilvl))
        return written(value, "decimal" if level.legal and form != "none" else form)

    return PLACE.sub(count, level.text).strip()


def written(value: int, form: str) -> str:
    """A number as a list of this form counts."""
    if form in ("none", "bullet"):
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < value <= LAST_LETTER:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value <= LAST_ROMAN:
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    if form == "ordinal":
        return f"{value}."
    return f"{value:02}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    out = []
    for worth, letters in ROMAN:
        out.append(letters * (value // worth))
        value %= worth
    return "".join(out)
