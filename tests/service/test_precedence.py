"""What is told first: outcomes before recommendations, what is in force before what it replaced."""

from collections.abc import Callable

import pytest

from index import Kind, Status
from service.precedence import BARE, in_order
from service.question import understood
from service.selection import Picked, Read
from service.units import Section

Made = Callable[..., Read]
DECISION = understood("Hvad blev besluttet om taksten?")
RULE = understood("Hvad er taksten?")
COURSE = understood("Hvordan forløb sagen, og hvad blev besluttet? Fortæl om forløbet.")
LONG = f"Gruppen besluttede, at taksten stiger med {'meget ' * 30}i 2026."


def whole(read: Read) -> Picked:
    return Picked(read[0], tuple(read[1]), 0.5)


def order(found: list[Picked]) -> list[Section]:
    return [one.section for one in found]


@pytest.fixture
def outcome(read: Made) -> Read:
    return read(LONG, 1.0, number=9)


@pytest.fixture
def recommended(read: Made) -> Read:
    return read("Det indstilles, at taksten stiger.", 3.0, number=5, section="Indstilling")


@pytest.fixture
def case(read: Made) -> Read:
    return read("Taksten har været uændret.", 2.0, number=2, section="Sagsfremstilling")


def test_a_decision_asked_for_is_told_before_what_was_recommended(
    outcome: Read, recommended: Read
) -> None:
    found = in_order(DECISION, [whole(recommended)], [recommended, outcome])

    assert order(found) == [outcome[0], recommended[0]]


def test_a_recommendation_gives_way_whatever_is_asked(outcome: Read, recommended: Read) -> None:
    found = in_order(RULE, [whole(recommended)], [recommended, outcome])

    assert order(found) == [outcome[0], recommended[0]]


def test_where_no_decision_is_asked_for_the_case_stays_first(outcome: Read, case: Read) -> None:
    assert order(in_order(RULE, [whole(case)], [case, outcome])) == [case[0]]


def test_the_outcome_of_another_item_is_not_put_first(read: Made, recommended: Read) -> None:
    other = read(LONG, 4.0, number=20, group=2)

    assert order(in_order(DECISION, [whole(recommended)], [recommended, other])) == [recommended[0]]


def test_an_outcome_is_told_once(outcome: Read, case: Read) -> None:
    found = in_order(DECISION, [whole(case), whole(outcome)], [case, outcome])

    assert order(found) == [outcome[0], case[0]]


def test_a_bare_outcome_is_told_with_what_it_is_the_outcome_of(
    read: Made, recommended: Read, case: Read
) -> None:
    bare = read("Godkendt.", 1.0, number=9)

    found = in_order(DECISION, [whole(bare), whole(case)], [case, recommended, bare])

    assert order(found) == [bare[0], recommended[0], case[0]]


def test_an_outcome_that_says_it_all_needs_no_recommendation(
    outcome: Read, recommended: Read
) -> None:
    assert len(LONG) > BARE
    assert order(in_order(DECISION, [whole(outcome)], [recommended, outcome])) == [outcome[0]]


def test_an_outcome_that_decides_nothing_is_told_with_what_was_asked_for(
    read: Made, recommended: Read
) -> None:
    talk = read(f"Gruppen drøftede taksten {'længe ' * 40}på mødet.", 1.0, number=9)

    found = in_order(DECISION, [whole(talk)], [recommended, talk])

    assert order(found) == [talk[0], recommended[0]]


def test_of_an_agenda_the_recommendation_is_first(read: Made) -> None:
    case = read("Taksten er lav.", 3.0, number=2, section="Sagsfremstilling", agenda_only=True)
    asked = read(
        "Det indstilles, at taksten stiger.", 1.0, number=5, section="Indstilling", agenda_only=True
    )

    found = in_order(DECISION, [whole(case)], [case, asked])

    assert order(found) == [asked[0], case[0]]


def test_an_annex_stays_what_it_is(read: Made, outcome: Read) -> None:
    annex = read("Taksten er 512 kr.", 3.0, number=12, annex="Takstbilag")

    assert order(in_order(DECISION, [whole(annex)], [annex, outcome])) == [annex[0]]


def test_a_course_of_events_stays_in_the_order_of_time(outcome: Read, recommended: Read) -> None:
    found = in_order(COURSE, [whole(recommended)], [recommended, outcome])

    assert order(found) == [recommended[0]]


@pytest.fixture
def edition(read: Made) -> Callable[..., Picked]:
    def made(
        number: int,
        edition: str,
        status: Status = Status.VEDTAGET,
        heading: str = "5.3 Overskud",
    ) -> Picked:
        place = {"kind": Kind.STYRINGSAFTALE, "punkt": None, "item_title": None, "held": None}
        section = {
            "document": edition,
            "headings": (heading,),
            "status": status,
            "edition": edition,
        }
        return whole(read("Op til 5 pct.", 1.0, number=number, **place, **section))

    return made


def test_the_adopted_edition_is_told_before_a_newer_draft(
    edition: Callable[..., Picked],
) -> None:
    draft, adopted = edition(1, "2025-2026", Status.UDKAST), edition(5, "2023-2024")

    assert in_order(RULE, [draft, adopted], []) == [adopted, draft]


def test_of_adopted_editions_the_newest_is_first(edition: Callable[..., Picked]) -> None:
    old, new = edition(1, "2021-2022"), edition(5, "2023-2024")

    assert in_order(RULE, [old, new], []) == [new, old]


def test_a_question_for_a_year_leaves_the_editions_in_their_order(
    edition: Callable[..., Picked],
) -> None:
    old, new = edition(1, "2021-2022"), edition(5, "2023-2024")

    assert in_order(understood("Hvad var reglen i 2021?"), [old, new], []) == [old, new]


def test_the_adopted_rule_is_told_before_that_of_the_draft_though_it_was_not_picked(
    edition: Callable[..., Picked],
) -> None:
    draft, adopted = edition(1, "2025-2026", Status.UDKAST), edition(5, "2023-2024")
    read = [(one.section, one.pieces) for one in (draft, adopted)]

    found = order(in_order(RULE, [draft], read))

    assert found == [adopted.section, draft.section]
    assert order(in_order(understood("Hvad siger udkastet?"), [draft], read)) == [draft.section]


def test_another_rule_of_the_adopted_edition_is_not_told_with_a_drafts(
    edition: Callable[..., Picked],
) -> None:
    draft = edition(1, "2025-2026", Status.UDKAST)
    other = edition(5, "2023-2024", heading="6.1 Høring")

    found = in_order(RULE, [draft], [(one.section, one.pieces) for one in (draft, other)])

    assert order(found) == [draft.section]


def test_what_is_no_agreement_keeps_its_place(edition: Callable[..., Picked], case: Read) -> None:
    draft, adopted = edition(1, "2025-2026", Status.UDKAST), edition(5, "2023-2024")

    assert in_order(RULE, [draft, whole(case), adopted], []) == [adopted, whole(case), draft]


def test_nothing_picked_has_no_order() -> None:
    assert in_order(DECISION, [], []) == []
