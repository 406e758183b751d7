"""A document as the index keeps it: under ids that nothing else has, and the names it has now."""

from collections import Counter
from dataclasses import replace
from pathlib import PurePath

from ingest import Document


def adopted(
    document: Document,
    new: str,
    name: str,
    also: tuple[str, ...] = (),
    *,
    address: str | None = None,
) -> Document:
    """`document` under the id `new` and the file name `name`, fetched at `address`.

    `also` are its other names. The meetings inside it follow, and two may be of one day.
    """
    taken: Counter[str] = Counter()
    inside = []
    for inner in document.documents:
        base = inner.id.replace(document.id, new, 1)
        taken[base] += 1
        number = "" if taken[base] == 1 else f"-{taken[base]}"
        inside.append(replace(inner, id=f"{base}{number}", source=name, address=address))
    # One that has no title of its own is called after its file.
    untitled = document.title == PurePath(document.source).stem
    title = PurePath(name).stem if untitled else document.title
    return replace(
        document,
        id=new,
        title=title,
        source=name,
        address=address,
        also=also,
        documents=tuple(inside),
    )
