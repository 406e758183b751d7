"""Quotes looked up again: every character must stand where the citation says it does."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from index import Document, Passage
from ingest import Run
from ingest.clean import BULLET_GLYPHS

Lookup = Callable[[str], Document | None]
STRIKE = "~~"
INSERTION_MARKS = frozenset("{+}")
BULLETS = frozenset(f"•{BULLET_GLYPHS}")


def verified(passages: Sequence[Passage], lookup: Lookup) -> bool:
    """Whether every letter and figure of the passages stands in the stored document.

    `lookup` gives the stored document. Characters are compared one by one at their places; white
    space and the shape of a bullet may differ, since cleaning changes those and nothing else.
    """
    return all(_stands(passage, lookup(passage.ref.document)) for passage in passages)


def struck_words_cut(passages: Sequence[Passage], lookup: Lookup) -> bool:
    """Whether struck words were cut out inside the passages' sentences."""
    return any(
        STRIKE in document.text[a.origin + a.length : b.origin]
        for passage in passages
        if (document := lookup(passage.ref.document))
        for a, b in pairwise(passage.runs)
        if a.clean + a.length == b.clean
    )


def _stands(passage: Passage, document: Document | None) -> bool:
    if document is None:
        return False
    placed = 0
    for run in passage.runs:
        shown = passage.text[run.clean : run.clean + run.length]
        stored = document.text[run.origin : run.origin + run.length]
        if len(stored) != len(shown) or not all(map(_same, shown, stored)):
            return False
        placed += run.length
    whole = placed == len(passage.text) - passage.text.count("\n")
    return whole and not any(
        _joins_figures(passage, document, a, b) for a, b in pairwise(passage.runs)
    )


def _joins_figures(passage: Passage, document: Document, before: Run, after: Run) -> bool:
    """Whether two figures became one where something between them was left out.

    The marks around an insertion are no text: "1{++2++}" reads 12.
    """
    if before.clean + before.length != after.clean:
        return False
    if set(document.text[before.origin + before.length : after.origin]) <= INSERTION_MARKS:
        return False
    return passage.text[after.clean - 1].isdigit() and passage.text[after.clean].isdigit()


def _same(shown: str, stored: str) -> bool:
    return (
        shown == stored
        or (shown.isspace() and stored.isspace())
        or (shown in BULLETS and stored in BULLETS)
    )
