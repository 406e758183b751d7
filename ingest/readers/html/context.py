"""What an element inherits from those around it, and passes on to the text in it."""

from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from ingest.readers.html import tags
from ingest.readers.html.colors import WHITE, Color, alike
from ingest.readers.html.flow import Mark
from ingest.readers.html.landmarks import Plan, Zone, is_room
from ingest.readers.html.markup import Element
from ingest.readers.html.styles import Look

SCHEMES = frozenset({"http", "https", "mailto"})
MARKS = {"del": Mark.STRUCK, "s": Mark.STRUCK, "strike": Mark.STRUCK, "ins": Mark.INSERTED}
# Elements that change what is inherited by their name alone.
CHANGING = (
    frozenset({"a", "sup", "sub", "main", "section", "font"})
    | tags.PRE
    | tags.MENU_TAGS
    | tags.PAGE_TAGS
    | tags.ROOMS
    | MARKS.keys()
    | tags.HEADINGS.keys()
)
ATTRIBUTES = ("role", "hidden", "aria-hidden")


@dataclass(frozen=True, slots=True)
class Page:
    """What holds for a whole page; `controlled` are the ids of parts that a click opens."""

    plan: Plan
    base: str | None
    controlled: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """The state of the text at a place of the page."""

    zone: Zone
    room: bool = False
    mark: Mark = Mark.PLAIN
    href: str | None = None
    level: int = 0
    pre: bool = False
    raised: bool = False
    closed: str | None = None
    invisible: bool = False
    tiny: bool = False
    color: Color | str | None = None
    background: Color | str = WHITE

    @property
    def hidden(self) -> str | None:
        """Why text here cannot be seen."""
        if self.closed:
            return self.closed
        if self.invisible:
            return "visibility:hidden"
        if self.tiny:
            return "font-size:0"
        front, back = self.color, self.background
        if front is None or isinstance(back, str):
            return None
        if isinstance(front, str) or alike(front, back):
            return "in the colour of its background"
        return None


def inside(around: Context, element: Element, look: Look, page: Page) -> Context:
    """The context of the text in `element`."""
    return replace(
        around,
        zone=page.plan.zone(element, around.zone, room=around.room),
        room=around.room or is_room(element),
        mark=_mark(around.mark, element.tag, look),
        href=_href(element, page.base) if element.tag == "a" else around.href,
        level=_level(element) or around.level,
        pre=look.pre if look.pre is not None else around.pre or element.tag in tags.PRE,
        raised=element.tag == "sup" or (around.raised and element.tag != "sub"),
        closed=around.closed or _closed(element, look, page),
        invisible=around.invisible if look.invisible is None else look.invisible,
        tiny=around.tiny if look.tiny is None else look.tiny,
        color=look.color or around.color,
        background=look.background or around.background,
    )


def _mark(around: Mark, tag: str, look: Look) -> Mark:
    """Struck out is stronger: an insertion that was deleted again is deleted."""
    own = Mark.STRUCK if look.struck else MARKS.get(tag, Mark.PLAIN)
    if Mark.STRUCK in (around, own):
        return Mark.STRUCK
    return own if own is not Mark.PLAIN else around


def _level(element: Element) -> int:
    if level := tags.HEADINGS.get(element.tag):
        return level
    if element.get("role") != "heading":
        return 0
    depth = element.get("aria-level") or ""
    return int(depth) if depth in ("1", "2", "3", "4", "5", "6") else 2


def _closed(element: Element, look: Look, page: Page) -> str | None:
    """Why nothing inside is shown; what a click of the reader opens is shown."""
    if element.get("id") in page.controlled:
        return None
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return "hidden"
    if (element.get("aria-hidden") or "").lower() == "true":
        return "aria-hidden"
    return look.hides


def _href(element: Element, base: str | None) -> str | None:
    """Where a link leads; `None` for places on the page itself and what is no address."""
    href = (element.get("href") or "").strip()
    if not href or href.startswith("#"):
        return None
    try:
        address = urljoin(base, href) if base else href
        return address if urlsplit(address).scheme.lower() in SCHEMES else None
    except ValueError:
        return None
