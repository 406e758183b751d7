"""Where a quote stands, what that makes it, and how both are said to the reader."""

import re
from urllib.parse import quote, urlencode

from index import Kind, Passage, Ref, Status
from ingest.terms import ANNEXES, OUTCOMES, RECOMMENDATION
from service import texts
from service.answer import Citation, Found, Outcome

POSTPONED = re.compile(r"\budskyd\w*|\bblev udsat\b|\budsættes\b|\bpunktet (?:er )?udsat\b", re.I)
DECIDED = re.compile(
    r"\bbeslutte(?:de|s|t)?\b|\bgodkend\w*|\bvedt(?:og|ages|aget)\b|\btilslutte\w*"
    r"|\benig(?:e|hed)?\b|\b(?:indstiller|anbefaler) over ?for\b|\budpeg(?:ede|es|er)\b"
    r"|\bdet (?:blev aftalt|aftales)\b|\bbakke\w* op\b",
    re.IGNORECASE,
)
NOTED = re.compile(r"\btil (?:efterretning|orientering)\b", re.IGNORECASE)
DISCUSSED = re.compile(r"\bdrøft\w*", re.IGNORECASE)
# What the minutes say, strongest first: a case that is put off is not decided whatever else is.
SAID = (
    (POSTPONED, Outcome.POSTPONED),
    (DECIDED, Outcome.DECIDED),
    (NOTED, Outcome.NOTED),
    (DISCUSSED, Outcome.DISCUSSED),
)
AGREEMENTS = (Kind.SOCIALAFTALE, Kind.STYRINGSAFTALE, Kind.GUIDE)


def outcome_of(ref: Ref, text: str) -> Outcome:
    """What a quote from `ref` is; an outcome is read off its own words."""
    if ref.annex:
        return Outcome.ANNEX
    if ref.section in OUTCOMES:
        return next((what for pattern, what in SAID if pattern.search(text)), Outcome.MINUTED)
    if ref.section == RECOMMENDATION:
        return Outcome.AGENDA_ONLY if ref.agenda_only else Outcome.RECOMMENDED
    if ref.punkt:
        return Outcome.CASE
    return Outcome.RULE if ref.kind in AGREEMENTS else Outcome.OTHER


def label(ref: Ref, outcome: Outcome) -> str:
    """The place in a few words, for the line above a quote."""
    said = [_meeting(ref) if ref.held else _titled(ref.title, ref)]
    if ref.punkt:
        said.append(texts.PUNKT_LABEL.format(number=ref.punkt))
    if ref.item_title:
        said.append(ref.item_title)
    if ref.annex:
        said.append(f"{texts.ANNEX_LABEL} {_titled(ref.annex, ref)}")
    if ref.headings and (ref.annex or not ref.punkt):
        said.append(ref.headings[-1])
    status = texts.STATUS_LABELS.get(outcome.value)
    if ref.struck:
        said.append(texts.STRUCK_LABEL)
    place = ", ".join(said)
    return f"{place} – {status}:" if status else f"{place}:"


def _meeting(ref: Ref) -> str:
    assert ref.held
    return f"{ref.body or ref.title} {texts.danish_date(ref.held)}"


def _titled(title: str, ref: Ref) -> str:
    draft = ref.status is Status.UDKAST and texts.DRAFT_LABEL not in title.lower()
    return f"{title} ({texts.DRAFT_LABEL})" if draft else title


def labels(cited: Citation | Found) -> list[str]:
    """What the reader must know before using the quote: decided or not, draft, struck out."""
    warnings = ((cited.struck, texts.STRUCK), (cited.draft, texts.DRAFT))
    outcome = texts.OUTCOMES[cited.outcome]
    return [label for holds, label in (*warnings, (bool(outcome), outcome)) if holds]


def notes_on(ref: Ref, outcome: Outcome, n: int) -> list[str]:
    """What the reader must know before acting on source `n`."""
    notes = []
    if ref.status is Status.UDKAST:
        notes.append(texts.DRAFT_NOTE.format(n=n))
    if ref.struck:
        notes.append(texts.STRUCK_NOTE.format(n=n))
    if outcome is Outcome.RECOMMENDED:
        notes.append(texts.NOT_DECIDED_NOTE.format(n=n))
    if outcome is Outcome.AGENDA_ONLY and ref.held:
        notes.append(texts.AGENDA_ONLY_NOTE.format(held=texts.danish_date(ref.held)))
    if outcome is Outcome.ANNEX and ref.held:
        notes.append(texts.ANNEX_NOTE.format(n=n))
    return notes


def url_of(passage: Passage, start: int, end: int) -> str:
    """The page that opens the document at the range `start` to `end` of its text."""
    asked = urlencode({"fra": start, "til": end})
    return f"/kilder/{quote(passage.ref.document)}?{asked}#citat"


def names_annexes(ref: Ref) -> bool:
    """Whether the place is a list of annexes, which says nothing of what is in them."""
    return ref.section == ANNEXES
