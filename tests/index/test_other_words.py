"""The passage is found in the reader's words: everyday, misspelt, apart, English, abbreviated.

The questions are invented. The first sixteen were written before any of them was searched.
"""

import re

import pytest

from index import Filters, Hit, Index

FIRST = 5
# A question, and what stands in the passage that answers it.
EVERYDAY = [
    ("Hvad koster det pr. døgn at bo på Solsikkehuset?", "2.318 kr. pr. døgn"),
    ("Hvad gør jeg, hvis borgeren er utilfreds med afgørelsen?", "Klagefristen er fire uger"),
    ("Hvor lang tid er der til at skrive under på kontrakten?", "14 dage efter indflytning"),
    ("Hvad skal beboeren selv have penge op af lommen til?", "Borgeren betaler selv for mad"),
    ("Hvor hurtigt kommer TKO tilbage til mig?", "Tilbagemelding fra TKO tre hverdage"),
    ("Hvor ofte skal jeg tjekke op på, om opholdet stadig passer?", "mindst hver sjette måned"),
    ("Hvad gør man, når tre steder har sagt nej til borgeren?", "afslag fra mindst tre tilbud"),
    ("Hvor mange vagter tog vikarerne i 2020?", "5.830 vagter"),
    ("Er vikarkorpset blevet billigere end vikarbureauerne?", "den samlede udgift er steget"),
    ("Må et botilbud lægge underskuddet oveni prisen?", "Et underskud indregnes i taksten"),
    ("Hvad sker der med regningen, når en beboer dør?", "Ved borgerens dødsfald"),
    ("Hvem skriver jeg til for at finde en ledig plads?", "hjælp til at finde en plads, tko@"),
    ("Hvor længe skal nyansatte uden uddannelse på kursus?", "introduktionsforløb på fem dage"),
    ("Hvor mange af de ansatte mangler en uddannelse?", "28 pct. af medarbejderne"),
    ("Hvor længe kan man låne personale af hinanden?", "udlåne medarbejdere til hinanden"),
    ("Hvor mange gange kom tilsynet uden at sige det først?", "308 var uanmeldte"),
]


def telling(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def first(index: Index, question: str) -> list[Hit]:
    return index.search(question, Filters(), FIRST)


def found(index: Index, question: str, quote: str) -> bool:
    """Whether the passage is among the first."""
    return any(quote in telling(hit.passage.text) for hit in first(index, question))


def test_everyday_questions_find_their_passage(index: Index) -> None:
    missed = [question for question, quote in EVERYDAY if not found(index, question, quote)]

    assert len(EVERYDAY) - len(missed) >= 12, missed


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        # the draft writes "trækingsret" and "underskudsdekning"
        ("trækningsret i udkastet", "En kommune med trækingsret"),
        ("fælles underskudsdækning i udkastet", "underskudsdekning mellem driftsherrerne"),
        # the guide writes "standartkontrakten" beside the right word
        ("økonomiafdelingen underskriver standardkontrakten", "standartkontrakten"),
    ],
)
def test_a_documents_misspelling_is_found_by_the_right_word(
    index: Index, question: str, quote: str
) -> None:
    assert found(index, question, quote)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("tilægsydelse", "En tillægsydelse er støtte"),
        ("hvad er en trækninsret", "Ved trækningsret betaler en kommune"),
        ("permannent ændring af antal pladser", "Permanent ændring i antal pladser"),
        ("midlertidig overbelægnng", "Midlertidig overbelægning"),
        ("mediciinhåndtering fejl", "fejl eller mangler i medicinhåndteringen"),
        ("standardkontrackt", "Køb af en plads aftales i en standardkontrakt"),
    ],
)
def test_a_misspelt_question_is_understood(index: Index, question: str, quote: str) -> None:
    assert found(index, question, quote)


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("belaegning paa doegntilbud", "belægning på døgntilbud"),
        ("overgangen til voksenomraadet", "overgangen til voksenområdet"),
        ("Birkegaarden", "Birkegården"),
        ("laengerevarende botilbud til aeldre", "længerevarende botilbud til ældre"),
    ],
)
def test_words_without_danish_letters_find_what_those_with_them_find(
    index: Index, question: str, same: str
) -> None:
    written = {hit.passage.id for hit in first(index, question)}

    assert first(index, same)[0].passage.id in written


@pytest.mark.parametrize(
    ("apart", "quote"),
    [
        ("fælles vikar korps", "Det fælles vikarkorps har været i drift"),
        ("budgetteret belægning af døgn tilbud", "Døgntilbud budgetteres med en belægning"),
        ("hvad siger medicin instruksen", "gennemgår deres medicininstruks"),
        ("årlig opgørelse af takst udviklingen", "en opgørelse af takstudviklingen"),
    ],
)
def test_compounds_written_apart_are_found(index: Index, apart: str, quote: str) -> None:
    assert found(index, apart, quote)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How much is a place at Kompasrosen per day?", "Taksten er 3.045 kr. pr. døgn"),
        ("Who pays when the resident is absent?", "Er borgeren midlertidigt fraværende"),
        ("Which deadline applies for a complaint?", "Klagefristen er fire uger"),
        ("How many unannounced inspection visits were there in 2023?", "308 var uanmeldte"),
    ],
)
def test_english_questions_find_danish_passages(index: Index, question: str, quote: str) -> None:
    assert found(index, question, quote)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("TKO", "Tværkommunal Koordinering"),
        ("FU", "Forretningsudvalget"),
        ("SGS", "Styregruppe Social"),
    ],
)
def test_abbreviations_are_learnt_from_the_documents(index: Index, short: str, long: str) -> None:
    with index.snapshot() as state:
        meant = {concept.term for concept in state.asked(short, Filters()).concepts}

    assert long in meant


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Kan FU give dispensation fra fristen?", "kan Forretningsudvalget give dispensation"),
        ("Hvad får Forretningsudvalget kompetence til at godkende?", "FU får kompetence"),
    ],
)
def test_short_and_long_form_find_each_other(index: Index, question: str, quote: str) -> None:
    assert found(index, question, quote)
