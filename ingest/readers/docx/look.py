"""How a run of text looks, as far as it decides whether a reader sees it, or sees it struck out."""

from dataclasses import dataclass, replace
from functools import reduce

from ingest.readers.docx.names import W, at, number, switch
from ingest.readers.xml import Element

WHITE = "FFFFFF"
BLACK = "000000"
AUTO = "auto"  # a colour that Word chooses so that it can be read
FAINTEST = 32  # of 255; colours that differ less cannot be told apart on paper
SMALLEST = 4  # half-points
PAPER = ("background1", "light1", "bg1", "lt1")
INK = ("text1", "dark1", "tx1", "dk1")
HIGHLIGHTS = {
    **{"black": BLACK, "white": WHITE, "yellow": "FFFF00", "lightGray": "C0C0C0"},
    **{"red": "FF0000", "green": "00FF00", "blue": "0000FF", "darkGray": "808080"},
    **{"cyan": "00FFFF", "magenta": "FF00FF", "darkYellow": "808000"},
    **{"darkRed": "800000", "darkGreen": "008000", "darkBlue": "000080"},
    **{"darkCyan": "008080", "darkMagenta": "800080"},
}


@dataclass(frozen=True, slots=True)
class Look:
    """What one place says of a run; `None` where it says nothing. `size` is in half-points,
    `back` the colour behind the text, `marked` that it is a highlight, to which no text adapts."""

    struck: bool | None = None
    double: bool | None = None
    hidden: bool | None = None
    special: bool | None = None
    colour: str | None = None
    back: str | None = None
    size: int | None = None
    marked: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This, and what `below` says where this says nothing."""
        if self is NOTHING:
            return below
        pairs = ((getattr(self, name), getattr(below, name)) for name in Look.__slots__)
        return Look(*(theirs if mine is None else mine for mine, theirs in pairs))

    def toggling(self, below: "Look") -> "Look":
        """A character style's look over a paragraph style's: what both switch on is off again."""
        both = self.over(below)
        struck = self.struck != below.struck if self.struck and below.struck else both.struck
        hidden = self.hidden != below.hidden if self.hidden and below.hidden else both.hidden
        return replace(both, struck=struck, hidden=hidden)

    @property
    def is_struck(self) -> bool:
        """Struck out, with one line or two."""
        return bool(self.struck or self.double)

    def unseen(self, behind: str | None) -> str | None:
        """Why nobody sees the text before the colour `behind`; `None` where it can be seen."""
        if self.hidden or self.special:
            return "formatted as hidden"
        if self.size is not None and self.size < SMALLEST:
            return "smaller than 2 points"
        back = self.back or behind
        colour = BLACK if self.marked and self.colour in (None, AUTO) else self.colour
        if back and colour and _alike(colour, back):
            return "in the colour of its background"
        return None


NOTHING = Look()


def look_of(properties: Element | None) -> Look:
    """What run properties say."""
    if properties is None:
        return NOTHING
    said = {child.tag: child for child in properties.iterchildren("*")}
    size, highlight = said.get(f"{W}sz"), said.get(f"{W}highlight")
    marked = None if highlight is None else HIGHLIGHTS.get(highlight.get(f"{W}val", ""))
    return Look(
        struck=switch(said.get(f"{W}strike")),
        double=switch(said.get(f"{W}dstrike")),
        hidden=switch(said.get(f"{W}vanish")),
        special=switch(said.get(f"{W}specVanish")),
        colour=_colour(said.get(f"{W}color")),
        back=marked or shade_of(said.get(f"{W}shd")),
        size=None if size is None else number(size.get(f"{W}val")),
        marked=True if marked else None,
    )


def layered(looks: list[Look]) -> Look:
    """Several looks as one, the uppermost first."""
    return reduce(Look.over, looks, NOTHING)


def shade_of(shading: Element | None) -> str | None:
    """The colour of a shading; `None` where it has none."""
    if shading is None:
        return None
    pattern, ink = shading.get(f"{W}val", "clear"), shading.get(f"{W}color", AUTO)
    share = number(pattern.removeprefix("pct")) or 0
    if pattern == "solid" or (pattern.startswith("pct") and share >= 50):
        return BLACK if ink == AUTO else ink
    fill = shading.get(f"{W}fill", AUTO)
    return None if fill == AUTO else fill


def shade_within(properties: Element | None) -> str | None:
    """The shading that properties of a paragraph, cell or table give."""
    return shade_of(at(properties, "shd"))


def _colour(colour: Element | None) -> str | None:
    if colour is None:
        return None
    theme, shaded = colour.get(f"{W}themeColor"), colour.get(f"{W}themeShade")
    tinted = colour.get(f"{W}themeTint")
    if theme in PAPER and not shaded:
        return WHITE
    if theme in INK and not tinted:
        return BLACK
    return str(colour.get(f"{W}val", AUTO))


def _alike(one: str, other: str) -> bool:
    first, second = _rgb(one), _rgb(other)
    if first is None or second is None:
        return False
    return max(abs(a - b) for a, b in zip(first, second, strict=True)) < FAINTEST


def _rgb(colour: str) -> bytes | None:
    try:
        found = bytes.fromhex(colour)
    except ValueError:
        return None
    return found if len(found) == 3 else None
