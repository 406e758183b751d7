"""What a reader of any format makes of a file: its text, and the lines with page and style.

All later steps see only this. The text is the document's text to which every place refers, in one
notation for all formats:

    a line           a paragraph, or a line of one where the format has lines (`Line.joins`)
    an empty line    space between paragraphs; none between the items of a list or rows of a table
    a form feed      before the first character of a page
    a tab            between the cells of a table row, which is one line
    "• ", "1. "      the label of a list item or a numbered heading, as a reader sees it
    ~~…~~            struck out, or a tracked deletion; never over a line's end
    {++…++}          a tracked insertion; never over a line's end
    █                words under a box, as the page shows them
"""

import re
import unicodedata
from dataclasses import dataclass

from ingest.document import Finding, Link
from ingest.lines import Line

NOT_IN_A_LINE = re.compile(r"[\r\n\f\v\x00\x1c-\x1e\x85\u2028\u2029]+")
LONE = re.compile("[\ud800-\udfff]")  # half of a character, which no file can hold
NOTATION = re.compile(r"~(?=~)|\{(?=\+\+)|\+(?=\+\})")
WORD_JOINER = "\u2060"  # is not printed, and `clean` leaves it out


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read; `ocr` is the language in which pages without text are recognised."""

    ocr: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """A file's text and lines. `paragraphs` says that a line is a paragraph, `None` that nobody
    knows; `title` is what the file's own properties call it; `labels` as in `Document`."""

    text: str
    lines: tuple[Line, ...]
    paragraphs: bool | None = None
    findings: tuple[Finding, ...] = ()
    links: tuple[Link, ...] = ()
    labels: tuple[str, ...] = ()
    title: str | None = None


def literal(text: str) -> str:
    """Text of a file as it can stand in a line: composed characters, nothing of the notation."""
    plain = NOT_IN_A_LINE.sub(" ", unicodedata.normalize("NFC", LONE.sub("\ufffd", text)))
    return NOTATION.sub(lambda found: found[0] + WORD_JOINER, plain)


def guarded(text: str) -> str:
    """Text whose first and last sign cannot become a mark together with what stands beside it."""
    core = text.strip()  # as marks stand inside of the white space
    before = WORD_JOINER if core[:1] in ("~", "+", "}") else ""
    after = WORD_JOINER if core[-1:] in ("~", "{", "+") else ""
    return text.replace(core, f"{before}{core}{after}", 1) if before or after else text


def struck(text: str) -> str:
    """`text` marked as struck out; white space around it stays outside the mark."""
    return _wrapped(text, "~~", "~~")


def inserted(text: str) -> str:
    """`text` marked as a tracked insertion; white space around it stays outside the mark."""
    return _wrapped(text, "{++", "++}")


def _wrapped(text: str, begin: str, end: str) -> str:
    core = text.strip()
    return text.replace(core, f"{begin}{core}{end}", 1) if core else text


class Sheet:
    """Writes the text of a file and its lines; `paged` says that its pages have numbers."""

    def __init__(self, *, paged: bool) -> None:
        self._paged = paged
        self._text: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._page = 1
        self._feeds = 0
        self._opens = True

    @property
    def length(self) -> int:
        """How much text there is; the place where the next line begins, page breaks aside."""
        return self._length

    def line(
        self, text: str, *, level: int = 0, joins: bool | None = None, furniture: bool = False
    ) -> Line:
        """Add a line in the notation above. Furniture belongs to the page and is set aside."""
        self._write("\f" * self._feeds)
        self._feeds = 0
        blank = not text or text.isspace()
        line = Line(
            number=len(self._lines) + 1,
            start=self._length,
            text="" if furniture else text,
            page=self._page if self._paged else None,
            opens_page=self._opens and not furniture and not blank,
            removed=" ".join(text.split()) if furniture else "",
            level=level,
            joins=joins,
        )
        self._opens = self._opens and (furniture or blank)
        self._write(f"{text}\n")
        self._lines.append(line)
        return line

    def gap(self) -> None:
        """Leave an empty line, if there is none yet."""
        if self._lines and not self._lines[-1].blank:
            self.line("")

    def page(self) -> None:
        """Begin the next page."""
        self._page += 1
        self._feeds += self._paged
        self._opens = True

    def extract(
        self,
        *,
        paragraphs: bool | None = None,
        findings: tuple[Finding, ...] = (),
        links: tuple[Link, ...] = (),
        labels: tuple[str, ...] = (),
        title: str | None = None,
    ) -> Extract:
        """What has been written, with what else the reader found."""
        text, lines = "".join(self._text), tuple(self._lines)
        return Extract(text, lines, paragraphs, findings, links, labels, title)

    def _write(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
