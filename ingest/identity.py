"""What a text says it is: its kind, whether it is adopted, its edition and period."""

import re
from datetime import date

from ingest.dates import NUMERIC, WRITTEN, first_date
from ingest.document import About, Kind, Status, Validity

# In this order: a draft agreement's case memo names the agreement, but is a memo.
KINDS = (
    (re.compile(r"\bsags(?:beskrivelse|fremstilling)\b|\bnotat\b"), Kind.NOTAT),
    (re.compile(r"\bkommissori"), Kind.KOMMISSORIUM),
    (re.compile(r"årsrapport|\bårsberetning"), Kind.AARSRAPPORT),
    (re.compile(r"styringsaftale"), Kind.STYRINGSAFTALE),
    (re.compile(r"socialaftale|\brammeaftale\b"), Kind.SOCIALAFTALE),
    (re.compile(r"\b(?:mini)?guide|\bvejledning\b|\bhåndbog"), Kind.GUIDE),
    (re.compile(r"\breferat\b"), Kind.REFERAT),
    (re.compile(r"\bdagsorden\b"), Kind.DAGSORDEN),
)
EDITION = re.compile(r"\b(20\d\d) ?[-–/] ?(20\d\d)\b")
DRAFT = re.compile(r"\budkast\b|\bhøringsversion\b", re.IGNORECASE)
ADOPTED_BY = re.compile(
    r"\b(?:godkendt|vedtaget) (?:af|i|på) (?P<body>[^.\n]{3,120}?),? (?:den|d\.) ?\d", re.IGNORECASE
)
ADOPTED = re.compile(r"\bvedtaget\b|\(godkendt\)", re.IGNORECASE)
MAX_TITLE = 160  # characters
NOT_ADOPTED = re.compile(r"\b(?:endnu )?ikke (?:endeligt? )?(?:godkendt|vedtaget)", re.IGNORECASE)
PERIOD = re.compile(
    r"(?:gæld|period|gyldig)[^.]{0,60}?(?P<start>\d{1,2}\.[ \d./-]*(?:[a-z]+ )?\d{4})"
    r" ?(?:-|–|til(?: og med)?) ?(?:den |d\. )?(?P<end>\d{1,2}\.[ \d./-]*(?:[a-z]+ )?\d{4})",
    re.IGNORECASE,
)


def kind_of(titles: list[str]) -> Kind:
    """The kind the first title that names one names."""
    for title in titles:
        folded = title.casefold()
        for pattern, kind in KINDS:
            if pattern.search(folded):
                return kind
    return Kind.ANDET


def status_of(texts: list[str]) -> Status:
    """Draft or adopted, as titles, opening texts and footers say; one that says both is a draft.

    Running text may tell of an earlier draft, so only a short text calls its document one.
    """
    opening = "\n".join(texts)
    if NOT_ADOPTED.search(opening) or any(DRAFT.search(text) for text in _short(texts)):
        return Status.UDKAST
    adopted = ADOPTED.search(opening) or ADOPTED_BY.search(opening)
    return Status.VEDTAGET if adopted else Status.UKENDT


def adopted_by(texts: list[str]) -> str | None:
    """The body that adopted a text: "Godkendt af KKR Østfjorden den 22. november 2024"."""
    found = next((match for text in texts if (match := ADOPTED_BY.search(text))), None)
    return found["body"] if found else None


def _short(texts: list[str]) -> list[str]:
    return [text for text in texts if len(text) < MAX_TITLE]


def edition_of(titles: list[str]) -> str | None:
    """The years an agreement's title names: "2025-2026"."""
    found = next((match for title in titles if (match := EDITION.search(title))), None)
    return f"{found[1]}-{found[2]}" if found else None


def validity_of(text: str) -> Validity | None:
    """The period a text says it is valid for; `None` where it gives no two days."""
    found = PERIOD.search(text)
    if not found:
        return None
    start, end = _day(found["start"]), _day(found["end"])
    return Validity(start, end) if start and end and start <= end else None


def _day(text: str) -> date | None:
    return first_date(text) if NUMERIC.search(text) or WRITTEN.search(text) else None


def about(texts: list[str], footers: list[str]) -> About:
    """What an annex is, from its listed name, title and opening lines, and its pages' footers."""
    titles = _short(texts)
    return About(kind_of(titles), status_of([*titles, *footers]), edition_of(titles))
