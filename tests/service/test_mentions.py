"""Figures, years and names in a text."""

import pytest

from service.mentions import YEARS, has_figure, has_name, names_year


@pytest.mark.parametrize("text", ["i 2025", "den 17.3.25", "d. 1/1-2025", "2025 og 2026"])
def test_a_text_names_a_year(text: str) -> None:
    assert names_year(text, "2025")


@pytest.mark.parametrize("text", ["Socialaftale 2025-2026", "sag 120251", "25 pladser", ""])
def test_an_edition_or_another_number_is_no_year(text: str) -> None:
    assert not names_year(text, "2025")


def test_a_year_beside_an_edition_is_named() -> None:
    assert names_year("Socialaftale 2025-2026 blev vedtaget i 2025", "2025")


def test_a_paragraph_a_year_and_the_questions_own_number_are_no_figures() -> None:
    assert not has_figure("efter § 107, stk. 2, i 2024 for 25 pladser", "tilbud med 25 pladser")
    assert has_figure("Taksten er 512 kr.", "Hvad er taksten?")


def test_years_are_told_from_amounts_and_dates() -> None:
    assert YEARS.findall("I 2023 var det 2.025 kr. efter brev 17.03.2025.") == ["2023"]


def test_the_years_of_an_edition_are_no_years() -> None:
    assert YEARS.findall("Styringsaftale 2025-2026 og regnskabet for 2024") == ["2024"]


@pytest.mark.parametrize("said", ["i Fjordby", "Fjordbys budget", "FJORDBY", "fjordbyer"])
def test_a_name_is_known_in_its_forms(said: str) -> None:
    assert has_name("Fjordby", said)


def test_hyphens_in_names_come_and_go() -> None:
    assert has_name("Brandt-Mikkelsen", "Brandt Mikkelsen deltog")
    assert not has_name("Fjordby", "Nyfjordby")
