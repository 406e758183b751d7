"""What a question measures, and whether a text gives a figure of that."""

import pytest

from service.measure import Measure, Of, measure


@pytest.mark.parametrize(
    ("question", "of", "nouns"),
    [
        ("Hvor mange pladser er der?", Of.COUNT, ("plads",)),
        ("Hvad er antallet af ansatte i 2024?", Of.COUNT, ("ansat",)),
        ("Hvor mange penge blev der brugt?", Of.MONEY, ()),
        ("Hvad kostede tilsynet i 2023?", Of.MONEY, ()),
        ("Hvad er taksten for aflastning?", Of.MONEY, ()),
        ("Hvor stor en andel betaler kommunen?", Of.SHARE, ()),
        ("Hvor mange procent blev taksten hævet?", Of.SHARE, ()),
        ("Hvad var belægningen på Birkegården?", Of.ANY, ()),
    ],
)
def test_a_question_for_a_figure_says_of_what(
    question: str, of: Of, nouns: tuple[str, ...]
) -> None:
    found = measure(question)

    assert found
    assert (found.of, found.nouns) == (of, nouns)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om pladser?",
        "Er der mange pladser?",
        "Hvorfor koster det så meget?",
        "Hvem betaler, og hvad er taksten?",
        "Hvordan beregnes taksten?",
        "Hvornår skal takster indmeldes?",
        "Der er mange pladser. Er der hvor mange der skal være?",
    ],
)
def test_a_yes_or_no_a_rule_or_a_reason_is_no_figure(question: str) -> None:
    assert measure(question) is None


def given(question: str, text: str, around: str = "") -> bool:
    found = measure(question)
    assert isinstance(found, Measure)
    return found.given(text, around)


@pytest.mark.parametrize(
    "text",
    [
        "Der er 16 pladser.",
        "Fyrtårnet har tolv pladser.",
        "Antallet af døgnpladser er 12.",
        "Der var 63 tomme pladser.",
    ],
)
def test_a_count_is_given_by_a_figure_of_what_is_counted(text: str) -> None:
    assert given("Hvor mange pladser er der?", text)


@pytest.mark.parametrize(
    "text",
    [
        "Der er mange pladser.",
        "Der er 46 medarbejdere.",
        "I 2024 var der pladser nok.",
        "Pladser efter § 107 visiteres.",
        "Taksten er 512 kr. og betales af kommunen. Der er ledige pladser.",
    ],
)
def test_any_other_figure_is_no_count_of_it(text: str) -> None:
    assert not given("Hvor mange pladser er der?", text)


def test_what_an_english_question_counts_may_have_any_danish_name() -> None:
    assert given("How many places does Fyrtårnet have?", "Fyrtårnet har 16 pladser.")
    assert not given("How many places does Fyrtårnet have?", "Fyrtårnet har pladser.")


def test_what_is_counted_may_stand_in_the_heading() -> None:
    assert given("Hvor mange pladser er der?", "Fyrtårnet: 16", "Pladser i tilbuddene")


def test_the_questions_own_figures_answer_nothing() -> None:
    question = "Hvad er taksten for et tilbud med 25 pladser?"

    assert not given(question, "Taksten for 25 pladser i kr. aftales.")
    assert given(question, "Taksten for 25 pladser er 512 kr.")


def test_money_is_given_in_kroner_or_as_a_share() -> None:
    question = "Hvad koster en plads?"

    assert given(question, "Prisen er 48.540 kr. om året.")
    assert given(question, "Tillægget er 80 pct. af taksten.")
    assert given(question, "10-29 pladser: 750", "Tilsyn, kr.")
    assert not given(question, "Der er 16 pladser.")


def test_a_share_needs_a_figure_of_shares() -> None:
    question = "Hvor mange procent overføres?"

    assert given(question, "Op til 5 pct. af omsætningen overføres.")
    assert not given(question, "Der overføres 5 mio. kr.")


@pytest.mark.parametrize("question", ["Birkegårdens døgntakst i 2025?", "takst for tilsyn 2023?"])
def test_a_figure_is_asked_for_without_a_verb_too(question: str) -> None:
    found = measure(question)

    assert found is not None
    assert found.of is Of.MONEY


@pytest.mark.parametrize(
    "question",
    [
        "Did they approve the takstbilag in 2022?",
        "takst høretab",
        "Tog de taksten til efterretning?",
    ],
)
def test_an_amount_in_another_question_is_none(question: str) -> None:
    assert measure(question) is None


def test_a_surplus_is_no_deficit() -> None:
    sought = measure("Hvor stort var Birkegårdens underskud i 2023?")

    assert sought is not None
    assert not sought.given("Regnskabet viser et overskud på 0,4 mio. kr.", "")
    assert sought.given("Regnskabet viser et merforbrug på 0,4 mio. kr.", "")
    assert sought.given("Regnskabet viser 0,4 mio. kr.", "Underskud")
