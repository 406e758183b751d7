"""The labels of list items, as browsers count them."""

import re
from dataclasses import dataclass

from ingest.readers.html.markup import Element

NUMBER = re.compile(r"\s*([+-]?\d{1,9})")
STYLES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
MARKER = re.compile(r"none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|latin|roman)")
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(slots=True)
class Items:
    """A list that is being read; `number` is the next item's."""

    ordered: bool
    style: str
    number: int = 1
    step: int = 1
    count: int = 0

    def label(self, element: Element, marker: str | None) -> str:
        """The label of the next item, with the space after it."""
        self.count += 1
        own = number(element.get("value"))
        if self.ordered and own is not None:
            self.number = own
        here, self.number = self.number, self.number + self.step
        style = _style(element, marker) or self.style
        if style == "none":
            return ""
        return _numbered(here, style) if self.ordered else "• "


def opened(element: Element, marker: str | None) -> Items:
    """The list that `element` begins."""
    ordered = element.tag == "ol"
    style = _style(element, marker) or ("decimal" if ordered else "disc")
    first = number(element.get("start"))
    if element.get("reversed") is None:
        return Items(ordered, style, 1 if first is None else first)
    own = sum(child.tag == "li" for child in element)
    return Items(ordered, style, own if first is None else first, -1)


def number(value: str | None) -> int | None:
    """The number that an attribute begins with."""
    found = NUMBER.match(value or "")
    return int(found[1]) if found else None


def _style(element: Element, marker: str | None) -> str | None:
    if found := MARKER.search(marker or ""):
        return found[0].replace("latin", "alpha")
    return STYLES.get(element.get("type") or "")


def _numbered(count: int, style: str) -> str:
    if style.endswith("alpha") and count > 0:
        label = f"{_letters(count)}) "
    elif style.endswith("roman") and 0 < count < 4000:
        label = f"{_roman(count)}) "
    else:
        return f"{count}. "
    return label.upper() if style.startswith("upper") else label


def _letters(count: int) -> str:
    letters = ""
    while count:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(count: int) -> str:
    letters = ""
    for value, sign in ROMAN:
        letters += sign * (count // value)
        count %= value
    return letters
