"""Questions about decisions of meetings of which only the agenda is here."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from eval.sets.row import Difficulty
from eval.sets.suggest.spot import ROUTINE, Proposal, Spot, clause, proposal, subject
from index import Kind
from ingest.terms import RECOMMENDATION

WORDINGS = (
    "Hvad blev der besluttet om {it} på mødet den {day}?",
    "Hvad blev resultatet af sagen om {it} den {day}?",
    "Godkendte {body} det, der var indstillet om {it} den {day}?",
)
LEAD = re.compile(r"^det indstilles\b", re.IGNORECASE)
NOT_KNOWN = "beslutningen fremgår ikke, der er kun en dagsorden"


def agendas(spots: Iterable[Spot], minuted: frozenset[object]) -> Iterator[Proposal | None]:
    """One question for each item; `minuted` are the days of meetings whose minutes are here."""
    wanted = (
        spot
        for spot in spots
        if spot.paper.kind is Kind.DAGSORDEN
        and spot.paper.held
        and spot.paper.held not in minuted
        and spot.item
        and spot.annex is None
        and spot.section
        and spot.section.label == RECOMMENDATION
        and not spot.block.struck
        and not LEAD.search(spot.block.text)
        and not ROUTINE.search(spot.item.heading)
    )
    for number, (_, group) in enumerate(groupby(wanted, key=lambda spot: id(spot.item))):
        yield _agenda(next(iter(group)), number)


def _agenda(spot: Spot, number: int) -> Proposal | None:
    where = {
        "it": subject(spot.item.heading) if spot.item else "",
        "body": spot.paper.body or "styregruppen",
        "day": spot.day,
    }
    asked = clause(spot.block.text)
    return proposal(
        "agenda",
        spot,
        (spot.block.text,),
        question=WORDINGS[number % len(WORDINGS)].format(**where),
        type="trap",
        answer=f"Det fremgår ikke; her er kun dagsordenen for mødet. Det var indstillet: {asked}.",
        nuggets=[NOT_KNOWN, asked],
        section="Indstilling",
        difficulty=Difficulty.HARD,
    )
