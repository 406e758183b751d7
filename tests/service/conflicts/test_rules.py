from service.conflicts.rules import excepted
from service.conflicts.stated import Stated

YEARLY = "Takster kan reguleres én gang årligt i forbindelse med budgettet."
WITHIN = "Et tilbud, som ønsker at ændre taksten i løbet af året, spørger styregruppen."


def test_a_rule_and_what_another_place_allows_are_both_told() -> None:
    found = excepted(Stated(WITHIN), Stated(YEARLY))

    assert found is not None
    assert (found.value, found.against) == ("i løbet af året", "én gang årligt")


def test_rules_of_two_editions_are_not_compared() -> None:
    one, two = Stated(YEARLY, edition="2023-2024"), Stated(WITHIN, edition="2025-2026")

    assert excepted(one, two) is None


def test_another_thing_that_changes_within_the_year_breaks_no_rule() -> None:
    other = "Et tilbud, som ønsker at ændre antallet af pladser i løbet af året, spørger først."

    assert excepted(Stated(YEARLY), Stated(other)) is None
