"""Minutes name those who took part, and nobody else is told to have been there."""

from collections.abc import Callable

import pytest

from ingest import Document
from ingest.present import people

ITEM = "Mødet den 01.02.2024\n\nStyregruppen\n\nÅben\n\nPunkt 1.\n\nEn sag\n\nBeslutning:\n\nJa\n"
Reader = Callable[[str], Document]


@pytest.fixture
def took_part(parsed: Reader) -> Callable[[str], tuple[str, ...]]:
    return lambda front: parsed(f"Referat\n\n{front}\n\n{ITEM}").present


def test_people_stand_as_printed() -> None:
    assert people("Anne Holm (formand, Fjordby Kommune), Bo Lind-Juul") == [
        "Anne Holm (formand, Fjordby Kommune)",
        "Bo Lind-Juul",
    ]


def test_the_last_two_may_have_og_between_them() -> None:
    assert people("Anne Holm og Bo S. Lind (begge sekretariatet).") == [
        "Anne Holm",
        "Bo S. Lind (begge sekretariatet)",
    ]


def test_a_house_after_every_name_belongs_to_the_name() -> None:
    assert people("Anne Holm, Tilsyn Øst (punkt 3), Bo Lind, sekretariatet, Eva Juul, Blå Bog") == [
        "Anne Holm, Tilsyn Øst (punkt 3)",
        "Bo Lind, sekretariatet",
        "Eva Juul, Blå Bog",
    ]


def test_a_house_after_one_name_belongs_to_that_name() -> None:
    assert people("Anne Holm, Bo Lind, Nordhavn Kommune") == [
        "Anne Holm",
        "Bo Lind, Nordhavn Kommune",
    ]


def test_a_sentence_names_nobody() -> None:
    assert people("i arbejdsgruppen er udpeget af kommunerne, jf. Bilag 1") == []


@pytest.mark.parametrize("word", ["Til stede", "Tilstede", "Deltagere", "Mødedeltagere"])
def test_every_spelling_of_the_word_names_those_who_came(
    took_part: Callable[[str], tuple[str, ...]], word: str
) -> None:
    assert took_part(f"{word}\tAnne Holm, Bo Lind") == ("Anne Holm", "Bo Lind")
    assert took_part(f"{word}: Anne Holm, Bo Lind") == ("Anne Holm", "Bo Lind")
    assert took_part(f"{word}:\n\n- Anne Holm\n- Bo Lind") == ("Anne Holm", "Bo Lind")


@pytest.mark.parametrize("word", ["Afbud", "Fraværende", "Deltagerkreds", "Sted"])
def test_others_than_those_who_came_are_not_told(
    took_part: Callable[[str], tuple[str, ...]], word: str
) -> None:
    assert took_part(f"{word}\tAnne Holm, Bo Lind") == ()
    assert took_part(f"{word} Anne Holm, Bo Lind") == ()


def test_names_may_go_on_in_rows_without_a_word(
    took_part: Callable[[str], tuple[str, ...]],
) -> None:
    front = "Deltagere\tAnne Holm, Bo\n\tLind, Eva Juul\nAfbud\tIb Krag"

    assert took_part(front) == ("Anne Holm", "Bo Lind", "Eva Juul")


def test_a_list_ends_where_its_lines_name_nobody(
    took_part: Callable[[str], tuple[str, ...]],
) -> None:
    front = "Deltagere:\n\n- Anne Holm, Nordhavn Kommune\n\nAfbud:\n\n- Bo Lind"

    assert took_part(front) == ("Anne Holm, Nordhavn Kommune",)


def test_the_meeting_inside_has_its_own(sample: Callable[[str], Document]) -> None:
    document = sample("referat-2024-09-05.txt")

    assert "Anders Vilsbøll" in document.present
    assert "Anders Vilsbøll" not in document.documents[0].present
    assert document.documents[0].present[-1] == "Karen Ullits, rammeaftalesekretariatet"


def test_the_older_minutes_name_them_in_one_paragraph(sample: Callable[[str], Document]) -> None:
    present = sample("referat-2021-05-20.txt").present

    assert len(present) == 8
    assert present[-1] == "Karen Ullits (rammeaftalesekretariatet, referent)"
