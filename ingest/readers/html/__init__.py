"""Web pages, saved or fetched: the text that a reader of the page sees, and its structure."""

from ingest.document import Concern
from ingest.errors import NoText
from ingest.extract import Extract, Options
from ingest.readers.html.context import Page
from ingest.readers.html.landmarks import plan
from ingest.readers.html.markup import Element, parsed, tree
from ingest.readers.html.pieces import Note, Piece
from ingest.readers.html.styles import Styles
from ingest.readers.html.walk import Walk
from ingest.readers.html.write import Writer

TITLE_PARENTS = ("head", "html", "body")
MUCH = 500  # characters; menus and paths stand outside a page's main part, paragraphs do not


def extract(data: bytes, name: str, options: Options) -> Extract:
    """The lines of a page; raises `WrongType`, `NotText`, `NoText` or `TooMuchWork`."""
    return _extract(tree(data, name), name)


def extract_markup(markup: str, name: str, title: str | None = None) -> Extract:
    """The lines of a page that another reader made; raises `NoText` or `TooMuchWork`."""
    return _extract(parsed(markup, name), name, title)


def _extract(root: Element, name: str, title: str | None = None) -> Extract:
    styles = Styles("\n".join(style.text or "" for style in root.iter("style")))
    where = plan(root, styles)
    page = Page(where, _base(root), _controlled(root))
    items = Walk(name, styles, page).through(root)
    if not any(isinstance(item, Piece) and not item.furniture for item in items):
        raise NoText(
            f"{name}: the page holds no text that is shown; one that makes its text with "
            "JavaScript must be opened in a browser and saved from there"
        )
    if where.outside > MUCH:
        items.append(Note(Concern.UNREAD, "text outside the page's main part", where.outside))
    return Writer().write(items, title or _title(root))


def _title(root: Element) -> str | None:
    titles = (t for t in root.iter("title") if getattr(t.getparent(), "tag", "") in TITLE_PARENTS)
    first = next(titles, None)
    return " ".join((first.text or "").split()) or None if first is not None else None


def _base(root: Element) -> str | None:
    """The address that the page itself says it has."""
    for element in root.iter("base", "link"):
        if element.tag == "base" or "canonical" in (element.get("rel") or "").lower().split():
            address = (element.get("href") or "").strip()
            if address.startswith(("http://", "https://")):
                return str(address)
    return None


def _controlled(root: Element) -> frozenset[str]:
    """The ids of the parts of an accordion or a set of tabs: a click opens them."""
    controls = root.iterfind(".//*[@aria-controls]")
    opening = (c for c in controls if c.get("aria-expanded") or c.get("role") == "tab")
    return frozenset(name for c in opening for name in c.get("aria-controls").split())
