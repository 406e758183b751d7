"""The text of a paragraph as it is read off the page, and the lines it makes."""

import re
from dataclasses import dataclass, field
from enum import Enum

from ingest.extract import guarded, inserted, literal, struck

SPACES = re.compile(r"[ \t\n\r\f]+")  # what browsers make one space of; a no-break space stays
SMALL_FIGURE = re.compile(r"[\[(]?(\d{1,3}(?:[,;]\s?\d{1,3})*)[\])]?")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Mark(Enum):
    """How a change shows in the text."""

    PLAIN = "plain"
    STRUCK = "struck"
    INSERTED = "inserted"


@dataclass(slots=True)
class Run:
    """Text in one state; `href` is where it leads."""

    text: str
    mark: Mark
    href: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """The characters of a line that lead to `href`."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Written:
    """A line in the notation of `Extract`."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class Flow:
    """Collects a paragraph's text, white space as a browser shows it."""

    lines: list[list[Run]] = field(default_factory=lambda: [[]])
    _open: bool = True  # a space here would not be shown

    @property
    def empty(self) -> bool:
        """Whether nothing has been added."""
        return len(self.lines) == 1 and not self.lines[0]

    def add(self, text: str, mark: Mark, href: str | None) -> None:
        """Add text; its white space counts for one space."""
        text = SPACES.sub(" ", text)
        if self._open:
            text = text.removeprefix(" ")
        if text:
            self._open = text.endswith(" ")
            self._put(text, mark, href)

    def keep(self, text: str, mark: Mark, href: str | None) -> None:
        """Add text whose line ends and spaces are kept; a tab between words parts cells."""
        first, *others = re.split(r"\r\n|[\n\r\f]", text)
        self._keep_line(first, mark, href)
        for line in others:
            self.end_line()
            self._keep_line(line, mark, href)

    def raise_figure(self, text: str, mark: Mark, href: str | None) -> bool:
        """Add a raised figure right after the word before it; `False` where it is another text."""
        found = SMALL_FIGURE.fullmatch(text.strip())
        if found and self.lines[-1]:
            last = self.lines[-1][-1]
            last.text = last.text.removesuffix(" ")
        if found:
            self._open = False
            self._put(found[1].translate(SUPERSCRIPT), mark, href)
        return bool(found)

    def end_line(self) -> None:
        """Begin a new line."""
        self.lines.append([])
        self._open = True

    def written(self) -> list[Written]:
        """The lines; an empty one stands for the empty line the reader sees."""
        return [_written(runs) for runs in self.lines]

    def _keep_line(self, text: str, mark: Mark, href: str | None) -> None:
        indent = len(text) - len(text.lstrip("\t "))
        text = text[:indent].expandtabs(4) + text[indent:].rstrip()
        if text:
            self._open = False
            self._put(text, mark, href)

    def _put(self, text: str, mark: Mark, href: str | None) -> None:
        self.lines[-1].append(Run(text, mark, href))


def _written(runs: list[Run]) -> Written:
    text, spans = "", list[Span]()
    alone = len(runs) == 1 and runs[0].mark is Mark.PLAIN
    for group in _groups(runs):
        made = _in_notation(group, len(text), alone=alone)
        text += made.text
        spans += made.spans
    plain = text.rstrip(" ")
    return Written(plain, tuple(span for span in spans if span.end <= len(plain)))


def _groups(runs: list[Run]) -> list[list[Run]]:
    """Runs in one state, with the spaces between them, so that one mark is set around them."""
    groups: list[list[Run]] = []
    spaces: list[Run] = []
    for run in runs:
        if groups and groups[-1][0].mark is run.mark:
            groups[-1] += [*spaces, run]
        elif not run.text.strip():
            spaces.append(run)
            continue
        else:
            groups += [[space] for space in spaces]
            groups.append([run])
        spaces = []
    return groups + [[space] for space in spaces]


def _in_notation(group: list[Run], offset: int, *, alone: bool) -> Written:
    pieces = [literal(run.text) if alone else guarded(literal(run.text)) for run in group]
    raw = "".join(pieces)
    text = _marked(raw, group[0].mark)
    blank = len(raw) - len(raw.lstrip())
    sign = (len(text) - len(raw)) // 2
    spans: list[Span] = []
    place = offset
    for run, piece in zip(group, pieces, strict=True):
        core = piece.strip()
        if run.href and core:
            start = place + piece.index(core)
            start += sign if start >= offset + blank else 0
            _add_span(spans, Span(start, start + len(core), run.href))
        place += len(piece)
    return Written(text, tuple(spans))


def _add_span(spans: list[Span], span: Span) -> None:
    """A link of several words in several styles is one."""
    if spans and spans[-1].href == span.href and span.start - spans[-1].end <= 1:
        span = Span(spans.pop().start, span.end, span.href)
    spans.append(span)


def _marked(text: str, mark: Mark) -> str:
    if mark is Mark.STRUCK:
        return struck(text)
    return inserted(text) if mark is Mark.INSERTED else text
