"""Word for word, the words of the field by the fagordbog."""

from collections import Counter

import pytest

from eval.training import book, glosses
from eval.training.translate import Translator


@pytest.fixture(scope="module")
def translator() -> Translator:
    """A translator with all that ships."""
    glossed = glosses.read()
    return Translator(book.concepts(), glossed, Counter(dict.fromkeys(glossed, 3)))


def test_words_with_a_gloss_are_translated(translator: Translator) -> None:
    assert translator.english("Hvor er huset?") == "where is house"


def test_words_nobody_knows_stay(translator: Translator) -> None:
    assert translator.english("Zwerkla 107") == "zwerkla 107"


def test_a_phrase_of_the_field_becomes_its_english_term(translator: Translator) -> None:
    assert translator.english("midlertidigt botilbud") == "temporary residential facility"


def test_compounds_are_translated_by_their_parts(translator: Translator) -> None:
    assert translator.english("bordskole") == "table school"


def test_a_sentence_of_the_field_is_denser_than_small_talk(translator: Translator) -> None:
    field = translator.density("Ankestyrelsen hjemviste sagen om merudgifter.")

    assert field > translator.density("Tak for det, vi ses i morgen.")


def test_concepts_without_english_are_left_out() -> None:
    assert all(book.english(concept) for concept in book.concepts())
