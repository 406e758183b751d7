"""Concepts that are meant a little where another is named."""

from index.fagordbog import Concept, Relation
from index.fagordbog.links import SHARES, links

NARROWER, BROADER = SHARES[Relation.NARROWER], SHARES[Relation.BROADER]


def test_a_link_given_one_way_counts_both_ways() -> None:
    kat, dyr = Concept("kat", links=((Relation.BROADER, "Dyr"),)), Concept("dyr")

    assert links([kat, dyr]) == [{1: BROADER}, {0: NARROWER}]


def test_a_link_given_both_ways_counts_once() -> None:
    kat = Concept("kat", links=((Relation.BROADER, "dyr"),))
    dyr = Concept("dyr", links=((Relation.NARROWER, "kat"),))

    assert links([kat, dyr]) == [{1: BROADER}, {0: NARROWER}]


def test_related_and_unknown_concepts_are_not_meant() -> None:
    kat = Concept("kat", links=((Relation.RELATED, "mus"), (Relation.BROADER, "ukendt")))

    assert links([kat, Concept("mus")]) == [{}, {}]
