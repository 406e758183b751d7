"""Askers, places and answers of chats, as tests need them."""

from dataclasses import replace

from bots.asker import Asked, Asker, Place
from service.access.visitor import Channel
from service.answer import Answer, AnswerStatus, Mode

TEAM, CHANNEL, THREAD = "T0123ABCD", "C0123ABCD", "1718000000.000100"
ANNE = Asker(Channel.SLACK, TEAM, "U0000ANNE", guest=False)
BO = Asker(Channel.SLACK, TEAM, "U00000BO1", guest=False)
GUEST = replace(ANNE, guest=True)
OPENLY = Place(Channel.SLACK, TEAM, CHANNEL, THREAD)
PRIVATELY = Place(Channel.SLACK, TEAM, "D0123ABCD", private=True)


def asked(
    question: str = "Hvad er besluttet om takster?", asker: Asker = ANNE, place: Place = OPENLY
) -> Asked:
    """A question."""
    return Asked(question, asker, place)


def answer(question: str = "Hvad er besluttet om takster?") -> Answer:
    """An answer that says nothing."""
    return Answer(
        id="a1",
        question=question,
        status=AnswerStatus.ANSWERED,
        text="",
        sentences=(),
        citations=(),
        notes=(),
        passages=(),
        mode=Mode.EXTRACTIVE,
        generation="g1",
    )
