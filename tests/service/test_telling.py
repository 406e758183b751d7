"""An answer's text: what must be known first, then each source's own words."""

from collections.abc import Callable
from datetime import date

import pytest

from index import Hit, Kind, Passage, Status
from service import texts
from service.answer import Outcome, Sentence
from service.citing import citation
from service.conditions import Unmet
from service.question import understood
from service.selection import Picked
from service.telling import quoted, standing, text, words
from service.units import sections
from service.weighing import Weighed
from service.work import Worked

Told = Callable[..., Picked]
AGREEMENT = {
    "kind": Kind.STYRINGSAFTALE,
    "title": "Styringsaftale",
    "edition": "2025-2026",
    "punkt": None,
    "held": None,
    "section": "5.3 Overskud",
}


def lines(
    question: str,
    *picked: Picked,
    without_outcome: bool = False,
    hits: tuple[Hit, ...] = (),
) -> list[str]:
    """What is said of the state of things before the sources."""
    sections = [(one.section, one.pieces) for one in picked]
    asked = understood(question)
    said = standing(Worked(asked, hits, (), sections, picked, Unmet(), without_outcome))
    assert not any(sentence.citations or sentence.label for sentence in said)
    return [sentence.text for sentence in said]


def test_every_source_is_told_in_its_own_words_with_its_label(told: Told) -> None:
    one = told("Gruppen godkendte taksten.")

    said = quoted(one, citation(2, one, {}.get))

    label = "Styregruppen 22. maj 2025, punkt 6, Takster – besluttet:"
    assert said == Sentence("Gruppen godkendte taksten.", (2,), label)


def test_a_text_has_labels_and_the_numbers_of_sources() -> None:
    said = [Sentence("Kun et udkast.", ()), Sentence("Godkendt.", (1, 2), "Mødet – besluttet:")]

    assert text(said) == "Kun et udkast.\n\nMødet – besluttet:\nGodkendt. [1] [2]"


def test_pieces_are_told_as_they_stand_with_a_mark_where_some_are_left_out(told: Told) -> None:
    whole = told("Taksten stiger. Mødet var kort.\nFristen er i maj. Prisen er høj.")
    first, _, third, fourth = whole.pieces

    said = words(Picked(whole.section, (first, third, fourth), 1.0))

    assert said == f"Taksten stiger. {texts.DELETED_PART} Fristen er i maj. Prisen er høj."
    assert words(whole) == whole.section.text


def test_rows_are_told_a_line_each_and_none_twice(passage: Callable[..., Passage]) -> None:
    (section,) = sections([passage(1, "Tilbud\nA 12\nB 14", rows=["A 12", "B 14"])])
    a, b = (Weighed(unit, 0.0, {}) for unit in section.units)

    assert words(Picked(section, (a, b), 1.0)) == "Takst: A 12\nTakst: B 14"
    assert words(Picked(section, (a, a), 1.0)) == "Takst: A 12"


AGENDA = texts.AGENDA_ONLY.format(held="22. maj 2025")


def test_of_an_agenda_it_is_said_that_the_decision_is_not_known(told: Told) -> None:
    case = told("Taksten er lav.", section="Sagsfremstilling", agenda_only=True)
    asked = told("Det indstilles, at taksten stiger.", section="Indstilling", agenda_only=True)

    assert lines("Hvad blev besluttet om taksten?", case) == [AGENDA]
    assert lines("Hvad er taksten?", asked) == [AGENDA]
    assert lines("Hvad er taksten?", case) == []


def test_an_annex_of_an_agenda_is_no_agenda(told: Told) -> None:
    annex = told("Taksten er lav.", section=None, annex="Takstbilag", agenda_only=True)

    assert lines("Hvad blev besluttet om taksten?", annex) == []


@pytest.mark.parametrize("said", ["Der var en god snak.", "Taksten blev drøftet."])
def test_minutes_without_a_decision_are_not_passed_off_as_one(told: Told, said: str) -> None:
    assert lines("Hvad blev besluttet om taksten?", told(said)) == [texts.NOTHING_DECIDED]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvad blev besluttet om taksten?", "Gruppen godkendte taksten."),
        ("Hvad blev besluttet om taksten?", "Taget til efterretning."),
        ("Hvad blev besluttet om taksten?", "Der var opbakning til taksten."),
        ("Hvad mente gruppen om taksten?", "Taksten blev drøftet."),
        ("Hvad er taksten?", "Taksten blev drøftet."),
    ],
)
def test_no_decision_is_missed_where_there_is_one_or_none_is_asked_for(
    told: Told, question: str, said: str
) -> None:
    assert lines(question, told(said)) == []


def test_an_item_without_an_outcome_has_no_decision(told: Told) -> None:
    case = told("Taksten er lav.", section="Sagsfremstilling")
    question = "Hvad blev besluttet om taksten?"

    assert lines(question, case, without_outcome=True) == [texts.NOTHING_DECIDED]
    assert lines(question, case) == []


def test_a_first_reading_is_no_adoption(told: Told) -> None:
    first = told("Gruppen godkendte aftalen.", item_title="Første behandling af aftalen")
    second = told("Gruppen godkendte aftalen.", item_title="Anden behandling af aftalen")

    assert lines("Er aftalen vedtaget?", first) == [texts.FIRST_READING.format(held="22. maj 2025")]
    assert lines("Er aftalen vedtaget?", second) == []


def test_agreeing_is_no_answer_to_whether_it_was_decided(told: Told) -> None:
    agreed = told("Der var opbakning til taksten.")

    assert lines("Blev taksten vedtaget?", agreed) == [texts.NOTHING_DECIDED]


def test_a_decision_of_another_meeting_than_asked_for_is_called_so(told: Told) -> None:
    one = told("Gruppen godkendte taksten.")

    asked = "Hvad blev besluttet om taksten på mødet den {}?"

    assert lines(asked.format("3. maj 2022"), one) == [
        texts.OTHER_MEETING.format(asked="3. maj 2022", held="22. maj 2025")
    ]
    assert lines(asked.format("22. maj 2025"), one) == []


def hit(passage: Passage) -> Hit:
    return Hit(passage, 1.0, ("lexical",))


def test_an_agreement_that_is_only_a_draft_here_is_called_so(
    told: Told, passage: Callable[..., Passage]
) -> None:
    draft = hit(passage(1, "Op til 3 pct.", **AGREEMENT, status=Status.UDKAST))
    adopted = hit(passage(9, "Op til 5 pct.", **AGREEMENT, status=Status.VEDTAGET))
    one = told("Op til 3 pct.", **AGREEMENT, status=Status.UDKAST)
    said = [texts.ONLY_DRAFT.format(title="Styringsaftale")]

    assert lines("Er aftalen vedtaget?", one, hits=(draft,)) == said
    assert lines("Er aftalen vedtaget?", one, hits=(draft, adopted)) == []
    assert lines("Hvad siger aftalen?", one, hits=(draft,)) == []


def test_what_a_quote_is_stands_in_its_label(told: Told) -> None:
    case = told("Taksten er lav.", section="Sagsfremstilling", held=date(2024, 4, 4))
    cited = citation(1, case, {}.get)

    assert cited.outcome is Outcome.CASE
    assert (
        quoted(case, cited).label
        == "Styregruppen 4. april 2024, punkt 6, Takster – sagsfremstilling, ikke beslutning:"
    )
