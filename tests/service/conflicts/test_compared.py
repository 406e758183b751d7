from datetime import date

import pytest

from service.conflicts.compared import Conflict, Stated, disagreeing

SPRING, AUTUMN, YEAR_BEFORE = date(2024, 4, 11), date(2024, 9, 5), date(2023, 11, 16)


def _values(one: str | Stated, two: str | Stated) -> list[tuple[str, str]]:
    told, other = (s if isinstance(s, Stated) else Stated(s) for s in (one, two))
    found = disagreeing(told, [other])
    turned = disagreeing(other, [told])

    assert [(c.value, c.against) for c in found] == [(c.against, c.value) for c in turned]
    return [(conflict.value, conflict.against) for conflict in found]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "Socialtilsyn Østfjorden har den 14. marts 2024 udsendt en vejledning om magtanvendelse"
            " på botilbud.",
            "Socialtilsyn Østfjorden udsendte d. 12.03.2024 vejledningen om magtanvendelse på"
            " botilbud.",
            ("14. marts 2024", "12.03.2024"),
        ),
        (
            "KKR Østfjorden godkendte socialaftalen den 22. november 2024.",
            "Socialaftalen blev godkendt af KKR Østfjorden den 29. november 2024.",
            ("22. november 2024", "29. november 2024"),
        ),
        (
            "Fristen for at indmelde takster til sekretariatet er den 1. oktober.",
            "Frist for at indmelde takster til sekretariatet er 15. oktober.",
            ("1. oktober", "15. oktober"),
        ),
        (
            "Videnscenter for autisme i Nordhavn blev oprettet i 2019.",
            "I 2020 oprettedes Videnscenter for autisme i Nordhavn.",
            ("2019", "2020"),
        ),
        (
            "Botilbuddet Fyrtårnet har 22 pladser efter ombygningen i 2024.",
            "Efter ombygningen i 2024 har botilbuddet Fyrtårnet 24 pladser.",
            ("22 pladser", "24 pladser"),
        ),
        (
            "Ved årets udgang i 2023 førte Socialtilsyn Østfjorden tilsyn med 231 tilbud.",
            "Socialtilsyn Østfjorden førte tilsyn med 234 tilbud ved udgangen af året 2023.",
            ("231 tilbud", "234 tilbud"),
        ),
        (
            "Taksten på Fyrtårnet er 2.415 kr. pr. døgn i 2025.",
            "I 2025 er taksten på Fyrtårnet 2.451 kr. pr. døgn.",
            ("2.415 kr.", "2.451 kr."),
        ),
        (
            "Belægningen på botilbuddet Fyrtårnet var 92,4 pct. i 2023.",
            "I 2023 var belægningen på botilbuddet Fyrtårnet 94,2 procent.",
            ("92,4 pct.", "94,2 procent"),
        ),
        (
            "Den objektive finansiering af Fyrskibet stiger i 2023 med 48.317 kr.",
            "Objektiv finansiering Fyrskibet 2023 i alt 3.112.400 3.064.085 48.315",
            ("48.317 kr.", "48.315"),
        ),
        (
            "Styregruppen evaluerer ordningen med delte pladser to gange om året.",
            "Styregruppen evaluerer ordningen med delte pladser én gang årligt.",
            ("to gange om året", "én gang årligt"),
        ),
        (
            "Takster kan kun reguleres én gang årligt.",
            "Et tilbud, der må ændre taksten i løbet af året, skal have styregruppens godkendelse.",
            ("én gang årligt", "i løbet af året"),
        ),
        (
            "Karen Ullits er tovholder for netværket om unge med angst.",
            "Tovholder for netværket om unge med angst er Morten Sejr Hald.",
            ("Karen Ullits", "Morten Sejr Hald"),
        ),
        (
            "Der er syv kommuner med i aftalen om sikrede pladser i Østfjorden.",
            "I aftalen om sikrede pladser i Østfjorden er seks kommuner med.",
            ("syv kommuner", "seks kommuner"),
        ),
    ],
)  # fmt: skip
def test_another_value_of_the_same_thing_is_a_conflict(
    one: str, two: str, values: tuple[str, str]
) -> None:
    assert _values(one, two) == [values]


