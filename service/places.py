"""Where a quote stands, and how that and what it is are said to the reader."""

from urllib.parse import quote, urlencode

from index import Passage, Ref, Status
from service import texts
from service.answer import Outcome, Place


def label(ref: Ref, outcome: Outcome) -> str:
    """The place in a few words, for the line above a quote."""
    said = [_meeting(ref) if ref.held else _titled(ref.title, ref)]
    if ref.punkt:
        said.append(texts.PUNKT_LABEL.format(number=ref.punkt))
    if ref.annex:
        annex = [_titled(ref.annex, ref), *ref.headings[-1:]]
        said = [*dict.fromkeys(annex), texts.ANNEX_LABEL.format(place=" ".join(said))]
    elif ref.item_title:
        said.append(ref.item_title)
    if ref.headings and not ref.annex and not ref.punkt:
        said.append(ref.headings[-1])
    status = texts.STATUS_LABELS.get(outcome.value)
    if ref.struck:
        said.append(texts.STRUCK_LABEL)
    if ref.proposed:
        said.append(texts.PROPOSED_LABEL)
    place = ", ".join(said)
    return f"{place} – {status}:" if status else f"{place}:"


def _meeting(ref: Ref) -> str:
    assert ref.held
    return f"{ref.body or ref.title} {texts.danish_date(ref.held)}"


def _titled(title: str, ref: Ref) -> str:
    draft = ref.status is Status.UDKAST and texts.DRAFT_LABEL not in title.lower()
    return f"{title} ({texts.DRAFT_LABEL})" if draft else title


def labels(cited: Place) -> list[str]:
    """What the reader must know before using the quote: decided or not, draft, struck out."""
    warnings = (
        (cited.struck, texts.STRUCK),
        (cited.proposed, texts.PROPOSED),
        (cited.draft, texts.DRAFT),
    )
    outcome = texts.OUTCOMES[cited.outcome]
    return [label for holds, label in (*warnings, (bool(outcome), outcome)) if holds]


def notes_on(ref: Ref, outcome: Outcome, n: int) -> list[str]:
    """What the reader must know before acting on source `n`."""
    notes = []
    if ref.struck:
        notes.append(texts.STRUCK_NOTE.format(n=n))
    if ref.proposed:
        notes.append(texts.PROPOSED_NOTE.format(n=n))
    if ref.status is Status.UDKAST:
        notes.append(texts.DRAFT_NOTE.format(n=n))
    elif outcome is Outcome.ANNEX and ref.held:
        notes.append(texts.ANNEX_NOTE.format(n=n))
    if outcome is Outcome.RECOMMENDED:
        notes.append(texts.NOT_DECIDED_NOTE.format(n=n))
    if ref.agenda_only and ref.held and ref.punkt and not ref.annex:
        notes.append(texts.AGENDA_ONLY_NOTE.format(n=n, held=texts.danish_date(ref.held)))
    return notes


def page_of(cited: Place) -> str | None:
    """The page as a reader finds it: by the number printed on it, and by its place in the file."""
    if cited.page is None:
        return None
    if cited.page_label is None:
        return texts.PAGE.format(page=cited.page)
    return texts.LABELLED_PAGE.format(label=cited.page_label, page=cited.page)


def url_of(passage: Passage, start: int, end: int) -> str:
    """The page that opens the document at the range `start` to `end` of its text."""
    return url_at(passage.ref.document, start, end)


def url_at(document_id: str, start: int, end: int) -> str:
    """As `url_of`, for any range of a document."""
    asked = urlencode({"fra": start, "til": end})
    return f"/kilder/{quote(document_id)}?{asked}#citat"
