"""A text names a subject by its words, their compounds, the fagordbog's words or Danish ones."""

from collections.abc import Iterator

import pytest

from index import OPEN_ONLY, Index, Snapshot


@pytest.fixture(scope="module")
def state(index: Index) -> Iterator[Snapshot]:
    with index.snapshot() as made:
        yield made


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("takster", "Taksten stiger."),
        ("takster", "Nyt fælles takstskema fra 2026"),
        ("Fyrtårnet", "Opfølgning på Fyrtårnets økonomi"),
        ("tomme pladser", "Der er mange pladser, som står tomme."),
        ("autisme", "Opfølgning på autismespektrumforstyrrelser"),
        ("styringsaftalen", "Første behandling af Styringsaftale 2025-2026"),
        ("udviklingshæmning", "Borgere med mental retardering"),
    ],
)
def test_a_text_names_a_subject(state: Snapshot, subject: str, text: str) -> None:
    assert state.subject(subject, OPEN_ONLY, english=False).named_in(text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("tomme pladser", "Antallet af pladser falder."),
        ("takster", "Godkendelse af dagsorden"),
        ("takstskema", "Taksten stiger."),
        ("", "Taksten stiger."),
    ],
)
def test_a_text_names_no_subject_of_which_it_has_no_word_or_too_few(
    state: Snapshot, subject: str, text: str
) -> None:
    assert not state.subject(subject, OPEN_ONLY, english=False).named_in(text)


def test_an_english_word_is_a_danish_one_where_the_question_is_english(state: Snapshot) -> None:
    told = "Taksten stiger."

    assert state.subject("rates", OPEN_ONLY, english=True).named_in(told)
    assert not state.subject("rates", OPEN_ONLY, english=False).named_in(told)


def test_a_misspelt_word_is_the_one_it_is_taken_for(state: Snapshot) -> None:
    assert state.subject("Fyrtårnt", OPEN_ONLY, english=False).named_in("Status på Fyrtårnet")


def test_only_the_sentences_that_name_it_are_counted(state: Snapshot) -> None:
    told = "Taksten stiger. Punktet er slut. Der er nye takster i maj."

    assert state.subject("takster", OPEN_ONLY, english=False).sentences_naming(told) == 2
