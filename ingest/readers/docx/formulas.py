"""Formulas as a line of text."""

from ingest.readers.docx.names import M
from ingest.readers.xml import Element

BEFORE = {f"{M}den": "/", f"{M}sup": "^", f"{M}sub": "_", f"{M}deg": "√"}


def formula(element: Element) -> str:
    """The letters of a formula; one half is 1/2 and not 12."""
    if element.tag == f"{M}t":
        return element.text or ""
    text = "".join(formula(child) for child in element.iterchildren("*"))
    if not text or element.tag not in BEFORE:
        return text
    return BEFORE[element.tag] + text
