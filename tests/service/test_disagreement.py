"""Where sources disagree with what is told, both values are told with their places."""

from collections.abc import Callable
from datetime import date

import pytest

from index import Filters
from service.assistant import ExtractiveAssistant
from service.conditions import Unmet
from service.disagreement import Clash, disagreements
from service.question import understood
from service.selection import Picked, Read
from service.work import Worked

Told = Callable[..., Picked]
WARNED = "Region Østfjorden udsendte den {} oktober 2023 en tidlig varsling om tilbuddet Fyrtårnet."
OTHER = {"number": 9, "group": 9, "document": "dagsorden", "held": date(2023, 11, 16)}


def found(*told: Picked, read: tuple[Picked, ...] = ()) -> list[Clash]:
    """The disagreements where `told` is told and `read` was read with it."""
    sections: list[Read] = [(one.section, one.pieces) for one in (*told, *read)]
    return disagreements(Worked(understood("Hvornår?"), (), (), sections, told, Unmet()))


def values(clashes: list[Clash]) -> list[tuple[str, str]]:
    return [(clash.conflict.value, clash.conflict.against) for clash in clashes]


def test_another_source_that_says_otherwise_is_told_with_its_place(told: Told) -> None:
    one, other = told(WARNED.format("30.")), told(WARNED.format("3."), **OTHER)

    (clash,) = found(one, read=(other,))

    assert values([clash]) == [("30. oktober 2023", "3. oktober 2023")]
    assert clash.told is one
    assert clash.other
    assert clash.other.section is other.section


def test_the_reader_is_told_both_values_and_where_each_stands(told: Told) -> None:
    one, other = told(WARNED.format("30.")), told(WARNED.format("3."), **OTHER)

    (clash,) = found(one, read=(other,))
    assert clash.other
    said = clash.sentence([one, clash.other])

    assert said.citations == (1, 2)
    assert said.text == (
        "Kilderne er uenige: kilde 1 skriver „30. oktober 2023“, kilde 2 skriver „3. oktober 2023“."
    )


def test_two_sources_that_are_both_told_disagree_once(told: Told) -> None:
    one, other = told(WARNED.format("30.")), told(WARNED.format("3."), **OTHER)

    assert values(found(one, other)) == [("30. oktober 2023", "3. oktober 2023")]


def test_a_source_that_is_told_anyway_is_the_same_source(told: Told) -> None:
    one, other = told(WARNED.format("30.")), told(WARNED.format("3."), **OTHER)

    assert found(one, other)[0].other is other


def test_only_what_differs_is_quoted_of_the_other_source(told: Told) -> None:
    one = told(WARNED.format("30."))
    other = told(f"Mødet blev åbnet. {WARNED.format('3.')} Der var kaffe.", **OTHER)

    (clash,) = found(one, read=(other,))

    assert clash.other
    assert [piece.unit.told for piece in clash.other.pieces] == [WARNED.format("3.")]


def test_sources_that_agree_are_no_disagreement(told: Told) -> None:
    same = told(WARNED.format("30."), **OTHER)

    assert found(told(WARNED.format("30.")), read=(same,)) == []


@pytest.mark.parametrize("standing", ["struck", "proposed"])
def test_struck_and_proposed_text_disagrees_with_nothing(told: Told, standing: str) -> None:
    one = told(WARNED.format("30."))
    other = told(WARNED.format("3."), **OTHER, **{standing: True})

    assert found(one, read=(other,)) == []
    assert found(other, read=(one,)) == []


def test_what_is_not_told_of_a_section_is_not_compared(told: Told) -> None:
    whole = told(f"Mødet blev åbnet. {WARNED.format('30.')}")
    opening = Picked(whole.section, whole.pieces[:1], 1.0)

    assert found(opening, read=(told(WARNED.format("3."), **OTHER),)) == []


def test_parts_that_do_not_add_up_are_told_of_their_source_alone(told: Told) -> None:
    one = told("Der er 9 pladser, fordelt på 6 til unge og 5 til voksne.")

    (clash,) = found(one)

    assert clash.other is None
    assert clash.sentence([one]).citations == (1,)
    assert "kilde 1" in clash.sentence([one]).text
    assert "9 pladser" in clash.sentence([one]).text


def test_an_answer_cites_no_place_twice(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask(
        "Hvordan forløb sagen om Fyrtårnet fra varslingen i 2023 til foråret 2025?", Filters()
    )

    places = [(cited.document_id, cited.start, cited.end) for cited in answer.citations]
    assert len(places) == len(set(places))
    assert answer.text.count("Kilderne er uenige") == 1
    assert "30. oktober 2023" in answer.text
