"""A figure, a meeting or a paragraph other than what is asked for is no answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from index import Filters
from service import texts
from service.answer import AnswerStatus
from service.assistant import ExtractiveAssistant
from service.conditions import Unmet, unmet
from service.question import understood
from service.selection import Picked

Told = Callable[..., Picked]
HELD = date(2025, 5, 22)


def asked(question: str, *picked: Picked, held: tuple[date, ...] = (HELD,)) -> Unmet:
    """What is not met where all that was read is told."""
    read = [(one.section, one.pieces) for one in picked]
    return unmet(understood(question), picked, read, frozenset(held))


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


def test_nothing_told_lacks_nothing() -> None:
    assert asked("Hvor mange pladser er der i 2031?") == Unmet()


def test_what_has_nothing_in_common_with_the_question_is_no_answer(told: Told) -> None:
    near = told("Taksten stiger.")
    (piece,) = near.pieces
    far = replace(near, pieces=(replace(piece, signs=dict.fromkeys(piece.signs, 0.0)),))

    assert asked("Hvad er taksten?", far).refusal == texts.NOTHING_FOUND
    assert asked("Hvad betyder taksten?", near).refusal is None


def test_what_the_sources_do_not_name_is_missing(told: Told) -> None:
    found = asked("Hvad siger guiden om Åkirke og Fjordby i 2031?", told("Guiden er fra Fjordby."))

    assert found == Unmet(("2031", "Åkirke"))


def test_a_year_is_met_by_the_meetings_date_and_by_the_words(told: Told) -> None:
    assert asked("Hvad siger guiden i 2025?", told("Guiden er ny.")) == Unmet()
    assert asked("Hvad siger guiden i 2031?", told("Guiden gælder til 2031.")) == Unmet()


@pytest.mark.parametrize("written", ["3. maj 2022", "03.05.2022", "3.5.22"])
def test_a_day_is_met_however_it_is_written(told: Told, written: str) -> None:
    day = understood("Hvad siger brevet af 3. maj 2022?")

    assert day.days == (date(2022, 5, 3),)
    assert asked(day.text, told(f"Brevet er fra {written}.")) == Unmet()
    assert asked(day.text, told("Brevet er nyt.")) == Unmet(("3. maj 2022",))


def test_a_month_is_met_by_a_meeting_in_it(told: Told) -> None:
    assert asked("Hvad siger guiden i maj 2025?", told("Guiden er ny.")) == Unmet()
    assert asked("Hvad siger guiden i juni 2025?", told("Guiden er ny.")) == Unmet(("juni 2025",))


def test_a_season_is_met_by_one_of_its_months(told: Told) -> None:
    assert asked("Hvad siger guiden i foråret 2025?", told("Guiden er ny.")) == Unmet()


def test_a_meeting_that_is_not_here_is_named(told: Told) -> None:
    one = told("Gruppen godkendte taksten.")

    found = asked("Hvad blev besluttet på mødet den 3. maj 2022?", one)

    assert found.refusal == (
        "Referatet fra mødet 3. maj 2022 er ikke i samlingen, så beslutningen kendes ikke her."
    )
    assert asked("Hvad blev besluttet på mødet den 22. maj 2025?", one) == Unmet()


def test_another_item_than_the_one_asked_for_by_number_is_no_answer(told: Told) -> None:
    one = told("Gruppen godkendte taksten.")
    asking = "Hvad blev besluttet under punkt {} på mødet den 22. maj 2025?"

    assert asked(asking.format(6), one).refusal is None
    assert asked(asking.format(7), one).refusal == (
        "Dokumenterne svarer ikke på spørgsmålet for punkt 7 på mødet 22. maj 2025."
    )


def test_the_name_of_an_annex_is_not_what_stands_in_it(told: Told) -> None:
    listed = told("Brugervejledning til takstskema", section="Bilag")

    assert asked("Hvad står der i brugervejledningen?", listed).refusal == texts.LISTED_ONLY
    assert asked("Hvad står der?", listed, told("Taksten stiger.")).refusal is None


def test_a_month_without_a_meeting_is_named(told: Told) -> None:
    one = told("Gruppen godkendte taksten.")

    found = asked("Hvad blev besluttet på mødet i oktober 2019?", one)

    assert "mødet oktober 2019 er ikke i samlingen" in (found.refusal or "")
    assert asked("Hvad blev besluttet på mødet i maj 2025?", one).refusal is None


def test_another_paragraph_of_a_law_is_no_answer(told: Told) -> None:
    one = told("Ophold efter servicelovens § 107 visiteres af kommunen.")

    assert asked("Hvem visiterer efter § 107?", one).refusal is None
    assert asked("Hvem visiterer efter § 82 b?", one).refusal == (
        "Dokumenterne svarer ikke på spørgsmålet for § 82 b."
    )


@pytest.mark.parametrize("said", ["servicelovens § 107", "de 10 tilbud", "barnets lov § 110"])
def test_a_paragraph_is_not_met_by_its_digits_elsewhere(told: Told, said: str) -> None:
    found = asked("Hvem visiterer efter § 10?", told(f"Efter {said} visiterer kommunen."))

    assert found.refusal == "Dokumenterne svarer ikke på spørgsmålet for § 10."


@pytest.mark.parametrize("said", ["§107", "§ 107", "§§ 107 og 108", "§ 107, stk. 2"])
def test_a_paragraph_is_met_however_it_is_written(told: Told, said: str) -> None:
    found = asked("Hvem visiterer efter § 107?", told(f"Efter {said} visiterer kommunen."))

    assert found.refusal is None


@pytest.mark.parametrize("law", ["i serviceloven", "i lov om social service"])
def test_the_words_after_a_paragraph_are_no_part_of_it(told: Told, law: str) -> None:
    found = asked(f"Hvem visiterer efter § 107 {law}?", told("Kommunen visiterer efter § 107."))

    assert found.refusal is None


def test_a_month_is_met_however_it_is_written(told: Told) -> None:
    for written in ("i maj 2022", "Maj 2022", "den 3.5.2022", "03.05.22"):
        assert asked("Hvad siger brevet fra maj 2022?", told(f"Brevet: {written}.")) == Unmet()


def test_a_figure_of_another_sort_is_no_answer(told: Told) -> None:
    one = told("Fyrtårnet har 46 medarbejdere.")

    assert asked("Hvor mange pladser har Fyrtårnet?", one).refusal == (
        "Vi fandt ikke det tal, der spørges om."
    )


def test_a_figure_of_another_year_is_no_answer_and_the_years_known_are_told(told: Told) -> None:
    one = told("Fyrtårnet havde 16 pladser i 2022. I 2023 var der 12 pladser.")

    assert asked("Hvor mange pladser havde Fyrtårnet i 2017?", one).refusal == (
        "Vi fandt ikke det tal, der spørges om, for 2017. Der er tal for 2022 og 2023."
    )
    assert asked("Hvor mange pladser havde Fyrtårnet i 2022?", one).refusal is None


def test_a_figure_without_a_year_is_of_its_meetings_year(told: Told) -> None:
    one = told("Fyrtårnet har 16 pladser.")

    assert asked("Hvor mange pladser har Fyrtårnet i 2025?", one).refusal is None
    assert asked("Hvor mange pladser har Fyrtårnet i 2024?", one).refusal


def test_a_figure_of_another_municipality_is_no_answer(told: Told) -> None:
    one = told("Fjordby har 16 pladser.")

    assert asked("Hvor mange pladser har Fjordby Kommune?", one).refusal is None
    assert asked("Hvor mange pladser har Åkirke Kommune?", one).refusal == (
        "Vi fandt ikke det tal, der spørges om, for Åkirke Kommune."
    )


def test_a_course_of_events_is_told_as_far_as_it_is_known(told: Told) -> None:
    found = asked("Hvordan var forløbet fra 2019 til 2025?", told("Taksten steg i 2025."))

    assert found == Unmet(("2019",))
