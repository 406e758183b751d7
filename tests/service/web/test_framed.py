"""Questions in the frames of programs, and questions that only look framed."""

import pytest

from service.web.chat.framed import Framed, framed

QUESTION = "Hvad blev besluttet om takster?"
CONTEXT = "Takster\nSpørgsmål: Hvem betaler?\nStyregruppen drøftede sagen.\n"
FRAMES = {
    "llama-index": "Context information is below.\n---------------------\n{context}\n"
    "---------------------\nGiven the context information and not prior knowledge, answer the "
    "query.\nQuery: {question}\nAnswer: ",
    "llama-index refining": "You are an expert Q&A system.\nNew Context: {context}\n"
    "Query: {question}\nOriginal Answer: Det er drøftet.\nNew Answer: ",
    "llama-index citing": "For example:\nSource 1:\nThe sky is red.\nQuery: When is water wet?\n"
    "Answer: Water will be wet [2].\nNow it's your turn.\n------\n{context}\n------\n"
    "Query: {question}\nAnswer: ",
    "langchain": "Use the following pieces of context to answer the question at the end.\n\n"
    "{context}\n\nQuestion: {question}\nHelpful Answer:",
    "langchain, context last": "You are an assistant. Use three sentences maximum.\n"
    "Question: {question} \nContext: {context} \nAnswer:",
    "danish": "Kontekst:\n{context}\n\nSpørgsmål: {question}",
    "danish with an answer to write": "{context}\nSpørgsmål: {question}\nSvar:",
    "label alone": "Spørgsmål: {question}",
    "label and answer": "Query: {question}\nAnswer:",
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_the_question_is_taken_out_of_its_frame(frame: str) -> None:
    assert framed(frame.format(context=CONTEXT, question=QUESTION)) == Framed(QUESTION)


@pytest.mark.parametrize(
    "message",
    [
        QUESTION,
        "Jeg har et spørgsmål: hvad er taksten?",
        "Mødet var om takster i Fjordby.\nSpørgsmål: hvad blev besluttet?",
        "Spørgsmål: Hvad er TKO?\nSpørgsmål: Hvad er taksten?",
        "Hvad blev svaret?\nSvar:",
        "Hvad står der i konteksten?\nKontekst: takster",
        "Query:\nAnswer:",
        "Answer:",
        "",
        "Hvad er svaret:",
        "Hvad er et standalone question?",
    ],
)
def test_an_ordinary_question_is_left_alone(message: str) -> None:
    assert framed(message) == Framed(message)


def test_a_question_of_several_lines_is_kept_whole() -> None:
    frame = FRAMES["llama-index"].format(context=CONTEXT, question="Hvad er TKO?\nHvem er med?")

    assert framed(frame).question == "Hvad er TKO?\nHvem er med?"


@pytest.mark.parametrize(
    "frame",
    [
        "Given a conversation.\n\n<Chat History>\n{history}\n\n<Follow Up Message>\n{question}\n\n"
        "<Standalone question>\n",
        "Rephrase it.\n\n  Chat History:\n  {history}\n  Follow Up Input: {question}\n"
        "  Standalone question:",
    ],
    ids=["condense question", "condense plus context"],
)
def test_a_follow_up_is_wanted_in_full(frame: str) -> None:
    history = "user: Hvad er taksten\ni 2024?\nassistant: 900 kr.\nuser: tak\nassistant: Selv tak."

    asked = framed(frame.format(history=history, question="i 2023?"))

    assert asked == Framed("i 2023?", ("Hvad er taksten\ni 2024?", "tak"), rewrite=True)


def test_a_frame_of_the_largest_body_is_read_at_once() -> None:
    assert framed("Query: a\n" * 7_000 + "Answer:").question == "a"
