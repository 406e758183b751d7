"""What a sentence says of decisions, drafts and what is not so: no more than its source."""

import re
from collections.abc import Sequence

from service.answer import Outcome
from service.model.evidence import Evidence, Passage
from service.model.wording import (
    DECIDABLE,
    DECIDED,
    DRAFT,
    HEDGED,
    IN_FORCE,
    NEGATION,
    PROPOSED,
    STRUCK,
    TURNS,
)

PROPOSAL = re.compile(
    rf"{PROPOSED.pattern}(?:(?!\b(?:og|men|så|and|but|so)\b)[^.;:]){{0,60}}?\b(?:at|that|to)\b",
    re.IGNORECASE,
)
# A clause that does not hang on the proposal any more.
AFTER = re.compile(
    r"[,;:] ?(?:og(?! at\b)|men|så|hvorefter|hvilket|and(?! that\b)|but|so|which)\b"
    r"|\bog (?:det|den|de|dette|derfor) |;",
    re.IGNORECASE,
)
ADVICE = frozenset((Outcome.RECOMMENDED, Outcome.AGENDA_ONLY, Outcome.PASSED_ON))


def may_be_said(text: str, cited: Sequence[Evidence]) -> bool:
    """Whether what the cited sources are allows a sentence of this sort."""
    outcomes = {each.source.outcome for each in cited}
    if DECIDED.search(text) and outcomes != {Outcome.DECIDED}:
        return False
    if DECIDABLE.search(text) and not PROPOSED.search(text) and outcomes & ADVICE:
        return False
    if outcomes & ADVICE and not _only_proposes(text):
        return False
    if Outcome.POSTPONED in outcomes and not _postponed(text):
        return False
    drafts = any(each.source.draft for each in cited)
    struck = any(each.source.struck for each in cited)
    if (drafts and not DRAFT.search(text)) or (struck and not STRUCK.search(text)):
        return False
    return not ((drafts or struck) and IN_FORCE.search(text))


def says_the_same(text: str, best: Passage) -> bool:
    """Whether the sentence denies, limits and doubts where its source does, and nowhere else."""
    if bool(NEGATION.search(text)) != bool(NEGATION.search(best.text)):
        return False
    if HEDGED.search(best.text) and not HEDGED.search(text):
        return False
    return all(turn.search(best.text) for turn in TURNS if turn.search(text))


def _only_proposes(text: str) -> bool:
    """Whether all of a sentence hangs on "det indstilles, at"."""
    match = PROPOSAL.search(text)
    return match is not None and not AFTER.search(text[match.end() :])


def _postponed(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in ("udsat", "udsæt", "udsk", "postpone", "defer"))
