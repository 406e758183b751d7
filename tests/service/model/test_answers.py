"""A language model behind the assistant, over the sample documents and real HTTP."""

from pathlib import Path

import pytest

from index import Filters
from service import build, texts
from service.answer import Answer, AnswerStatus, Sentence, Sources
from service.assistant import ExtractiveAssistant
from service.model import ModelSettings
from service.settings import Settings
from tests.service.model.openai_server import ModelServer, cut_off, says, status

GUIDE = "Blev guiden om midlertidigt botilbud godkendt?"
AGENDA = "Godkendte Styregruppe Social takstbilaget for 2024?"


@pytest.fixture
def told(sample_home: Path, settings: ModelSettings) -> ExtractiveAssistant:
    """The assistant as it is built for these settings."""
    return build.assistant(Settings(sample_home, model=settings))


def quoted(assistant: ExtractiveAssistant, question: str) -> str:
    """A whole sentence of the first source, as a good model would give it."""
    return assistant.ask(question, Filters()).citations[0].quote.split(".")[0]


def test_a_sentence_that_stands_is_the_answer(
    told: ExtractiveAssistant, assistant: ExtractiveAssistant, served: ModelServer
) -> None:
    said = quoted(assistant, GUIDE)
    served.will(says(f"{said}. [1]"))

    answer = told.ask(GUIDE, Filters())

    assert answer.mode == "language model"
    assert said in answer.text
    assert answer.citations[0].verified


def test_what_is_invented_leaves_the_quotes(
    told: ExtractiveAssistant, assistant: ExtractiveAssistant, served: ModelServer
) -> None:
    served.will(says("KKR vedtog guiden den 1. april 2019 med 17 stemmer mod 4. [1]"))

    answer, extractive = told.ask(GUIDE, Filters()), assistant.ask(GUIDE, Filters())

    assert (answer.text, answer.mode) == (extractive.text, "extractive")
    assert texts.WITHOUT_MODEL in answer.notes


@pytest.mark.parametrize("act", [status(401), cut_off("Guiden", hard=True)], ids=["401", "cut off"])
def test_a_model_that_fails_costs_no_answer(
    told: ExtractiveAssistant, served: ModelServer, act: object
) -> None:
    served.will(act)  # type: ignore[arg-type]

    answer = told.ask(GUIDE, Filters())

    assert answer.status is AnswerStatus.ANSWERED
    assert texts.WITHOUT_MODEL in answer.notes


def test_that_only_the_agenda_is_here_is_said_before_what_the_model_says(
    told: ExtractiveAssistant, served: ModelServer
) -> None:
    served.will(says("SGS godkendte takstbilag 2024. [1] SGS godkender takstbilag 2024. [1]"))

    answer = told.ask(AGENDA, Filters())

    assert answer.text.startswith("Beslutningen fremgår ikke.")
    assert "godkendte takstbilag" not in answer.text


def test_lists_and_questions_without_an_answer_ask_no_model(
    told: ExtractiveAssistant, served: ModelServer
) -> None:
    served.will(says("Noget andet. [1]"))

    told.ask("Hvilke punkter var på dagsordenen den 5. september 2024?", Filters())
    told.ask("Hvor stort var Fyrtårnets underskud i 2017?", Filters())

    assert served.asked == []


def test_sentences_are_streamed_and_the_answer_comes_last(
    told: ExtractiveAssistant, assistant: ExtractiveAssistant, served: ModelServer
) -> None:
    served.will(says(f"{quoted(assistant, GUIDE)}. [1]"))

    sources, *sentences, answer = told.stream(GUIDE, Filters())

    assert isinstance(sources, Sources)
    assert all(isinstance(each, Sentence) for each in sentences)
    assert isinstance(answer, Answer)
    assert [each.text for each in sentences] == [each.text for each in answer.sentences]


def test_an_answer_that_breaks_off_begins_afresh_with_its_places(
    told: ExtractiveAssistant, assistant: ExtractiveAssistant, served: ModelServer
) -> None:
    served.will(cut_off(f"{quoted(assistant, GUIDE)}. [1] Og", hard=True))

    *given, answer = told.stream(GUIDE, Filters())

    assert isinstance(answer, Answer)
    assert [type(each) for each in given] == [Sources, Sentence, Sources, Sentence]
    assert [given[-1]] == list(answer.sentences)
