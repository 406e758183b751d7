"""Which part of a page is its text, and which belongs to the page: menus, its head and foot."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from ingest.readers.html import tags
from ingest.readers.html.markup import Element
from ingest.readers.html.styles import Styles

SPECIAL = tags.MENU_TAGS | tags.PAGE_TAGS | tags.ROOMS


class Zone(Enum):
    """What becomes of text: read, set aside as the page's furniture, or dropped as its menu."""

    TEXT = "text"
    PAGE = "page"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a page's text is: in its `landmark`, else in its body without head and foot.

    `lone_title` says that the page's title stands outside; `everything` that nothing else is there;
    `outside` is how many characters of the body are set aside for standing outside the landmark.
    """

    landmark: str | None = None
    lone_title: bool = False
    everything: bool = False
    outside: int = 0

    @property
    def first(self) -> Zone:
        """The zone of the page's body."""
        return Zone.PAGE if self.landmark else Zone.TEXT

    def zone(self, element: Element, around: Zone, *, room: bool) -> Zone:
        """The element's zone; `room` says that it stands inside an article or the like."""
        tag, role = element.tag, element.get("role")
        if self.everything or (self.landmark and self.landmark in (tag, role)):
            return Zone.TEXT
        if around is Zone.MENU or tag in tags.MENU_TAGS or role in tags.MENU_ROLES:
            return Zone.MENU
        if around is Zone.PAGE:
            return Zone.TEXT if self.lone_title and tag == "h1" else Zone.PAGE
        if _dialog(element) or (not room and (tag in tags.PAGE_TAGS or role in tags.PAGE_ROLES)):
            return Zone.PAGE
        return Zone.TEXT


def is_room(element: Element) -> bool:
    """Whether a header or footer inside the element is the element's own and not the page's."""
    return element.tag in tags.ROOMS or element.get("role") in ("main", "article")


def _dialog(element: Element) -> bool:
    return element.tag == "dialog" or element.get("role") in ("dialog", "alertdialog")


def plan(root: Element, styles: Styles) -> Plan:
    """Where the page's text is; a landmark that holds under a third of it is none."""
    if next(root.iter(*SPECIAL), None) is None and root.find(".//*[@role]") is None:
        return Plan()
    sizes, titles = _measured(root, styles)
    whole = sizes["body"]
    for landmark in ("main", "article"):
        if sizes[landmark] and sizes[landmark] * 3 >= whole:
            outside = max(0, whole - sizes[landmark])
            return Plan(landmark, lone_title=not titles[landmark], outside=outside)
    return Plan(lone_title=not titles["body"], everything=not whole)


def _measured(root: Element, styles: Styles) -> tuple[Counter[str], Counter[str]]:
    """Characters that are shown, and titles, inside each landmark and in the body's text."""
    sizes: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    whole, inside = Plan(), [(Zone.TEXT, False, frozenset[str]())]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            inside.append(_within(element, inside[-1], whole))
            if _unseen(element, styles):
                walk.skip_subtree()
            else:
                _count(element.text, inside[-1], sizes)
            titles.update(_names(inside[-1]) if element.tag == "h1" else ())
        else:
            inside.pop()
            _count(element.tail, inside[-1], sizes)
    return sizes, titles


Within = tuple[Zone, bool, frozenset[str]]


def _within(element: Element, around: Within, whole: Plan) -> Within:
    if element.tag not in SPECIAL and element.get("role") is None:
        return around
    zone, room, landmarks = around
    found = {element.tag, element.get("role")} & {"main", "article"}
    zone = whole.zone(element, zone, room=room)
    return zone, room or is_room(element), landmarks | found if found else landmarks


def _names(within: Within) -> set[str]:
    return {*within[2], *(("body",) if within[0] is Zone.TEXT else ())}


def _count(text: str | None, within: Within, sizes: Counter[str]) -> None:
    if text and (length := len(text.strip())):
        for name in _names(within):
            sizes[name] += length


def _unseen(element: Element, styles: Styles) -> bool:
    tag = element.tag
    if tag in tags.SILENT or tag in tags.EMBEDDED or element.get("hidden") is not None:
        return True
    return element.get("aria-hidden") == "true" or styles.look(element).hides is not None
