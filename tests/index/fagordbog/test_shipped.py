"""The book that comes with the product."""

import pytest

from index.fagordbog import Book, Concept
from index.fagordbog.book import INVERSE


def unmarked(concept: Concept) -> set[str]:
    labels = (concept.preferred, *concept.labels)
    return {label.text.casefold() for label in labels if not label.ambiguous}


def test_it_has_no_problem(shipped_book: Book) -> None:
    assert shipped_book.problems == ()


def test_it_has_three_thousand_concepts(shipped_book: Book) -> None:
    assert len(shipped_book.concepts) >= 3_000


def test_no_word_stands_unmarked_in_more_than_four_concepts(shipped_book: Book) -> None:
    assert [r for r in map(str, shipped_book.remarks()) if "unmarked" in r] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("indstilling", "beslutning"),
        ("dagsorden", "referat"),
        ("overskud", "underskud"),
        ("midlertidigt botilbud", "længerevarende botilbud"),
        ("handlekommune", "betalingskommune"),
    ],
)
def test_what_must_not_be_confused_shares_no_unmarked_word(
    shipped_book: Book, one: str, other: str
) -> None:
    concepts = shipped_book.concepts

    assert unmarked(concepts[one]) & unmarked(concepts[other]) == set()


def test_no_concept_of_a_draft_is_one_of_what_was_adopted(shipped_book: Book) -> None:
    drafts = [c.term for c in shipped_book.concepts.values() if "udkast" in unmarked(c)]
    adopted = [c.term for c in shipped_book.concepts.values() if "vedtaget" in unmarked(c)]

    assert drafts
    assert adopted
    assert set(drafts) & set(adopted) == set()
    assert not set.union(*(unmarked(shipped_book.concepts[t.casefold()]) for t in drafts)) & (
        set.union(*(unmarked(shipped_book.concepts[t.casefold()]) for t in adopted))
    )


def test_its_links_go_both_ways(shipped_book: Book) -> None:
    links = {
        (concept.term.casefold(), relation, term.casefold())
        for concept in shipped_book.concepts.values()
        for relation, term in concept.links
    }

    assert all((other, INVERSE[relation], one) in links for one, relation, other in links)
