"""A document as somebody may see it: without its closed parts, their titles and their text."""

from collections.abc import Iterator
from dataclasses import replace

from ingest import Document, Part, Visibility


def visible(document: Document, allowed: frozenset[Visibility]) -> Document | None:
    """`document` without what `allowed` does not cover; `None` where that is all of it."""
    if document.visibility not in allowed:
        return None
    text = list(document.text)
    for one in (document, *document.documents):
        for start, end in _hidden(one, allowed):
            text[start:end] = " " * (end - start)
    inside = (visible(replace(d, text=""), allowed) for d in document.documents)
    shown = "".join(text)
    return replace(
        document,
        text=shown,
        parts=tuple(_pruned(part, allowed) for part in document.parts if _may(part, allowed)),
        documents=tuple(replace(inner, text=shown) for inner in inside if inner),
        findings=(),
    )


def _may(part: Part, allowed: frozenset[Visibility]) -> bool:
    return part.visibility in allowed


def _pruned(part: Part, allowed: frozenset[Visibility]) -> Part:
    kept = tuple(_pruned(inner, allowed) for inner in part.parts if _may(inner, allowed))
    return replace(part, parts=kept)


def _hidden(document: Document, allowed: frozenset[Visibility]) -> Iterator[tuple[int, int]]:
    """The ranges of the text that closed parts take up, headings included."""
    for part in document.walk():
        if not _may(part, allowed):
            for block in (*((part.head,) if part.head else ()), *part.blocks):
                yield block.span
