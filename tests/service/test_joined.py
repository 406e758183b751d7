"""Several questions are answered as one, each under its own words, sources numbered through."""

from dataclasses import replace

import pytest

from service.answer import Answer, AnswerStatus, Citation, Found, Sentence
from service.joined import joined


@pytest.fixture
def answer(cited: Citation) -> Answer:
    return Answer(
        id="a1",
        question="Hvad blev besluttet?",
        status=AnswerStatus.ANSWERED,
        text="Udarbejdes. [1]",
        sentences=(Sentence("Udarbejdes.", (1,), "Beslutning:"),),
        citations=(cited,),
        notes=("Udkast.",),
        passages=(),
        mode="extractive",
        generation="g1",
    )


@pytest.fixture
def nothing(answer: Answer) -> Answer:
    return replace(
        answer,
        question="Hvem bor på månen?",
        status=AnswerStatus.NOT_FOUND,
        text="Dokumenterne svarer ikke på spørgsmålet.",
        sentences=(),
        citations=(),
        notes=(),
    )


def test_one_answer_stays_as_it_is(answer: Answer) -> None:
    assert joined("Hvad blev besluttet?", [answer]) is answer


def test_each_answer_stands_under_its_question(answer: Answer, nothing: Answer) -> None:
    both = joined("To spørgsmål", [answer, nothing])

    assert both.question == "To spørgsmål"
    assert both.text == (
        "Spørgsmål 1: Hvad blev besluttet?\n\nBeslutning:\nUdarbejdes. [1]\n\n"
        "Spørgsmål 2: Hvem bor på månen?\n\nDokumenterne svarer ikke på spørgsmålet."
    )


def test_sources_are_numbered_through(answer: Answer, nothing: Answer) -> None:
    all_three = joined("Tre", [answer, nothing, answer])

    assert [cited.n for cited in all_three.citations] == [1, 2]
    assert [s.citations for s in all_three.sentences if s.citations] == [(1,), (2,)]
    assert all_three.text.endswith("Udarbejdes. [2]")


def test_notes_and_passages_are_told_once(answer: Answer, cited: Citation) -> None:
    place = {
        name: getattr(cited, name) for name in Found.__dataclass_fields__ if name in dir(cited)
    }
    found = Found(**place, text="Takster.", score=1.0)
    one = replace(answer, passages=(found,))

    both = joined("To", [one, one])

    assert (both.notes, both.passages) == (("Udkast.",), (found,))


def test_the_whole_is_answered_where_every_part_is(answer: Answer, nothing: Answer) -> None:
    partly = replace(answer, status=AnswerStatus.PARTLY)

    assert joined("?", [answer, answer]).status is AnswerStatus.ANSWERED
    assert joined("?", [answer, nothing]).status is AnswerStatus.PARTLY
    assert joined("?", [partly, answer]).status is AnswerStatus.PARTLY
    assert joined("?", [nothing, nothing]).status is AnswerStatus.NOT_FOUND


def test_several_answers_have_no_belief_in_common(answer: Answer) -> None:
    sure = replace(answer, belief=0.9)

    assert joined("To spørgsmål", [sure, sure]).belief is None
