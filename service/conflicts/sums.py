"""A total whose parts do not add up: "23 pladser, fordelt på 15 … og seks …"."""

import re
from collections.abc import Sequence

from index import sentences
from service.conflicts.claims import said
from service.conflicts.figures import Claim, Sort
from service.conflicts.stated import Conflict, Stated

# All parts are told after these; "heraf" may leave some out, so those can only be too many.
SHARED_OUT = re.compile(
    r"\b(?:fordel(?:t|er sig|es|te sig)|opdel(?:t|es)|delt|består|bestod|bestående)\b(?: \w+)?"
    r" (?:på|mellem|i|af|med|således|sådan)\b",
    re.IGNORECASE,
)
OF_WHICH = re.compile(r"\b(?:heraf|hvoraf|deraf)\b", re.IGNORECASE)
LEFT_OUT = re.compile(
    r"\b(?:rest\w*|øvrige|blandt andet|bl\.a\.|bl\. a\.|fx|f\.eks\.|primært|især|andre|flere"
    r"|begge)\b",
    re.IGNORECASE,
)
REACH = 8  # sentences from a total to its parts, with those


def sums(text: str) -> Conflict | None:
    """The first total in `text` whose parts add up to something else; `None` where all is well."""
    found = [text[start:end] for start, end in sentences(text)]
    for place, sentence in enumerate(found):
        for lead in (SHARED_OUT, OF_WHICH):
            match = lead.search(sentence)
            if match and not LEFT_OUT.search(sentence):
                before = [*found[max(0, place - REACH + 1) : place], sentence[: match.start()]]
                conflict = _checked(before, sentence, match, at_most=lead is OF_WHICH)
                if conflict:
                    return conflict
    return None


def _checked(
    before: Sequence[str], sentence: str, match: re.Match[str], *, at_most: bool
) -> Conflict | None:
    parts = _parts(said(sentence[match.end() :]).claims)
    if len(parts) < 2:
        return None
    counted = next((part for part in parts if part.sort is not Sort.BARE), None)
    # "23 pladser, fordelt på 15 og 8": bare parts are parts of what the same sentence counts.
    for earlier in reversed(before if counted else before[-1:]):
        claims = said(earlier).claims
        totals = [claim for claim in claims if _counts(claim) and _alike(claim, counted)]
        if totals:
            added = sum(float(part.value) for part in parts)
            if totals[0].rounded or any(added == claim.value for claim in totals):
                return None
            if at_most and added < float(totals[0].value):
                return None
            whole = earlier if earlier != before[-1] else sentence
            written = " + ".join(part.written.split()[0] for part in parts)
            return Conflict(Stated(whole), Stated(sentence), totals[0].written, written)
    return None


def _parts(claims: Sequence[Claim]) -> list[Claim]:
    """The parts, all of one thing; none where one is of another or is not exact."""
    found = [claim for claim in claims if _counts(claim) or claim.sort is Sort.BARE]
    counted = next(filter(_counts, found), None)
    same = all(claim.sort is Sort.BARE or _alike(claim, counted) for claim in found)
    return found if same and not any(claim.rounded for claim in found) else []


def _counts(claim: Claim) -> bool:
    return claim.sort in (Sort.COUNT, Sort.MONEY)


def _alike(one: Claim, other: Claim | None) -> bool:
    """Places are places, budgeted or not: what is counted stands last."""
    if other is None:
        return True
    return one.sort is other.sort and one.unit.split()[-1:] == other.unit.split()[-1:]
