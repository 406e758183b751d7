"""Quotes looked up again: every character must stand where the citation says it does."""

from collections.abc import Callable, Sequence

from index import Document, Passage

Lookup = Callable[[str], Document | None]
BULLETS = frozenset("•\uf0b7\uf0a7\u25aa\u25cf\u27a2\u27a4\u25e6")


def verified(passages: Sequence[Passage], lookup: Lookup) -> bool:
    """Whether every letter and figure of the passages stands in the stored document.

    `lookup` gives the stored document. Characters are compared one by one at their places; white
    space and the shape of a bullet may differ, since cleaning changes those and nothing else.
    """
    return all(_stands(passage, lookup(passage.ref.document)) for passage in passages)


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
    return placed == len(passage.text) - passage.text.count("\n")


def _same(shown: str, stored: str) -> bool:
    return (
        shown == stored
        or (shown.isspace() and stored.isspace())
        or (shown in BULLETS and stored in BULLETS)
    )
