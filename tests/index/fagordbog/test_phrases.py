"""Labels as the stems that are looked for."""

from collections import Counter
from collections.abc import Sequence

import pytest

from index.compounds import Splitter
from index.fagordbog import Concept, Kind, Label
from index.fagordbog.phrases import APART, Phrase, phrases

UNSPLIT = Splitter(Counter())


def made(*concepts: Concept, splitter: Splitter = UNSPLIT) -> list[Phrase]:
    return [phrase for under in phrases(concepts, splitter).values() for phrase in under]


def words(term: str, *texts: str, ambiguous: bool = False) -> Concept:
    return Concept(term, tuple(Label(text, Kind.PROFESSIONAL, ambiguous) for text in texts))


def stems(found: Sequence[Phrase]) -> set[tuple[str, ...]]:
    return {phrase.stems for phrase in found}


def test_a_concept_is_looked_for_by_its_term_and_its_labels() -> None:
    assert stems(made(words("takst", "pris på pladser"))) == {("takst",), ("pris", "plads")}


def test_what_stands_in_brackets_is_not_looked_for() -> None:
    assert stems(made(words("plan (økonomi)"))) == {("plan",)}


def test_a_phrase_stands_under_its_rarest_stem() -> None:
    found = phrases([words("takst", "høj takst", "lav takst")], UNSPLIT)

    assert {under: len(those) for under, those in found.items()} == {"takst": 1, "høj": 1, "lav": 1}


def test_a_label_of_small_words_alone_is_not_looked_for() -> None:
    assert stems(made(words("takst", "hvad er det"))) == {("takst",)}


def test_what_is_worn_to_one_word_counts_as_ambiguous() -> None:
    [term, worn] = sorted(made(words("personale", "de ansatte")), key=lambda p: p.ambiguous)

    assert (term.text, term.ambiguous) == ("personale", False)
    assert (worn.text, worn.ambiguous) == ("de ansatte", True)


def test_a_label_of_several_concepts_counts_less_for_each() -> None:
    shares = {p.stems: p.share for p in made(words("takst", "pris"), words("vederlag", "pris"))}

    assert shares[("takst",)] == 1.0
    assert shares[("pris",)] == pytest.approx(2**-0.5)


def test_parts_of_a_compound_stand_for_it_a_little_less() -> None:
    splitter = Splitter(Counter({"takst": 5, "beregning": 5}))
    found = made(words("takstberegning"), splitter=splitter)

    apart = next(phrase for phrase in found if len(phrase.stems) == 2)
    assert apart.stems == ("takst", "beregning")
    assert apart.share == APART


def test_ambiguity_and_kind_are_the_labels() -> None:
    [_, phrase] = made(words("takst", "pris", ambiguous=True))

    assert (phrase.text, phrase.kind, phrase.ambiguous) == ("pris", Kind.PROFESSIONAL, True)
