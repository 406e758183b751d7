"""What understands the texts and questions of one audience."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.analysis import index_of
from index.describe import concept_term
from index.fagordbog import Concept, Kind, Label
from index.fagordbog.compiled import Compiled, compile_book
from index.generation import Statistics
from index.tokens import stem
from index.understanding import Understanding

BOOK = [
    Concept("takst", (Label("betalingssats", Kind.PROFESSIONAL),)),
    Concept("dagsordensystem", (Label("DAS", Kind.ABBREVIATION),)),
]
GROUP = "Den Administrative Styregruppe"
FIRST = len(BOOK)  # number of the first concept that is learnt


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Compiled]:
    compile_book(tmp_path / "ord.sqlite", BOOK, "abc")
    with closing(Compiled(tmp_path / "ord.sqlite")) as opened:
        yield opened


@pytest.fixture
def understanding(book: Compiled) -> Callable[..., Understanding]:
    """With the words a collection uses, and the abbreviations it explains."""

    def made(used: dict[str, int], **explained: str) -> Understanding:
        return Understanding(Statistics(9, [], [], used, 10, 50, abbreviations=explained), book)

    return made


Made = Callable[..., Understanding]


@pytest.mark.parametrize("text", ["Hvad gør CU?", "en central udmelding", "centrale udmeldinger"])
def test_an_explained_abbreviation_and_its_long_form_are_one_concept(
    understanding: Made, text: str
) -> None:
    found = understanding({}, CU="central udmelding").asker.asked(text)

    assert [meant.term for meant in found.concepts] == ["central udmelding"]
    assert index_of(concept_term(FIRST)) in found.terms


def test_passages_name_what_was_learnt(understanding: Made) -> None:
    one = understanding({}, CU="central udmelding", DAS=GROUP)

    numbers = {each.phrase.concept for each in one.matcher.named("CU'en og styregruppens takst")}

    assert numbers == {0, FIRST}


def test_what_was_learnt_stands_beside_what_the_book_says(understanding: Made) -> None:
    found = understanding({}, DAS=GROUP).asker.asked("DAS")

    assert {meant.term for meant in found.concepts} == {"dagsordensystem", GROUP}


def test_without_abbreviations_the_book_alone_is_known(understanding: Made) -> None:
    found = understanding({}).asker.asked("DAS")

    assert [meant.term for meant in found.concepts] == ["dagsordensystem"]


def test_compounds_are_of_words_of_the_book_and_the_collection(understanding: Made) -> None:
    parts = {"takst", stem("lokale")}

    assert parts <= understanding({stem("lokale"): 5}).analyzer.query_terms(["takstlokale"]).keys()
    assert not parts & understanding({}).analyzer.query_terms(["takstlokale"]).keys()


def test_words_of_the_book_are_no_mistakes(understanding: Made) -> None:
    one = understanding({"betalingssatser": 5})

    assert one.asker.asked("betalingssats").spelled == ()


def test_compounds_of_known_words_are_no_mistakes(understanding: Made) -> None:
    used = {"takstpokal": 5}

    assert understanding(used).asker.asked("takstlokal").spelled == (("takstlokal", "takstpokal"),)
    assert understanding(used | {"lokal": 5}).asker.asked("takstlokal").spelled == ()