PLACES = "Botilbuddet Fyrtårnet har {} pladser til voksne med autisme."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(PLACES.format(22), PLACES.format(22), id="the same sentence"),
        pytest.param(
            PLACES.format(22),
            "Der er toogtyve, altså 22, pladser på botilbuddet Fyrtårnet til voksne med autisme.",
            id="the same value in other words",
        ),
        pytest.param(
            "Botilbuddet Fyrtårnet havde 22 pladser i 2023.",
            "Botilbuddet Fyrtårnet havde 24 pladser i 2024.",
            id="another year",
        ),
        pytest.param(
            "Botilbuddet Fyrtårnet har nu 22 pladser til voksne.",
            "Botilbuddet Fyrtårnet har i 2025 nu 24 pladser til voksne.",
            id="a year that only one names",
        ),
        pytest.param(
            "Botilbuddet Fyrtårnet har 22 pladser mod tidligere 31 pladser.",
            "Botilbuddet Fyrtårnet har 31 pladser.",
            id="what was before",
        ),
        pytest.param(
            "Ved udgangen af 1. kvartal var 41 borgere på venteliste til et midlertidigt botilbud.",
            "Ved udgangen af 3. kvartal var 37 borgere på venteliste til et midlertidigt botilbud.",
            id="another quarter",
        ),
        pytest.param(
            "I marts 2024 var 41 borgere på venteliste til et midlertidigt botilbud.",
            "I juni 2024 var 37 borgere på venteliste til et midlertidigt botilbud.",
            id="another month",
        ),
        pytest.param(
            "Nordhavn Kommune har 12 pladser til unge med svær angst i kommunens botilbud.",
            "Fjordby Kommune har 15 pladser til unge med svær angst i kommunens botilbud.",
            id="another municipality first",
        ),
        pytest.param(
            "Der er 12 pladser til borgere med svær angst i botilbuddet Fyrskibet.",
            "Der er 15 pladser til borgere med svær angst i botilbuddet Fyrtårnet.",
            id="another unit",
        ),
        pytest.param(
            "Budgettet for rammeaftalesekretariatet er 2.310.000 kr. i 2024.",
            "Regnskabet for rammeaftalesekretariatet er 2.284.500 kr. i 2024.",
            id="budget and accounts",
        ),
        pytest.param(
            "Der forventes 140 henvendelser til rammeaftalesekretariatet i 2024.",
            "Der var 152 henvendelser til rammeaftalesekretariatet i 2024.",
            id="forecast and result",
        ),
        pytest.param(
            "Takststigningen på Fyrtårnet er 48 kr. pr. døgn i 2025.",
            "Takstfaldet på Fyrtårnet er 52 kr. pr. døgn i 2025.",
            id="up and down",
        ),
        pytest.param(
            "Taksten på Fyrtårnet er 2.415 kr. pr. døgn i 2025.",
            "Taksten på Fyrtårnet er 805 kr. pr. dag i 2025.",
            id="another unit of time",
        ),
        pytest.param(
            "Udgiften til specialiserede tilbud i Østfjorden var 41,3 mio. kr. i 2023.",
            "Udgiften til specialiserede tilbud i Østfjorden var 41.287.000 kr. i 2023.",
            id="rounded to millions",
        ),
        pytest.param(
            "Belægningen på botilbuddet Fyrtårnet var 80 pct. i 2023.",
            "Belægningen på botilbuddet Fyrtårnet var 80,2 pct. i 2023.",
            id="rounded percentage",
        ),
        pytest.param(
            "Belægningen på botilbuddet Fyrtårnet var ca. 75 pct. i 2023.",
            "Belægningen på botilbuddet Fyrtårnet var 78,8 pct. i 2023.",
            id="about",
        ),
        pytest.param(
            "Botilbuddet Fyrtårnet kan højst tage 24 borgere ad gangen efter ombygningen.",
            "Botilbuddet Fyrtårnet kan tage 22 borgere ad gangen efter ombygningen.",
            id="at most",
        ),
        pytest.param(
            "Botilbuddet Fyrtårnet har 22 pladser til voksne i afdelingen i Nordhavn.",
            "Botilbuddet Fyrtårnet har heraf 14 pladser til voksne i afdelingen i Nordhavn.",
            id="part and whole",
        ),
        pytest.param(
            "Fyrtårnet har 22 pladser.",
            "Fyrtårnet har 14 pladser til borgere med sjældne handicap og en egen indgang.",
            id="a narrower group",
        ),
        pytest.param(
            "Fyrtårnet i Nordhavn har samlet 22 døgnpladser til voksne borgere.",
            "Fyrtårnet i Nordhavn har samlet 9 dagpladser til voksne borgere.",
            id="another sort of place",
        ),
        pytest.param(
            "Fyrskibet i Fjordby modtog 31 henvisninger af kvinder i 2023.",
            "Fyrskibet i Fjordby modtog 27 henvisninger af mænd i 2023.",
            id="women and men",
        ),
        pytest.param(
            "Efter servicelovens § 107 er der 61 pladser i de kommunale tilbud i Østfjorden.",
            "Efter servicelovens § 108 er der 74 pladser i de kommunale tilbud i Østfjorden.",
            id="another paragraph",
        ),
        pytest.param(
            "Styregruppe Social behandlede årsrapporten på mødet den 5. september 2024.",
            "Styregruppe Social behandlede årsrapporten på mødet den 13. juni 2024.",
            id="the day of another meeting",
        ),
        pytest.param(
            "Næste møde i Styregruppe Social er den 5. september 2024 i Nordhavn.",
            "Næste møde i Styregruppe Social er den 12. september 2024 i Nordhavn.",
            id="the next meeting",
        ),
        pytest.param(
            "Der holdes temadag om magtanvendelse for ledere den 3. marts 2025.",
            "Der holdes temadag om magtanvendelse for ledere den 20. marts 2025.",
            id="something held twice",
        ),
        pytest.param(
            "KKR Østfjorden godkendte socialaftalen den 22. november 2022.",
            "KKR Østfjorden godkendte socialaftalen den 22. november 2024.",
            id="the same done two years later",
        ),
        pytest.param(
            "Styregruppen evaluerer ordningen med delte pladser hvert andet år.",
            "Sekretariatet følger ordningen med delte botilbud månedligt.",
            id="another thing done as often",
        ),
        pytest.param(
            "Takster kan kun reguleres én gang årligt.",
            "Et tilbud kan ikke ændre taksten i løbet af året.",
            id="a rule said again the other way round",
        ),
        pytest.param(
            "Karen Ullits er tovholder for netværket om unge med angst.",
            "Tovholder for netværket om unge med angst er Karen-Marie Ullits.",
            id="a name written otherwise",
        ),
        pytest.param(
            "Karen Ullits er tovholder for netværket om unge med angst.",
            "Tovholder for netværket om voksne med autisme er Morten Sejr Hald.",
            id="who is responsible for something else",
        ),
        pytest.param(
            "Fyrtårnet (2023: 3.517 kr.; 2024: 3.622 kr.)",
            "Fyrtårnet (2023: 3.519 kr.; 2024: 3.624 kr.)",
            id="rows of two tables",
        ),
        pytest.param(
            "Botilbud Fyrtårnet niveau 4 § 107 96 1.742 1.761 0,31% 1,09%",
            "Botilbud Fyrtårnet niveau 5 § 107 96 1.988 2.014 0,28% 0,80%",
            id="lines of a flattened table",
        ),
        pytest.param(
            "- Botilbud: 142 anmeldte besøg af tilsynet og 10 uanmeldte besøg om natten",
            "- Plejefamilier: 68 anmeldte besøg af tilsynet og 4 uanmeldte besøg om natten",
            id="items of a list",
        ),
        pytest.param(
            "Den objektive finansiering af Fyrskibet stiger i 2023 med 48.317 kr.",
            "Den objektive finansiering af Fyrskibet stiger i 2024 med 48.315 kr.",
            id="long figures of two years",
        ),
        pytest.param(
            "Budgettet for tilsynet på plejefamilier i 2023 er på 2.310.412 kr. efter indeksering.",
            "I regnskabet for 2023 bruger tilsynet på plejefamilier 2.311.047 kr.",
            id="accounts near the budget",
        ),
        pytest.param(
            "Tilsynet har 4.517 pladser i 2023 på hele området.",
            "Tilsynet havde 4.515 borgere i 2023 på hele området.",
            id="long figures of two things",
        ),
        pytest.param(
            "Se bilag 3 om takster for de sociale tilbud på side 12 i årsrapporten.",
            "Se bilag 4 om takster for de sociale tilbud på side 31 i årsrapporten.",
            id="numbers that name",
        ),
    ],
)  # fmt: skip
def test_what_is_told_of_something_else_is_no_conflict(one: str, two: str) -> None:
    assert _values(one, two) == []


