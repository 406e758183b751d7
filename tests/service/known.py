"""What the assistant is known not to do yet: a test of each stands, and must fail until it does."""

# The test, what its case is called, and what holds it back.
WEAKNESSES = (
    ("test_a_question_about_the_system_", "lavet dig", "some words of it stand in the documents"),
    ("test_something_quite_different_", "vejret", "some words of it stand in the documents"),
    ("test_what_is_advised_", "", "another annex has more of the question's words"),
    ("test_an_annex_known_by_name_", "sygefrav", "the item on the annex is told in its place"),
    ("test_a_rule_of_a_draft_", "Hvor stort", "what the meeting said of the rule is told"),
    ("test_the_edition_in_force_", "efter den g", "what the meeting said of the rule is told"),
    ("test_a_figure_of_another_place_", "2020", "nothing near the figure names its place"),
    ("test_a_year_asked_for_without_", "", "another figure of that year is near"),
    ("test_sources_that_disagree_", "Hvilken dag", "neither date's sentence is chosen"),
    ("test_sources_that_disagree_", "underskud i 2023", "a forecast is chosen for the result"),
    ("test_sources_that_disagree_", "pladser havde", "a row and a sentence share too few words"),
    ("test_another_items_decision_", "ejendom", "another decision has some of the words"),
)


def reason(test: str) -> str | None:
    """Why the test named `test` fails; `None` where it must pass."""
    return next((why for name, case, why in WEAKNESSES if name in test and case in test), None)
