"""A name that slipped through beside a pseudonym is found, in all cases and in few others."""

import random

import pytest

from ingest.personal import pseudonym

# Half of them are in the list of names, half are not.
HOPELESS = 60  # seconds; work that grows with the square of the text takes far longer
LISTED = "Mikkel Fatima Jonas Emilie Yusuf Lærke Andrzej Aviaja Søren Zeynep Bo Liv Kim".split()
UNLISTED = "Zenobio Tarvik Oumayra Kwabe Jorunde Milosz Thuyan Brixo Sverri Ylvana Dagro".split()

CASES = (
    "{a} har gennem flere år haft støtte fra en konsulent. {rest} Forløbet for {a} fortsætter.",
    "Sagen handler om borger {a}. {a} bor hos sin mor. {rest}",
    "Barnet {a} er 9 år og går i specialskole. {rest} Støtten til {a} blev øget i 2023.",
    "{a}s mor har søgt om aflastning. {rest} Kommunen bevilger 15 timer.",
    "Case: en elev ({a}) med synsnedsættelse. {a} har støtte i skolen. {rest}",
    "{rest} Derfor kan {a} ikke blive på tilbuddet. {a} er tilmeldt et nyt forløb.",
)
ALIASES = ("A.", "B.", "X", "N.N.", "C")
SLIPS = (
    "{n} bor på et botilbud i Østby.",
    "Det fremgår, at {n} går i 7. klasse.",
    "{g} mor er orienteret om afgørelsen.",
    "Der er holdt møde med mor til {n} om aflastningen.",
    "Efter sommerferien flyttede drengen {n} hjem igen.",
    "{n} har svært ved skift og har brug for struktur.",
    "I den periode, hvor {n} ønsker at bo alene, gives støtte.",
    "Personalet oplever, at {n} trives bedre.",
    "{g} forældre deltager i kurset.",
    "Aftalen er, at pigen {n} modtager støtte hver uge.",
)
CLEAN = (
    "Konsulent Mette Eksempel følger forløbet sammen med leder Jens Ole Prøve.",
    "Mette Eksempel orienterede om sagen, og Mette har skrevet til Region Østfjorden.",
    "Østby Kommune har i august 2023 bevilget støtte. Kommunen betaler.",
    "Tilbuddet Birkehuset har ledige pladser. Birkehuset er godkendt til 12 pladser.",
    "Børnehaven Bambi deltager i forløbet, og Bambi har en støttepædagog.",
    "Hans mor er orienteret. Hans forældre deltager i kurset. Bo i egen bolig er målet.",
    "Drengen bor hjemme. Barnets mor har søgt. Borgerens forældre er hørt.",
    "Afbud: Mette, Lars og Hanne.",
    "Det vurderes, at Socialstyrelsen har kompetencen, og at VISO kan bistå.",
    "Synskonsulenten har fulgt sagen. Tidligere gik barnet i dagpleje i Vestby.",
)


def genitive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}s"


def text_with(chance: random.Random, rest: str) -> str:
    return chance.choice(CASES).format(a=chance.choice(ALIASES), rest=rest)


def slips(chance: random.Random, at: int) -> tuple[str, str]:
    """A case with a name that slipped through among harmless sentences, and the name."""
    name = chance.choice((LISTED, UNLISTED)[at % 2])
    slip = chance.choice(SLIPS).format(n=name, g=genitive(name))
    told = [chance.choice(CLEAN), slip, chance.choice(CLEAN)]
    return text_with(chance, " ".join(told)), name


def test_of_fifty_slips_all_are_found() -> None:
    chance = random.Random(50)
    cases = [slips(chance, at) for at in range(50)]

    missed = [
        (text, name)
        for text, name in cases
        if [text[a:b] for a, b in pseudonym.find(text)] != [name]
    ]

    assert missed == []


