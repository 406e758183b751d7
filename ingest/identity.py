"""What a text says it is: its kind, whether it is adopted, its edition and period."""

import re
from datetime import date

from ingest.dates import NUMERIC, WRITTEN, first_date
from ingest.document import About, Kind, Status, Validity

# In this order: a draft agreement's case memo names the agreement, but is a memo.
KINDS = (
    (re.compile(r"\bsags(?:beskrivelse|fremstilling)\b|\bnotat\b"), Kind.NOTAT),
    (re.compile(r"\bkommissori"), Kind.KOMMISSORIUM),
    (re.compile(r"årsrapport|\bårsberetning|\bstatusrapport"), Kind.AARSRAPPORT),
    (re.compile(r"styringsaftale"), Kind.STYRINGSAFTALE),
    (re.compile(r"socialaftale|\brammeaftale\b"), Kind.SOCIALAFTALE),
    (re.compile(r"\b(?:mini)?guide|\bvejledning\b|\bhåndbog"), Kind.GUIDE),
    (re.compile(r"\breferat\b"), Kind.REFERAT),
    (re.compile(r"\bdagsorden\b"), Kind.DAGSORDEN),
)
EDITION = re.compile(r"\b(20\d\d) ?[-–/] ?(20\d\d)\b")
DRAFT = re.compile(r"\budkast\b|\bhøringsversion\b", re.IGNORECASE)
ADOPTED = re.compile(
    r"\b(?:godkendt|vedtaget) (?:af|i|på) [^.]{3,120}?\b(?:den|d\.) ?\d|\bvedtaget\b|\(godkendt\)",
    re.IGNORECASE,
)
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
    """Draft or adopted, as the opening texts say; a text that says both is a draft."""
    opening = "\n".join(texts)
    if DRAFT.search(opening) or NOT_ADOPTED.search(opening):
        return Status.UDKAST
    return Status.VEDTAGET if ADOPTED.search(opening) else Status.UKENDT


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


def about(texts: list[str]) -> About:
    """What an annex is, from its listed name, its title and its opening lines."""
    titles = [text for text in texts if len(text) < 160]
    return About(kind_of(titles), status_of(titles), edition_of(titles))
