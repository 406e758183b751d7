"""How well each piece answers: plain signs, each worth what was fitted."""

from collections.abc import Callable

import pytest

from index import Filters, Hit, Kind, Snapshot
from service.question import understood
from service.units import Section, sections
from service.weighing import WEIGHTS, Weighed, signs, weighed

Made = Callable[..., Section]


@pytest.fixture
def given(state: Snapshot) -> Callable[..., list[dict[str, float]]]:
    """The signs of a section's pieces for a question, where the section was found."""

    def made(question: str, section: Section) -> list[dict[str, float]]:
        hits = [Hit(passage, 2.0, ("lexical",)) for passage in section.passages]
        close = state.closeness(question, hits, Filters())
        return list(signs(understood(question), section, hits, close))

    return made


Given = Callable[..., list[dict[str, float]]]


def best(state: Snapshot, question: str) -> Weighed:
    """The best piece among those of the passages found."""
    hits = state.search(question, Filters(), 20)
    close = state.closeness(question, hits, Filters())
    every = [
        piece
        for section in sections([hit.passage for hit in hits])
        for piece in weighed(understood(question), section, hits, close)
    ]
    return max(every, key=lambda piece: piece.worth)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor tit skal kortlægningen af tomme pladser gentages?", "én gang om året i juni"),
        ("Hvilken model for Fyrtårnet blev valgt i september 2024?", "efter model B"),
        ("Hvad betyder trækningsret?", "på forhånd"),
        ("Hvem har et ledigt hus med otte boliger?", "Lyngholm"),
    ],
)
def test_the_piece_that_answers_is_worth_most(state: Snapshot, question: str, said: str) -> None:
    assert said in best(state, question).unit.told


def test_a_piece_is_worth_the_sum_of_its_signs(state: Snapshot) -> None:
    piece = best(state, "Hvad blev besluttet om Fyrtårnet?")

    assert piece.worth == pytest.approx(
        sum(WEIGHTS[name] * sign for name, sign in piece.signs.items())
    )


def test_every_sign_has_a_weight_and_every_weight_a_sign(given: Given, section: Made) -> None:
    told = "Taksten er 512 kr. i 2024."
    questions = (
        "Hvad er taksten i 2024?",
        "Hvor langt er der?",
        "Hvornår, hvem og hvorfor? Hvad betyder det?",
        "Er reglen godkendt, og hvilke skal man følge?",
        "Hvad betyder taksten?",
    )

    names = {name for each in questions for its in given(each, section(told)) for name in its}

    assert names == set(WEIGHTS)


def test_shares_are_shares(state: Snapshot) -> None:
    question = "Hvad blev besluttet om Fyrtårnet på mødet i marts 2025?"
    hits = state.search(question, Filters(), 20)
    close = state.closeness(question, hits, Filters())

    for found in sections([hit.passage for hit in hits]):
        for its in signs(understood(question), found, hits, close):
            for name in ("words", "words and place", "concepts", "passage", "rank", "neighbours"):
                assert 0 <= its[name] <= 1


def test_a_figure_of_what_is_counted_is_told_from_another(given: Given, section: Made) -> None:
    found = section("Fyrtårnet har 16 pladser. Fyrtårnet har 46 medarbejdere.")

    places, staff = given("Hvor mange pladser har Fyrtårnet?", found)

    assert (places["figure sought"], staff["figure sought"]) == (1, 0)


def test_a_figure_of_the_year_asked_for_is_told_from_another_years(
    given: Given, section: Made
) -> None:
    found = section("I 2023 var der 12 pladser. I 2022 var der 16 pladser.", held=None)

    right, wrong = given("Hvor mange pladser var der i 2023?", found)

    assert (right["figure of the year"], right["other year"]) == (1, 0)
    assert (wrong["figure of the year"], wrong["other year"]) == (0, 1)


@pytest.mark.parametrize(
    ("question", "sign", "fits", "misses"),
    [
        ("Hvornår er fristen?", "fits moment", "Fristen er 1. oktober.", "Fristen er kort."),
        ("Hvem visiterer?", "fits person", "Fjordby Kommune visiterer.", "Der visiteres."),
        ("Hvorfor stiger den?", "fits reason", "Den stiger på grund af løn.", "Den stiger."),
        ("Skal man svare?", "fits rule", "Tilbuddet skal svare.", "Tilbuddet svarer."),
        ("Er det et krav?", "fits yes or no", "Det er ikke et krav.", "Det er et krav."),
        ("Hvor langt er der?", "fits figure", "Der er 12 km.", "Der er langt."),
        ("Er aftalen godkendt?", "tells standing", "Aftalen er et udkast.", "Aftalen er lang."),
    ],
)
def test_what_fits_the_question_has_its_sign(
    given: Given, section: Made, question: str, sign: str, fits: str, misses: str
) -> None:
    fitting, missing = given(question, section(f"{fits}\n{misses}"))

    assert (fitting[sign], missing.get(sign, 0.0)) == (1, 0)


def test_a_definition_begins_with_the_word_asked_for(given: Given, section: Made) -> None:
    found = section("Trækningsret betyder adgang.\nAftalen omtaler trækningsret.")

    defines, mentions = given("Hvad betyder trækningsret?", found)

    assert defines["defines"] > 0
    assert "defines" not in mentions


def test_what_a_meeting_did_is_told_from_what_was_recommended(given: Given, section: Made) -> None:
    (outcome,) = given("Hvad blev besluttet?", section("Gruppen godkendte taksten."))
    (asked,) = given("Hvad blev besluttet?", section("Godkender taksten.", section="Indstilling"))
    (annex,) = given("Hvad blev besluttet?", section("Godkendte taksten.", annex="Notat"))

    assert (outcome["outcome asked for"], outcome["tells outcome"]) == (1, 1)
    assert (asked["outcome"], asked["tells outcome"], asked["recommendation"]) == (0, 0, 1)
    assert (annex["outcome"], annex["tells outcome"], annex["annex"]) == (0, 0, 1)


def test_an_annex_that_is_an_agreement_counts_as_one(given: Given, section: Made) -> None:
    found = section("Op til 5 pct.", annex="Aftalen", kind=Kind.STYRINGSAFTALE)

    (its,) = given("Hvad er reglen?", found)

    assert (its["agreement"], its["annex"]) == (1, 0)


def test_the_same_sections_are_weighed_the_same_again(state: Snapshot) -> None:
    question = "Hvad blev besluttet om Fyrtårnet?"

    assert best(state, question) == best(state, question)
