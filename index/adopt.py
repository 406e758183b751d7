"""A document as the index keeps it: under ids that nothing else has."""

from collections import Counter
from dataclasses import replace

from ingest import Document


def adopted(document: Document, new: str) -> Document:
    """`document` under the id `new`; the meetings inside it follow, and two may be of one day."""
    taken: Counter[str] = Counter()
    inside = []
    for inner in document.documents:
        base = inner.id.replace(document.id, new, 1)
        taken[base] += 1
        number = "" if taken[base] == 1 else f"-{taken[base]}"
        inside.append(replace(inner, id=f"{base}{number}"))
    return replace(document, id=new, documents=tuple(inside))
