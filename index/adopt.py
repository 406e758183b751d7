"""A document as the index keeps it: ids that nothing else has, and closed where its item is."""

from collections import Counter
from dataclasses import replace

from ingest import Document, Visibility


def adopted(document: Document, new: str) -> Document:
    """`document` under the id `new`; the meetings inside it follow.

    Two of them may be of one day, and what an item has as its annex is as closed as the item.
    """
    closed = {item.number for item in document.items if item.visibility is Visibility.CLOSED}
    taken: Counter[str] = Counter()
    inside = []
    for inner in document.documents:
        base = inner.id.replace(document.id, new, 1)
        taken[base] += 1
        inside.append(
            replace(
                inner,
                id=base if taken[base] == 1 else f"{base}-{taken[base]}",
                visibility=Visibility.CLOSED if inner.within in closed else inner.visibility,
            )
        )
    return replace(document, id=new, documents=tuple(inside))
