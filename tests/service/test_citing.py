"""A citation is a quote that stands in its document; a passage of a ranking says what it is."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from index import EVERYTHING, Filters, Hit, Kind, Passage, Snapshot, Status
from service.answer import Outcome
from service.citing import citation, ranking
from service.question import understood
from service.selection import Picked
from service.verify import Lookup
from service.work import worked

Told = Callable[..., Picked]
QUESTION = "Hvornår skal nye tilbud senest meldes ind til sekretariatet?"


@pytest.fixture(scope="module")
def picked(state: Snapshot) -> Picked:
    return worked(state, understood(QUESTION), Filters()).told[0]


@pytest.fixture(scope="module")
def lookup(state: Snapshot) -> Lookup:
    return partial(state.document, allowed=EVERYTHING)


def letters(text: str) -> str:
    """The text without what line ends do to it."""
    return "".join(text.replace("-", "").split())


def test_a_quote_stands_at_its_place_in_the_document(picked: Picked, lookup: Lookup) -> None:
    cited = citation(1, picked, lookup)

    document = lookup(cited.document_id)
    assert document
    stored = document.text[cited.start : cited.end]
    assert cited.verified
    assert letters(cited.quote) == letters(stored)
    assert f"fra={cited.start}&til={cited.end}" in cited.url


def test_a_changed_quote_is_not_verified(picked: Picked, lookup: Lookup) -> None:
    passages = tuple(replace(p, text=p.text.upper()) for p in picked.section.passages)
    forged = replace(picked, section=replace(picked.section, passages=passages))

    assert not citation(1, forged, lookup).verified


def test_a_quote_of_a_document_that_is_gone_is_not_verified(told: Told) -> None:
    assert not citation(1, told("Godkendt."), {}.get).verified


def test_a_citation_says_where_it_stands_and_what_it_is(told: Told) -> None:
    cited = citation(2, told("Gruppen godkendte taksten.", status=Status.UDKAST, page=4), {}.get)

    assert (cited.n, cited.quote, cited.punkt, cited.page) == (
        2,
        "Gruppen godkendte taksten.",
        "6",
        4,
    )
    assert (cited.outcome, cited.draft, cited.struck) == (Outcome.DECIDED, True, False)
    assert (cited.start, cited.end) == (1000, 1026)


def test_an_annex_is_cited_by_its_own_name(told: Told) -> None:
    cited = citation(1, told("Taksten er 512 kr.", annex="Takstbilag"), {}.get)

    assert (cited.title, cited.outcome) == ("Takstbilag", Outcome.ANNEX)


def test_what_a_quote_is_is_read_off_the_quote_and_not_its_surroundings(told: Told) -> None:
    whole = told("Taksten blev drøftet. Gruppen besluttede at vente.")
    first = Picked(whole.section, whole.pieces[:1], 1.0)

    assert citation(1, first, {}.get).outcome is Outcome.DISCUSSED
    assert citation(1, whole, {}.get).outcome is Outcome.DECIDED


def test_neighbours_that_were_both_found_are_shown_in_one_piece(
    passage: Callable[..., Passage],
) -> None:
    first, next_, other = passage(1, "Et."), passage(2, "To."), passage(7, "Tre.", group=7)
    hits = [Hit(next_, 3.0, ("dense",)), Hit(other, 2.0, ("lexical",)), Hit(first, 1.0, ())]

    found = ranking(hits)

    assert [(one.text, one.score, one.why) for one in found] == [
        ("Et.\nTo.", 3.0, ("dense",)),
        ("Tre.", 2.0, ("lexical",)),
    ]
    assert "fra=1000&til=2003" in found[0].url


def test_a_ranking_says_which_are_drafts_and_struck(passage: Callable[..., Passage]) -> None:
    struck = passage(
        1, "Dispensation.", struck=True, status=Status.UDKAST, kind=Kind.STYRINGSAFTALE
    )

    (found,) = ranking([Hit(struck, 1.0, ())])

    assert (found.struck, found.draft, found.kind) == (True, True, "styringsaftale")
