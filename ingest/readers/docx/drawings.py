"""What stands in pictures and shapes: text boxes, letters drawn as pictures, and what is unread."""

from dataclasses import dataclass, field, replace

from ingest.readers.docx.names import MC, WPS, A, O, V, W, chosen
from ingest.readers.docx.paragraph import Box, Surface
from ingest.readers.xml import Element

FILLS = tuple(f"{A}{kind}Fill" for kind in ("solid", "grad", "blip", "patt"))
SHAPES = ("picture", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas")
INK = "wordprocessingInk"
EMBEDDED = "embedded file that is not read"
DRAWN = "chart or diagram that is not read"


@dataclass(slots=True)
class Drawing:
    """What was found in a drawing."""

    boxes: list[Box] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def drawing(element: Element, surface: Surface) -> Drawing:
    """What stands in a drawing that lies on `surface`."""
    found = Drawing()
    _look(element, surface, found)
    return found


def _look(element: Element, surface: Surface, found: Drawing) -> None:
    for child in element.iterchildren("*"):
        if child.tag == f"{W}txbxContent":
            found.boxes.append(Box(child, surface))
        elif child.tag == f"{MC}AlternateContent":
            shown = chosen(child)
            if shown is not None:
                _look(shown, surface, found)
        else:
            _note(child, found)
            _look(child, _on(child, surface), found)


def _note(element: Element, found: Drawing) -> None:
    if element.tag == f"{V}textpath" and element.get("string"):
        found.letters.append(element.get("string"))  # a watermark such as "UDKAST"
    elif element.tag in (f"{O}OLEObject", f"{W}objectEmbed"):
        found.unread.append(EMBEDDED)
    elif element.tag == f"{A}graphicData":
        kind = element.get("uri", "").rsplit("/", 1)[-1]
        if kind not in (*SHAPES, INK):
            found.unread.append(DRAWN)


def _on(element: Element, surface: Surface) -> Surface:
    """The surface inside a shape; where it is filled, white letters may well be read."""
    return replace(surface, colour=None) if _is_filled(element) else surface


def _is_filled(element: Element) -> bool:
    if element.tag.startswith(V):
        return element.get("fillcolor") is not None and element.get("filled") not in ("f", "false")
    properties = element.find(f"{WPS}spPr") if element.tag == f"{WPS}wsp" else None
    if properties is None:
        return False
    if any(properties.find(fill) is not None for fill in FILLS):
        return True
    style = element.find(f"{WPS}style/{A}fillRef")
    plain = properties.find(f"{A}noFill") is not None or style is None
    return not plain and style.get("idx") not in (None, "0")
