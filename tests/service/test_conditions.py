import pytest

from index import Filters
from service.answer import AnswerStatus
from service.assistant import ExtractiveAssistant
from service.conditions import has_figure, names_year


@pytest.mark.parametrize("text", ["i 2025", "den 17.3.25", "d. 1/1-2025", "2025 og 2026"])
def test_a_text_names_a_year(text: str) -> None:
    assert names_year(text, "2025")


@pytest.mark.parametrize("text", ["Socialaftale 2025-2026", "sag 120251", "25 pladser"])
def test_an_edition_or_another_number_is_no_year(text: str) -> None:
    assert not names_year(text, "2025")


def test_a_paragraph_a_year_and_the_questions_own_number_are_no_figures() -> None:
    assert not has_figure("efter § 107, stk. 2, i 2024 for 25 pladser", "tilbud med 25 pladser")
    assert has_figure("Taksten er 512 kr.", "Hvad er taksten?")


@pytest.mark.parametrize("when", ["på mødet den 3. maj 2022", "i 2031"])
def test_a_decision_of_another_time_is_not_given(assistant: ExtractiveAssistant, when: str) -> None:
    answer = assistant.ask(f"Hvad blev besluttet om Fyrtårnet {when}?", Filters())

    assert answer.status is AnswerStatus.NOT_FOUND


def test_a_decision_of_the_meeting_asked_for_is_given(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask(
        "Hvad blev besluttet om Fyrtårnet på mødet den 5. september 2024?", Filters()
    )

    assert str(answer.citations[0].meeting_date) == "2024-09-05"
    assert answer.citations[0].section == "Beslutning"
