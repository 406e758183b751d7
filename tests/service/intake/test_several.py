"""Which questions can be asked alone."""

import pytest

from service.intake.several import separate


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Hvem er formand? Hvornår er næste møde? Hvad koster Kompasrosen?",
            ("Hvem er formand?", "Hvornår er næste møde?", "Hvad koster Kompasrosen?"),
        ),
        (
            "hvem er formand\nhvornår er næste møde",
            ("hvem er formand", "hvornår er næste møde"),
        ),
        (
            "1. Hvad er trækningsret?\n2. Hvem kan bruge TKO?",
            ("Hvad er trækningsret?", "Hvem kan bruge TKO?"),
        ),
        (
            "Hej. Jeg har to spørgsmål: Hvem er formand? Hvad er trækningsret? Tak for hjælpen",
            ("Hvem er formand?", "Hvad er trækningsret?"),
        ),
        (
            "Hvornår åbner Solsikkehuset? Hvad koster det? Hvem er formand for FU?",
            ("Hvornår åbner Solsikkehuset? Hvad koster det?", "Hvem er formand for FU?"),
        ),
        (
            "What is the rate at Kompasrosen? Who chairs the steering group?",
            ("What is the rate at Kompasrosen?", "Who chairs the steering group?"),
        ),
    ],
)
def test_separate_questions_are_told_apart(text: str, parts: tuple[str, ...]):
    assert separate(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Hvad koster Solsikkehuset, og hvor mange pladser er der?",
        "Vi vil nedlægge tre pladser. Hvor oplyser vi det? Hvem godkender?",
        "Kan vi få dispensation? Vi når ikke fristen.",
        "Hvad er fristen for indmelding? Og hvem godkender den?",
        "Blev guiden godkendt? Hvorfor ikke?",
        "Er taksten vedtaget? Hvis ja, hvornår?",
        "Hvem betaler? Kommunen eller regionen?",
        "Hvad blev besluttet den 5.9.2024? Hvem deltog?",
        "Hvor mange pladser har Birkegården? Hvad er belægningen?",
        "Hvad betyder “hvem betaler?” i guiden?",
        "What is the rate at Kompasrosen? When was it approved?",
    ],
)
def test_a_question_with_its_background_or_what_leans_on_it_stays_one(text: str):
    assert separate(text) == (text,)


def test_nothing_asks_nothing():
    assert separate("") == ()
