"""Answers made worse on purpose, so that a marking has wrong ones of every kind as well.

Each is what a system could really do wrong and still look right: the quote is real, the label is
one of ours, only they do not belong together.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from eval.runs.record import Cited, Record, Said

YEAR = re.compile(r"\b20\d\d\b")
FIGURE = re.compile(r"\d+(?=,\d| pct| mio| dage| pladser|\.\d{3})")
NOT_DECIDED = re.compile(
    r"indstilling, ikke beslutning|indstilling i dagsordenen, beslutningen kendes ikke"
    r"|sagsfremstilling, ikke beslutning"
)
DRAFT = re.compile(r" \(udkast\)|, slettet tekst|, foreslået ændring")
REFUSAL = "Dokumenterne svarer ikke på spørgsmålet."
BEGINNING = 60  # characters that are left of an answer that breaks off


def other_year(record: Record, _: Record) -> Record:
    """Every year one less, in labels and statements; the quotes stay as they are."""
    return _told(record, lambda text: YEAR.sub(lambda found: str(int(found[0]) - 1), text))


def other_figure(record: Record, _: Record) -> Record:
    """The first figure of each statement is another one, as if a model had written it."""
    return _told(record, lambda text: FIGURE.sub(lambda f: str(int(f[0]) + 3), text, count=1))


def decided(record: Record, _: Record) -> Record:
    """What was recommended, on an agenda or a draft is called decided and in force."""
    cited = tuple(
        replace(each, outcome="besluttet", draft=False, struck=False, proposed=False)
        for each in record.citations
    )
    told = _told(record, lambda text: DRAFT.sub("", NOT_DECIDED.sub("besluttet", text)))
    return replace(told, citations=cited, notes=())


def shifted(record: Record, other: Record) -> Record:
    """The statements are kept, and another answer's quotes stand as their sources."""
    many = max(1, len(record.citations))
    moved = [replace(each, n=n) for n, each in enumerate(other.citations[:many], 1)]
    return replace(record, citations=tuple(moved))


def elsewhere(record: Record, other: Record) -> Record:
    """Another question's answer."""
    return replace(other, id=record.id)


def refused(record: Record, _: Record) -> Record:
    """It says that the documents do not answer."""
    return replace(
        record, status="not_found", answer=REFUSAL, said=(Said(REFUSAL),), citations=(), notes=()
    )


def broken_off(record: Record, _: Record) -> Record:
    """Only the first words are told, and only they are quoted."""
    said = tuple(replace(each, text=each.text[:BEGINNING]) for each in record.said[:1])
    cited = tuple(_beginning(each) for each in record.citations[:1])
    whole = "\n".join(f"{each.label}\n{each.text} [1]" for each in said)
    return replace(record, answer=whole, said=said, citations=cited)


KINDS: dict[str, Callable[[Record, Record], Record]] = {
    "other year": other_year,
    "other figure": other_figure,
    "decided": decided,
    "shifted": shifted,
    "elsewhere": elsewhere,
    "refused": refused,
    "broken off": broken_off,
}


def _beginning(cited: Cited) -> Cited:
    return replace(cited, quote=cited.quote[:BEGINNING])


def _told(record: Record, change: Callable[[str], str]) -> Record:
    said = tuple(
        replace(each, text=change(each.text), label=change(each.label)) for each in record.said
    )
    return replace(record, answer=change(record.answer), said=said)
