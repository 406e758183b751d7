"""Several files as one book."""

from collections.abc import Callable
from pathlib import Path

from index.fagordbog import Book, Kind, Label, Relation
from index.fagordbog.book import SHIPPED, both_ways, files, load
from index.fagordbog.text import MOST_PROBLEMS

Made = Callable[..., Book]


def test_a_concept_of_two_files_has_all_their_words(book: Made) -> None:
    made = book(a="[takst]\nfagord: døgntakst", b="[Takst]\nhverdag: døgnpris\nbeslægtet: takst 2")

    [takst] = made.concepts.values()
    assert takst.term == "takst"
    assert [label.text for label in takst.labels] == ["døgntakst", "døgnpris"]
    assert takst.area == "a"


def test_of_two_files_the_later_is_right_about_a_word(book: Made) -> None:
    made = book(a="[takst]\nfagord: pris; rate\nnote: A.", b="[takst]\nhverdag: Pris?\nnote: B.")

    takst = made.concepts["takst"]
    assert takst.labels == (
        Label("rate", Kind.PROFESSIONAL),
        Label("Pris", Kind.EVERYDAY, ambiguous=True),
    )
    assert takst.note == "B."


def test_the_same_word_in_two_languages_is_two(book: Made) -> None:
    made = book(a="[gruppe]\nfagord: team", b="[gruppe]\nengelsk: team")

    assert [label.kind for label in made.concepts["gruppe"].labels] == [
        Kind.PROFESSIONAL,
        Kind.ENGLISH,
    ]


def test_a_link_given_one_way_is_a_link_both_ways(book: Made) -> None:
    made = book(a="[kat]\nbredere: Dyr\nbeslægtet: mus\n[dyr]\n[mus]")

    assert made.concepts["dyr"].links == ((Relation.NARROWER, "kat"),)
    assert made.concepts["mus"].links == ((Relation.RELATED, "kat"),)
    assert made.concepts["kat"].links == ((Relation.BROADER, "Dyr"), (Relation.RELATED, "mus"))


def test_links_that_are_both_ways_stay_as_they_are(book: Made) -> None:
    concepts = book(a="[kat]\nbredere: dyr\n[dyr]\nsnævrere: Kat").concepts

    assert both_ways(concepts) == concepts


def test_words_are_counted_with_the_terms(book: Made) -> None:
    assert book(a="[takst]\nfagord: pris; rate\n[plads]").words == 4


def test_a_file_of_a_shipped_files_name_replaces_it(tmp_path: Path) -> None:
    (tmp_path / "takster.txt").touch()
    (tmp_path / "egne.txt").touch()

    found = files(tmp_path)

    assert tmp_path / "takster.txt" in found
    assert tmp_path / "egne.txt" in found
    assert SHIPPED / "takster.txt" not in found
    assert SHIPPED / "moeder.txt" in found


def test_a_file_that_is_no_text_is_a_problem_of_the_book(tmp_path: Path) -> None:
    (tmp_path / "egne.txt").write_bytes(b"\xff")

    assert [problem.file for problem in load([tmp_path / "egne.txt"]).problems] == ["egne.txt"]


def test_of_many_problems_of_a_file_the_first_are_told(book: Made) -> None:
    links = "; ".join(f"b{n}" for n in range(1000))

    made = book(a=f"[a1]\nbredere: {links}", b="[a2]\nbredere: b1")

    assert [problem.file for problem in made.problems].count("a.txt") == MOST_PROBLEMS + 1
    assert made.problems[-2].said.startswith("there is more wrong in the file")
    assert made.problems[-1].file == "b.txt"
