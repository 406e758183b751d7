import pytest

from service.errors import QuestionRefused
from service.question import MAX_QUESTION, Wanted, understood


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b\u200d", "\0"])
def test_a_question_without_text_is_refused(text: str) -> None:
    with pytest.raises(QuestionRefused, match="Skriv et spørgsmål"):
        understood(text)


@pytest.mark.parametrize("text", ["???", "!!! …", "🙂🙂", "- –"])
def test_a_question_without_words_is_refused(text: str) -> None:
    with pytest.raises(QuestionRefused, match="ingen ord"):
        understood(text)


def test_a_question_of_10000_characters_is_refused_with_its_length() -> None:
    with pytest.raises(QuestionRefused, match=f"10000 tegn.*{MAX_QUESTION}"):
        understood("a" * 10_000)


def test_the_longest_question_is_taken() -> None:
    assert len(understood("a" * MAX_QUESTION).text) == MAX_QUESTION


def test_white_space_and_control_characters_become_single_spaces() -> None:
    assert understood(" Hvad\r\n blev\x00besluttet? ").text == "Hvad blev besluttet?"


def test_decomposed_letters_are_composed() -> None:
    assert understood("A\u030aben").text == "Åben"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hvor mange pladser er der?", {Wanted.FIGURE}),
        ("Hvornår er fristen?", {Wanted.MOMENT}),
        ("Hvem sørger for det?", {Wanted.PERSON}),
        ("Hvorfor stiger udgiften?", {Wanted.REASON}),
        ("Hvad er et botilbud?", {Wanted.DEFINITION}),
        ("Hvilke initiativer hører under fokusområde 2?", {Wanted.LIST}),
        ("Hvem skal kommunen spørge?", {Wanted.PERSON, Wanted.RULE}),
        ("Må et tilbud overbelægges?", {Wanted.RULE, Wanted.YES_OR_NO}),
        ("Fortæl om Fyrtårnet", set()),
    ],
)
def test_the_words_tell_what_is_wanted(text: str, wanted: set[Wanted]) -> None:
    assert understood(text).wanted == wanted


def test_an_amount_is_asked_for_as_a_figure_unless_as_a_decision_or_a_moment() -> None:
    assert Wanted.FIGURE in understood("Hvad er taksten?").wanted
    assert Wanted.FIGURE not in understood("Hvad blev besluttet om taksten?").wanted
    assert Wanted.FIGURE not in understood("Hvornår skal takster indmeldes?").wanted


@pytest.mark.parametrize("text", ["Er aftalen vedtaget?", "Hvad gælder nu?", "Is it adopted?"])
def test_questions_for_the_standing_of_a_rule(text: str) -> None:
    assert understood(text).standing


def test_years_are_read_but_not_those_of_an_edition() -> None:
    asked = understood("Hvad siger styringsaftalen 2025-2026 om taksten i 2024?")

    assert asked.years == ("2024",)


@pytest.mark.parametrize(
    "text", ["Blev guiden godkendt?", "Tog de det til efterretning?", "Hvad skete der med X?"]
)
def test_questions_for_what_a_meeting_did(text: str) -> None:
    assert understood(text).decision


def test_a_question_for_a_rule_is_not_one_for_a_decision() -> None:
    assert not understood("Hvornår skal takster indmeldes?").decision


def test_a_course_of_events_and_deleted_rules_are_recognised() -> None:
    assert understood("Hvordan var forløbet fra 2021 til 2025?").course
    assert understood("Hvordan er belægningen ændret over tid?").course
    assert understood("Hvilke regler blev slettet?").deleted


def test_an_item_and_a_draft_that_are_asked_for_are_recognised() -> None:
    assert understood("Hvad blev besluttet under punkt 7?").punkt == "7"
    assert understood("Hvad siger udkastet til aftalen?").draft
    plain = understood("Hvad siger aftalen?")
    assert (plain.punkt, plain.draft) == (None, False)


def test_names_are_read_inside_sentences_but_months_are_none() -> None:
    asked = understood("Hvornår mødtes Styregruppen i Fjordby? Var det i Maj eller i Åkirke?")

    assert asked.names == ("Styregruppen", "Fjordby", "Åkirke")
