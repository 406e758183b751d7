"""How a status is marked: what holds, what to be careful with, what does not hold."""

from service import texts
from service.answer import Outcome

STANDINGS = {
    texts.OUTCOMES[Outcome.DECIDED]: "good",
    texts.OUTCOMES[Outcome.RECOMMENDED]: "careful",
    texts.OUTCOMES[Outcome.AGENDA_ONLY]: "careful",
    texts.OUTCOMES[Outcome.CASE]: "careful",
    texts.OUTCOMES[Outcome.POSTPONED]: "careful",
    texts.DRAFT: "careful",
    texts.PROPOSED: "careful",
    texts.STRUCK: "wrong",
}


def standing_of(label: str) -> str:
    """How a label is set: what holds, what to be careful with, what does not hold."""
    return STANDINGS.get(label, "")
