"""Where an annex begins: a line that names an annex which the item lists."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.blocks import BULLET
from ingest.clean import clean, joined
from ingest.document import Block
from ingest.lines import Line
from ingest.marking import closed_by_title
from ingest.names import distinctive, overlap, same_word, section_label, words

MAX_TITLE_LINES = 4
MAX_TITLE = 200  # characters
OPENINGS = ("resumé", "resume", "indledning", "opsamling", "forord", "indhold", "sammenfatning")
OPENING_LINES = 12
HINT = 5  # letters; two forms of one word have them in common
MIN_ANNEX = 200  # words; a shorter one is the cover of what follows


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex's beginning: its title as printed, the listed name it answers to, its first line."""

    title: str
    listed: str
    content: int
    head: Block | None = None


def annex_at(
    lines: list[Line], index: int, missing: list[str], before: list[Line], *, paged: bool
) -> Annex | None:
    """The annex that begins at `lines[index]`, if one of the `missing` names does.

    Where page breaks are known (`paged`), it begins on a new page, or with what the file calls a
    heading. `before` has the lines of the annex it would end.
    """
    line = lines[index]
    if not missing or BULLET.match(line.text) or "\t" in line.text:
        return None
    if not line.opens_page and section_label(line.bare):
        return None
    if not line.opens_page and paged and not _headed(lines, index):
        # What is closed begins wherever it is named; taken for the item's own it would be open.
        missing = [name for name in missing if closed_by_title(name)]
        if not missing:
            return None
    last = min(index + MAX_TITLE_LINES, len(lines))
    end = next((i for i in range(index, last) if lines[i].blank or _parted(lines, i, index)), last)
    while end > index:
        group = lines[index:end]
        name = _named(" ".join(x.bare for x in group), missing)
        if name:
            return Annex(_title(group), name, end, _head(group))
        end -= 1
    return _untitled(lines, index, missing, before)


def _parted(lines: list[Line], index: int, first: int) -> bool:
    """Whether the file says that a paragraph begins at `index`."""
    return index > first and lines[index].joins is False


def _headed(lines: list[Line], index: int) -> bool:
    """Whether a heading stands here, or just below the annex's running title."""
    if lines[index].level:
        return True
    below = (line for line in lines[index + 1 : index + MAX_TITLE_LINES] if not line.blank)
    return bool(lines[index - 1].blank and (heading := next(below, None)) and heading.level)


def _title(group: list[Line]) -> str:
    return clean(*joined(group))[0].lstrip("0123456789 ")


def _head(group: list[Line]) -> Block:
    text, runs = clean(*joined(group))
    return Block(text, runs, group[0].page)


def _named(title: str, missing: list[str]) -> str | None:
    """The listed name a line could be the title of: most words agree, a long one among them."""
    if len(title) > MAX_TITLE or title.rstrip().endswith((".", ",", ";")):
        return None
    present: list[str] | None = None
    for name in missing:
        if not _hints(name).search(title.replace("- ", "").casefold()):
            continue
        present = present or words(title)
        length = len(words(name))
        fits = length / 2 <= len(present) <= 2 * length + 6
        shared = any(_has(present, word) for word in distinctive(name))
        if fits and shared and overlap(title, name) >= 0.7:
            return name
    return None


@lru_cache(maxsize=256)
def _hints(name: str) -> re.Pattern[str]:
    """How the name's long words begin; a title without any of them need not be compared."""
    starts = {re.escape(word[:HINT]) for word in distinctive(name)}
    return re.compile("|".join(sorted(starts)) or r"(?!)")


def _untitled(
    lines: list[Line], index: int, missing: list[str], before: list[Line]
) -> Annex | None:
    """An annex whose cover was lost: a page that opens like a report, on a subject new here."""
    if not lines[index].opens_page or lines[index].bare.casefold() not in OPENINGS:
        return None
    near = [x for x in lines[index : index + 4 * OPENING_LINES] if not x.blank][:OPENING_LINES]
    present = words(" ".join(x.bare for x in near))
    new = [(name, word) for name in missing for word in distinctive(name) if _has(present, word)]
    past = words(" ".join(line.bare for line in before)) if new else []
    if len(past) >= MIN_ANNEX:
        for name, word in new:
            if not _has(past, word):
                return Annex(name, name, index)
    return None


def _has(text: list[str], word: str) -> bool:
    return any(same_word(word, other) for other in text)
