"""The names in WordprocessingML, and how values are read from it."""

import re

from ingest.readers.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - as every such file calls it

VAL = f"{W}val"
OFF = ("0", "false", "off", "none")
KNOWN = "http://schemas.microsoft.com/office/"  # the newer parts of Word's own language
UNREAD = "/symex"  # pictures of faces, of which the fallback has the letter
WHOLE = re.compile(r"\s*[-+]?[0-9]{1,9}\s*")


def at(element: Element | None, *names: str) -> Element | None:
    """The element down the path of `names`, all of them Word's own."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def val(element: Element | None, *names: str) -> str | None:
    """The value of the element down the path."""
    found = at(element, *names)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """A whole number; `None` where it is none."""
    return int(text) if text and WHOLE.fullmatch(text) else None


def switch(element: Element | None) -> bool | None:
    """Whether a property is on; `None` where nothing is said."""
    return None if element is None else element.get(VAL, "1").lower() not in OFF


def is_on(element: Element | None, *names: str) -> bool:
    """Whether the property down the path is there and on."""
    return bool(switch(at(element, *names)))


def is_placeholder(control: Element) -> bool:
    """Whether a content control shows only the prompt for its text."""
    return is_on(control, "sdtPr", "showingPlcHdr")


def chosen(alternatives: Element) -> Element | None:
    """The one of several renderings that Word shows: the first it knows, or the fallback."""
    for choice in alternatives.iterchildren(f"{MC}Choice"):
        needed = [choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split()]
        if all(space.startswith(KNOWN) and not space.endswith(UNREAD) for space in needed):
            return choice
    return alternatives.find(f"{MC}Fallback")
