"""Footnote marks after a figure: "28¹ plejefamilier" tells of 28, "10²" of a hundred.

Which of the two it is shows in the document: a footnote's text begins with the mark.
"""

import re
from dataclasses import replace

from ingest.lines import Line

MARK = "[¹²³⁰⁴-⁹]+"
NOTE = re.compile(rf"\s*({MARK})\s*[^\W\d]|\s*({MARK})\s+\S")
AFTER_FIGURE = re.compile(rf"(?<=\d) ?({MARK})(?!\s*(?:m|cm|km|kvadrat\w*|kubik\w*)\b)")
SOFT_HYPHEN = "\u00ad"  # is not printed, and leaves every other character in its place


def without_notes(lines: list[Line]) -> list[Line]:
    """The lines with the marks of the document's footnotes blanked where a figure is before."""
    notes = {found[1] or found[2] for line in lines if (found := NOTE.match(line.text))}
    if not notes:
        return lines

    def blanked(match: re.Match[str]) -> str:
        known = match[1] in notes
        return SOFT_HYPHEN * len(match[0]) if known else match[0]

    return [
        replace(line, text=AFTER_FIGURE.sub(blanked, line.text)) if not line.blank else line
        for line in lines
    ]
