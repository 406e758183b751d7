"""Which questions are about one person's private matters."""

import pytest

from service.intake.person import asks_of_person


@pytest.mark.parametrize(
    "text",
    [
        "Hvem er borger A?",
        "Hvad skete der med barnet i sagen?",
        "Hvad fejler den unge i sagen?",
        "Har Mette Hansen en diagnose?",
        "Hvilket botilbud bor Peter Sørensen på?",
        "Does Anna Nielsen have a diagnosis?",
    ],
)
def test_one_person_is_asked_about(text: str):
    assert asks_of_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad betaler en borger på et § 107-tilbud?",
        "Hvad mente Erik Mølby om autisme?",
        "Hvem er Erik Mølby?",
        "Hvad koster Centerhuset Lyngen for en borger med autisme?",
        "Hvor mange borgere i Sundmark Kommune har autisme?",
        "Hvad betyder model B for borgerne?",
    ],
)
def test_a_rule_an_official_and_a_number_of_people_are_not(text: str):
    assert not asks_of_person(text)
