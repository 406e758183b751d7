"""The book in a file, made ready for searching."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.compounds import Splitter
from index.errors import IndexDamaged
from index.fagordbog import Concept, Kind, Label, Relation
from index.fagordbog.compiled import OWN, Compiled, compile_book
from index.fagordbog.links import links
from index.fagordbog.phrases import phrases

CONCEPTS = [
    Concept("takst", (Label("pris på pladser", Kind.EVERYDAY, ambiguous=True),)),
    Concept("særtakst", links=((Relation.BROADER, "takst"),)),
    Concept("serviceloven", (Label("SEL", Kind.ABBREVIATION),)),
]
WORDS = Counter(dict.fromkeys(["takst", "pris", "plads", "særtakst", "servicelov", "sel"], OWN))
PHRASES = phrases(CONCEPTS, Splitter(WORDS))


@pytest.fixture
def compiled(tmp_path: Path) -> Iterator[Compiled]:
    path = tmp_path / "ord.sqlite"
    compile_book(path, CONCEPTS, "abc")
    with closing(Compiled(path)) as opened:
        yield opened


def test_phrases_are_read_as_they_were_made(compiled: Compiled) -> None:
    assert {stem: list(compiled.under(stem)) for stem in PHRASES} == PHRASES


def test_words_are_those_of_all_labels(compiled: Compiled) -> None:
    assert compiled.words() == WORDS


def test_a_book_tells_its_fingerprint_and_its_concepts(compiled: Compiled) -> None:
    assert (compiled.fingerprint, compiled.count) == ("abc", 3)


def test_a_stem_of_no_phrase_has_none(compiled: Compiled) -> None:
    assert compiled.under("ukendt") == ()


def test_concepts_are_read_with_their_links(compiled: Compiled) -> None:
    expected = [(one.term, linked) for one, linked in zip(CONCEPTS, links(CONCEPTS), strict=True)]

    assert [compiled.concept(number) for number in range(3)] == expected


def test_laws_are_known_by_all_their_names(compiled: Compiled) -> None:
    assert compiled.laws() == {"sel": "serviceloven", "serviceloven": "serviceloven"}


def test_a_concept_that_is_not_there_is_damage(compiled: Compiled) -> None:
    with pytest.raises(IndexDamaged):
        compiled.concept(3)


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        Compiled(tmp_path / "ord.sqlite")


def test_a_file_that_is_no_book_is_damage(tmp_path: Path) -> None:
    (tmp_path / "ord.sqlite").write_bytes(b"nonsens" * 1000)

    with closing(Compiled(tmp_path / "ord.sqlite")) as opened, pytest.raises(IndexDamaged):
        opened.under("takst")


@pytest.mark.parametrize("name", ["a b", "møde#1", "hvad?x=1", "100%41"])
def test_any_folder_may_hold_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    path = tmp_path / name / "ord.sqlite"
    compile_book(path, CONCEPTS, "abc")

    with closing(Compiled(path)) as opened:
        assert opened.concept(0)[0] == "takst"