FEWER, MORE = PLACES.format(22), PLACES.format(24)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Stated(FEWER, edition="2023-2024"), Stated(MORE, edition="2025-2026")),
        (Stated(FEWER, held=YEAR_BEFORE), Stated(MORE, held=AUTUMN)),
        (Stated(FEWER, draft=True), Stated(MORE)),
        (Stated(FEWER, headings=("Status 2023",)), Stated(MORE, headings=("Status 2024",))),
        (Stated(FEWER, headings=("Budget for Fyrtårnet",)), Stated(MORE, headings=("Regnskab",))),
    ],
    ids=["edition", "year of the meeting", "draft", "year above", "kind of figure above"],
)
def test_statements_of_different_standing_or_time_do_not_conflict(one: Stated, two: Stated) -> None:
    assert _values(one, two) == []


def test_meetings_of_one_year_can_disagree() -> None:
    one, two = Stated(FEWER, held=SPRING), Stated(MORE, held=AUTUMN)

    assert _values(one, two) == [("22 pladser", "24 pladser")]


def test_an_event_is_dated_alike_whenever_it_is_told() -> None:
    one = Stated("KKR Østfjorden vedtog aftalen den 22. november 2022.", held=YEAR_BEFORE)
    two = Stated("KKR Østfjorden vedtog aftalen den 24. november 2022.", held=AUTUMN)

    assert _values(one, two) == [("22. november 2022", "24. november 2022")]


def test_a_conflict_names_both_statements_with_their_places() -> None:
    told, other = Stated(FEWER, place=("a", 1)), Stated(MORE, place=("b", 7))

    found = disagreeing(told, [Stated("Godkendt.", place="c"), other])

    assert found == [Conflict(told, other, "22 pladser", "24 pladser")]


def test_what_is_said_in_several_places_is_told_once() -> None:
    others = [Stated(MORE, place=place) for place in range(3)]

    found = disagreeing(Stated(FEWER), others)

    assert [conflict.other.place for conflict in found] == [0]


def test_nothing_disagrees_with_a_sentence_without_a_value() -> None:
    assert disagreeing(Stated("Styregruppen tog orienteringen til efterretning."), []) == []
