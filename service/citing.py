"""Our own values of what was found: a citation with its quote, a passage of the ranking."""

from collections.abc import Sequence
from typing import Any

from index import Hit, Passage, Status, Stretch, stretches
from service.answer import Citation, Found
from service.outcome import outcome_of
from service.places import url_of
from service.selection import Picked
from service.verify import Lookup, verified


def citation(n: int, picked: Picked, lookup: Lookup) -> Citation:
    """The quote from the first to the last piece told, looked up again in the stored document."""
    section = picked.section
    quote = section.text[picked.start : picked.end]
    passages, start, end = section.place(picked.start, picked.end)
    return Citation(
        **place(passages[0], quote, start, end),
        n=n,
        quote=quote,
        start=start,
        end=end,
        verified=verified(passages, lookup),
    )


def ranking(hits: Sequence[Hit]) -> tuple[Found, ...]:
    """The hits as they are shown: neighbours that were both found in one piece."""
    return tuple(_found(stretch) for stretch in stretches(hits))


def _found(stretch: Stretch) -> Found:
    first, last = stretch.passages[0], stretch.passages[-1]
    start = first.origin(0, len(first.text))[0]
    end = last.origin(0, len(last.text))[1]
    return Found(
        **place(first, stretch.text, start, end),
        text=stretch.text,
        score=stretch.score,
        why=stretch.why,
    )


def place(passage: Passage, text: str, start: int, end: int) -> dict[str, Any]:
    """The fields of `Place` for a `text` that begins in `passage`."""
    ref = passage.ref
    return {
        "document": ref.source,
        "document_id": ref.document,
        "title": ref.annex or ref.title,
        "kind": ref.kind.value,
        "body": ref.body,
        "meeting_date": ref.held,
        "punkt": ref.punkt,
        "item_title": ref.item_title,
        "section": ref.section,
        "page": ref.page,
        "page_label": ref.page_label,
        "url": url_of(passage, start, end),
        "outcome": outcome_of(ref, text),
        "draft": ref.status is Status.UDKAST,
        "struck": ref.struck,
        "proposed": ref.proposed,
        "edition": ref.edition,
    }
