"""A document as somebody may see it: without its closed parts, their titles and their text."""

from collections.abc import Iterator
from dataclasses import replace

from ingest import Document, Part, Visibility
from ingest.lines import line_of
from ingest.terms import FRONT

Stretch = tuple[int, int, bool]  # start, end, whether it may be seen


def visible(document: Document, allowed: frozenset[Visibility]) -> Document | None:
    """A file's `document` without what `allowed` does not cover; `None` where that is all of it."""
    if document.visibility not in allowed:
        return None
    shown = _blanked(document.text, sorted(_stretches(document, allowed)))
    inside = (_pruned(d, allowed, shown) for d in document.documents if d.visibility in allowed)
    whole = _pruned(document, allowed, shown)
    return replace(whole, documents=tuple(inside))


def wholly_visible(document: Document, allowed: frozenset[Visibility]) -> bool:
    """Whether every part of a file's `document` may be seen, and of the meetings inside it."""
    return all(
        one.visibility in allowed and all(part.visibility in allowed for part in one.walk())
        for one in (document, *document.documents)
    )


def _pruned(document: Document, allowed: frozenset[Visibility], shown: str) -> Document:
    differs = shown != document.text
    pairs = enumerate(
        zip(document.text, shown, strict=True) if differs and document.findings else ()
    )
    changed = {line_of(document.text, place) for place, (was, now) in pairs if was != now}
    kept = _kept(document.parts, allowed)
    pages = _last_page(kept) if differs else document.pages
    return replace(
        document,
        text=shown.rstrip(),  # blanks at the end would tell how much is hidden there
        pages=pages,
        labels=document.labels[:pages] if differs else document.labels,
        parts=kept,
        findings=tuple(f for f in document.findings if f.line not in changed),
        present=document.present if any(p.label == FRONT for p in kept) else (),
        links=tuple(x for x in document.links if shown[x.start : x.end].strip()),
    )


def _kept(parts: tuple[Part, ...], allowed: frozenset[Visibility]) -> tuple[Part, ...]:
    return tuple(
        replace(part, parts=_kept(part.parts, allowed))
        for part in parts
        if part.visibility in allowed
    )


def _last_page(parts: tuple[Part, ...]) -> int | None:
    """The last page on which any of it stands."""
    blocks = (block for part in parts for one in part.walk() for block in (one.head, *one.blocks))
    return max((block.page for block in blocks if block and block.page), default=None)


def _stretches(document: Document, allowed: frozenset[Visibility]) -> Iterator[Stretch]:
    """Every piece of the text that has a place in the structure, inner meetings' included."""
    for one in (document, *document.documents):
        for part in one.walk():
            seen = one.visibility in allowed and part.visibility in allowed
            for block in (*((part.head,) if part.head else ()), *part.blocks):
                yield (*block.span, seen)


def _blanked(text: str, stretches: list[Stretch]) -> str:
    """`text` with blanks for all that stands between what may be seen and has something hidden.

    Case numbers, marks and page furniture belong to no block; they are hidden with their item.
    """
    if all(may for _, _, may in stretches):
        return text  # most documents; what follows looks at every character
    shown = list(text)
    seen = 0
    hidden: int | None = None
    for start, end, may in [*stretches, (len(text), len(text), True)]:
        if not may:
            hidden = min(seen, start) if hidden is None else min(hidden, start)
            continue
        if hidden is not None:
            shown[hidden:start] = (c if c.isspace() else " " for c in shown[hidden:start])
            hidden = None
        seen = max(seen, end)
    return "".join(shown)
