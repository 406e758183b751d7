"""Fields, which hold instructions and their result; only the result is text."""

import re
from dataclasses import dataclass

from ingest.readers.docx.names import W, at, is_on, number, val
from ingest.readers.xml import Element

HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field that has begun; it has a `result` once its instructions have ended."""

    instructions: str = ""
    result: bool = False
    address: str | None = None


class Fields:
    """The fields that are open at a place. A field that no one closes ends with its paragraph, so
    that it swallows no more text."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def hide(self) -> bool:
        """Whether the text here is part of instructions."""
        return any(not one.result for one in self._open)

    @property
    def address(self) -> str | None:
        """Where the text here leads."""
        return next((one.address for one in reversed(self._open) if one.address), None)

    def instruct(self, text: str) -> None:
        """Take in a piece of instructions."""
        if self._open and not self._open[-1].result:
            self._open[-1].instructions += text

    def mark(self, element: Element) -> str:
        """Begin, turn or end a field; the text is that of a form's field."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(Field())
            return _form(element)
        if self._open and kind == "separate":
            field = self._open[-1]
            field.result = True
            link = HYPERLINK.match(field.instructions)
            field.address = web_address(link[1]) if link else None
        elif self._open and kind == "end":
            self._open.pop()
        return ""


def web_address(target: str) -> str | None:
    """An address that may be shown as a link; `None` for one into a file or a script."""
    address = target.strip()
    return address if ADDRESS.fullmatch(address) else None


def _form(element: Element) -> str:
    """What is ticked or chosen in a form's field, which is not among its text."""
    box, choices = at(element, "ffData", "checkBox"), at(element, "ffData", "ddList")
    if box is not None:
        name = "default" if at(box, "checked") is None else "checked"
        return "☒" if is_on(box, name) else "☐"
    if choices is None:
        return ""
    chosen = number(val(choices, "result")) or number(val(choices, "default")) or 0
    entries = [one.get(f"{W}val", "") for one in choices.iterchildren(f"{W}listEntry")]
    return entries[chosen] if 0 <= chosen < len(entries) else ""
