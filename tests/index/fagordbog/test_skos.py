"""The fagordbog as SKOS, there and back, and the files of others."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import SKOS, Literal

from index.fagordbog import Book, Concept, Kind, Label, Relation, written
from index.fagordbog import rdf as rdf_files
from index.fagordbog.book import joined
from index.fagordbog.rdf import NotSkos
from index.fagordbog.skos import OURS, Imported, graph, imported
from index.fagordbog.text import LABELS, RELATIONS, parsed

ENDINGS = ["ttl", "rdf", "jsonld", "nt"]


def facts(concepts: Iterable[Concept]) -> set[tuple[object, ...]]:
    """What concepts say; the order of their words and links says nothing."""
    return {
        (
            one.term,
            frozenset(one.labels),
            frozenset((relation, term.casefold()) for relation, term in one.links),
            one.note,
            one.area,
        )
        for one in concepts
    }


def there_and_back(concepts: Iterable[Concept], folder: Path, ending: str) -> Imported:
    path = folder / f"ord.{ending}"
    path.write_bytes(rdf_files.written(graph(concepts), path))
    return imported(path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_word_and_link_survives(
    book: Callable[..., Book], tmp_path: Path, ending: str
) -> None:
    words = "\n".join(f"{key}: ord på {key}; {key} ting?" for key in LABELS)
    links = "\n".join(f"{key}: {key} begreb" for key in RELATIONS)
    others = "\n".join(f"[{key} begreb]" for key in RELATIONS)
    reform = "før: amtstakst (kommunalreformen 2007)?\nnu: takst\nengelsk: takst"
    made = book(**{"mødets ord": f"[takst]\n{words}\n{reform}\n{links}\nnote: Ét; to.\n{others}"})

    found = there_and_back(made.concepts.values(), tmp_path, ending)

    assert made.problems == ()
    assert facts(found.concepts) == facts(made.concepts.values())
    assert found.left_out == ()


def test_the_shipped_book_survives(shipped_book: Book, tmp_path: Path) -> None:
    concepts = shipped_book.concepts.values()

    found = there_and_back(concepts, tmp_path, "ttl")
    text = written(found.concepts)

    assert found.left_out == ()
    assert facts(found.concepts) == facts(concepts)
    read = parsed(text, "egne.txt")
    assert read.problems == ()
    assert {one[:-1] for one in facts(c for _, c in read.concepts)} == {
        one[:-1] for one in facts(concepts)
    }


WORD = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
KEYS = st.sampled_from([*LABELS, "note"])
BLOCK = st.tuples(WORD, st.lists(st.tuples(KEYS, st.lists(WORD, max_size=3)), max_size=5))
LINK = st.tuples(st.sampled_from([*RELATIONS]), st.integers(0, 3), st.integers(0, 3))


@given(st.lists(BLOCK, min_size=1, max_size=4), st.lists(LINK, max_size=5))
@settings(suppress_health_check=[HealthCheck.filter_too_much], deadline=None, max_examples=150)
@pytest.mark.parametrize("ending", ENDINGS)
def test_any_text_that_is_right_survives(
    ending: str,
    blocks: list[tuple[str, list[tuple[str, list[str]]]]],
    linked: list[tuple[str, int, int]],
) -> None:
    lines = []
    for number, (term, keys) in enumerate(blocks):
        lines.append(f"[{term}]")
        lines += (f"{key}: {'; '.join(values)}" for key, values in keys)
        lines += (
            f"{key}: {blocks[other % len(blocks)][0]}"
            for key, one, other in linked
            if one == number
        )
    rows = "\n".join(" ".join(line.split()) for line in lines)
    wrong = {problem.line for problem in joined([("egne.txt", rows)]).problems}
    right = "\n".join(row for n, row in enumerate(rows.split("\n"), 1) if n not in wrong)
    made = joined([("egne.txt", right)])

    if made.concepts and not made.problems:
        with TemporaryDirectory() as folder:
            found = there_and_back(made.concepts.values(), Path(folder), ending)

        assert facts(found.concepts) == facts(made.concepts.values())
        assert found.left_out == ()


def test_words_are_alternative_labels_for_others(book: Callable[..., Book]) -> None:
    concepts = book(a="[takst]\nhverdag: pris?\nengelsk: rate\nfagord: Takst; takst").concepts

    made = graph(concepts.values())

    assert set(made.objects(None, SKOS.prefLabel)) == {Literal("takst", "da")}
    assert set(made.objects(None, SKOS.altLabel)) == {
        Literal("pris", "da"),
        Literal("rate", "en"),
        Literal("Takst", "da"),
    }
    assert set(made.objects(None, OURS["everyday"])) == {Literal("pris?", "da")}


FOREIGN = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <http://example.org/> .
x:s a skos:ConceptScheme ; skos:prefLabel "Emner"@da .
x:dyr a skos:Concept ; skos:prefLabel "dyr"@da-DK, "animal"@en-GB, "Tier"@de ;
    skos:definition "Noget levende;  fx en kat."@da, "Something alive"@en .
x:kat a skos:Concept ; skos:inScheme x:s ; skos:broader x:dyr, x:kat, x:findes-ikke ;
    skos:prefLabel "kat"@da ;
    skos:altLabel "mis; missekat"@da, "hus\\nkat", "Hvem?"@da, "det er den"@da, "cat"@en,
        "chat"@fr,
        "et ord der er alt for langt til at nogen nogensinde ville skrive det i en søgning"@da ;
    skos:hiddenLabel "missse"@da ; skos:scopeNote "Ikke en løve."@da ;
    skos:exactMatch x:felis ; skos:related x:mus .
x:mus skos:prefLabel "mus" ; skos:altLabel "mus"@da .
x:mus2 a skos:Concept ; skos:prefLabel "Mus"@da .
x:hund a skos:Concept ; skos:prefLabel "dog"@en .
x:tegn a skos:Concept ; skos:prefLabel "!!"@da .
x:rum a skos:Concept ; skos:prefLabel "rum [bolig]; ude"@da ; skos:narrower x:dyr .
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Imported:
    (tmp_path / "emner.ttl").write_text(FOREIGN, "utf-8")
    return imported(tmp_path / "emner.ttl")


def concept(found: Imported, term: str) -> Concept:
    return next(one for one in found.concepts if one.term == term)


def test_labels_of_others_become_words_that_can_be_written(foreign: Imported) -> None:
    assert set(concept(foreign, "kat").labels) == {
        Label("mis, missekat", Kind.PROFESSIONAL),
        Label("hus kat", Kind.PROFESSIONAL),
        Label("cat", Kind.ENGLISH),
        Label("missse", Kind.EVERYDAY),
    }
    assert concept(foreign, "dyr").labels == (Label("animal", Kind.ENGLISH),)


def test_definitions_and_notes_become_the_note(foreign: Imported) -> None:
    assert concept(foreign, "dyr").note == "Noget levende; fx en kat."
    assert concept(foreign, "kat").note == "Ikke en løve."


def test_links_given_one_way_go_both_ways(foreign: Imported) -> None:
    assert concept(foreign, "kat").links == ((Relation.BROADER, "dyr"), (Relation.RELATED, "mus"))
    assert set(concept(foreign, "dyr").links) == {
        (Relation.NARROWER, "kat"),
        (Relation.BROADER, "rum (bolig), ude"),
    }


def test_two_concepts_of_one_name_stay_two(foreign: Imported) -> None:
    assert concept(foreign, "mus").labels == ()
    assert concept(foreign, "Mus (2)").preferred.text == "Mus"


def test_what_was_left_out_is_told_with_the_reason(foreign: Imported) -> None:
    assert sorted(foreign.left_out) == [
        "concepts whose skos:prefLabel cannot be a term: 1 ([!!] has no word)",
        "concepts without a Danish skos:prefLabel: 1 (http://example.org/hund)",
        "definitions and notes that are not in Danish: 1 (Something alive)",
        "labels that are neither Danish nor English: 2 (Tier, chat)",
        "labels that are no words to look for: 1 "
        "('et ord der er alt for langt til at nogen …' is a sentence and never found)",
        "labels that have only small words: 2 ('Hvem', 'det er den')",
        "links of a concept to itself: 1 ([kat])",
        "links to what is no concept of the file: 1 (http://example.org/findes-ikke)",
        "second concepts of one skos:prefLabel, written apart: 1 ([Mus (2)])",
        "statements of other properties: 1 (http://www.w3.org/2004/02/skos/core#exactMatch)",
    ]


def test_what_was_imported_is_a_file_without_problems(foreign: Imported) -> None:
    text = written(foreign.concepts)

    again = joined([("emner.txt", text)])

    assert again.problems == ()
    assert {f[:-1] for f in facts(again.concepts.values())} == {
        f[:-1] for f in facts(foreign.concepts)
    }


SWEDISH = '<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "mus"@sv .'


@pytest.mark.parametrize("text", ["", "<urn:a> <urn:b> <urn:c> .", SWEDISH])
def test_a_file_without_a_danish_concept_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "emner.ttl"
    path.write_text(text, "utf-8")

    with pytest.raises(NotSkos, match="holds no skos:Concept with a Danish skos:prefLabel"):
        imported(path)
