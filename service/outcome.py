"""What a quote is: what the meeting did with the item, read off the minutes' own words."""

import re

from index import Kind, Ref, sentences
from ingest.terms import OUTCOMES, RECOMMENDATION
from service.answer import Outcome

POSTPONED = re.compile(
    r"\b(?:punktet|sagen|behandlingen|beslutning(?:en)?)\b[^.]{0,60}?"
    r"\b(?:udskyd\w*|udskudt|udsættes|udsat)\b"
    r"|\b(?:udskød|udsatte) (?:punktet|sagen|behandlingen|beslutningen)\b",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"\b(?:beslutte(?:de|s|t)|godkend(?:er|te|t|es)|vedt(?:og|ages|aget)|tilsluttede"
    r"|udpege(?:de|s|r))\b|\bdet (?:blev aftalt|aftales)\b",
    re.IGNORECASE,
)
PASSED_ON = re.compile(r"\b(?:indstill|anbefal)\w* over ?for\b", re.IGNORECASE)
AGREED = re.compile(r"\benig(?:e|hed)?\b|\bopbakning\b|\bbakke\w*(?: \w+){0,2} op\b", re.IGNORECASE)
NOTED = re.compile(r"\btil (?:efterretning|orientering)\b", re.IGNORECASE)
DISCUSSED = re.compile(r"\bdrøfte(?:de|s|t)\b", re.IGNORECASE)
# Strongest first: an item that is put off is not decided, whatever else is said of it.
SAID = (
    (POSTPONED, Outcome.POSTPONED),
    (DECIDED, Outcome.DECIDED),
    (PASSED_ON, Outcome.PASSED_ON),
    (AGREED, Outcome.AGREED),
    (NOTED, Outcome.NOTED),
    (DISCUSSED, Outcome.DISCUSSED),
)
DENIED = re.compile(r"\b(?:ikke|ingen|hverken)(?: \w+){0,2} $", re.IGNORECASE)
# What is still to come is not decided either.
TO_COME = re.compile(
    r"\b(?:indtil|når|hvis|såfremt|inden|før|medmindre|forventes|afventer)\b[^.;:]{0,80}?"
    r"\b(?:beslut(?!tede)\w*|godkend(?!te)\w*|vedt(?!og)\w*)",
    re.IGNORECASE,
)
# What others advise or propose is not what the meeting did.
ADVICE = re.compile(
    r"\banbefal\w*\b(?! over ?for)|\bforesl\w*|\bvil (?:gerne )?have\b", re.IGNORECASE
)
# "Indstiller over for rådet, at det godkendes": the approval is the council's to give.
OF_OTHERS = re.compile(r"(\b(?:indstill|anbefal)\w* over ?for\b)[^.;:\n]*", re.IGNORECASE)
AGREEMENTS = (Kind.SOCIALAFTALE, Kind.STYRINGSAFTALE, Kind.GUIDE)


def outcome_of(ref: Ref, text: str) -> Outcome:
    """What a quote from `ref` is."""
    if ref.annex:
        return Outcome.ANNEX
    if ref.section in OUTCOMES:
        return done(text)
    if ref.section == RECOMMENDATION:
        return Outcome.AGENDA_ONLY if ref.agenda_only else Outcome.RECOMMENDED
    if ref.punkt:
        return Outcome.CASE
    return Outcome.RULE if ref.kind in AGREEMENTS else Outcome.OTHER


def done(text: str) -> Outcome:
    """What the meeting did, by the strongest sentence of its minutes."""
    said = [OF_OTHERS.sub(r"\1", TO_COME.sub(" ", text[a:b])) for a, b in sentences(text)]
    own = [sentence for sentence in said if not ADVICE.search(sentence)]
    found = (what for said, what in SAID if any(_says(said, sentence) for sentence in own))
    return next(found, Outcome.MINUTED)


def _says(said: re.Pattern[str], sentence: str) -> bool:
    """Whether a sentence says so, and not that it is not so."""
    return any(not DENIED.search(sentence[: match.start()]) for match in said.finditer(sentence))


def tells_outcome(sentence: str) -> bool:
    """Whether a sentence says what a meeting did."""
    return done(sentence) not in (Outcome.MINUTED, Outcome.DISCUSSED)