def test_of_twenty_clean_cases_none_is_flagged() -> None:
    chance = random.Random(20)
    cases = [text_with(chance, " ".join(chance.sample(CLEAN, 3))) for _ in range(20)]

    assert [(text, pseudonym.find(text)) for text in cases if pseudonym.find(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mikkel bor på et botilbud. Mikkels mor er orienteret.",
        "Kategori A er opfyldt, og kategori B er opfyldt. Mikkel bor i Østby.",
        "Tilbud X har 12 pladser. Tilbud X er godkendt. Mikkel deltog i mødet.",
        "Bilag A er vedlagt. I har modtaget bilag B. Mikkel bor i Østby.",
        "Gruppe A har fire pladser, og gruppe A kan udvides. Mikkel har skrevet.",
        "A er højere end året før. Mikkel bor i Østby.",
        "I bor tæt på. I har ret. I er velkomne. Mikkel bor i Østby.",
    ],
)
def test_a_name_is_no_slip_where_no_letter_stands_for_a_person(text: str) -> None:
    assert pseudonym.find(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mikkel Eksempel bor i nabobyen.",
        "Konsulent Mikkel har skrevet notatet.",
        "Mikkel orienterede om sagen.",
        "Botilbuddet Mikkel har en plads.",
        "Sankt Andreas er lukket.",
        "Mikkel Kommune har betalt.",
        "Foreløbig bor hun hos sin mormor.",
        "Vi har en synsrådgiver. Synsrådgiver har brug for tid.",
        "Ophold i Vallensø er muligt, og derfor har Vallensø fået en plads.",
        "Støtten gives i August og Maj.",
    ],
)
def test_officials_places_and_months_are_no_slips(sentence: str) -> None:
    assert pseudonym.find(f"Borger A bor alene. A har søgt. {sentence}") == []


@pytest.mark.parametrize("name", ["Zenobio", "Liv", "Fatima"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Derfor har {} fået en ny kontaktperson.",
        "Det er vigtigt for {}, at der er ro.",
        "Vi har aftalt med {}, at skolen prøves igen.",
        "{}, 14 år, er glad for skolen.",
    ],
)
def test_a_name_is_found_where_a_pseudonym_could_stand(sentence: str, name: str) -> None:
    text = f"Borger A bor alene. A har søgt. {sentence.format(name)}"

    assert [text[a:b] for a, b in pseudonym.find(text)] == [name]


@pytest.mark.parametrize(
    "letters",
    [
        "Borger A har søgt.",
        "A. er ti år. Derfor har A. støtte.",
        "N.N. bor alene.",
        "X's mor har søgt.",
        "Der er talt med mor til B.",
        "Eleven (A.) har støtte.",
    ],
)
def test_each_way_to_write_a_pseudonym_counts(letters: str) -> None:
    text = f"{letters} Senere flyttede Mikkel."

    assert [text[a:b] for a, b in pseudonym.find(text)] == ["Mikkel"]


def test_a_name_far_away_belongs_to_another_case() -> None:
    far = "Der er holdt møde. " * 200

    assert pseudonym.find(f"Borger A bor alene. {far} Mikkel bor i Østby.") == []


def test_an_officials_name_far_away_does_not_hide_a_slip() -> None:
    far = "Der er holdt møde. " * 200
    text = f"Til stede: Mikkel Eksempel. {far} Borger A bor alene. Mikkel er ti år."

    assert [text[a:b] for a, b in pseudonym.find(text)] == ["Mikkel"]


@pytest.mark.timeout(HOPELESS)
@pytest.mark.parametrize(
    "text",
    [
        "A" * 100_000,
        "A. " * 33_000,
        "A har " * 16_000,
        "borger A " * 11_000,
        "N. N. " * 16_000,
        "Mikkel bor. Borger A bor. " * 4_000,
        "Aa " * 33_000 + "borger A bor",
        " " * 100_000,
        "mor til " * 12_000,
        "x" * 100_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    found = pseudonym.find(text)

    assert all(0 <= one[0] < one[1] <= len(text) for one in found)
