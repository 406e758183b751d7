import pytest

from service.conflicts.sums import sums


@pytest.mark.parametrize(
    ("text", "value", "against"),
    [
        (
            "Fra 1. juli er der i alt 23 faste pladser på Fyrtårnet. Taksten stiger."
            " Pladserne er fordelt på 15 pladser til voksne og seks pladser til unge.",
            "23 faste pladser",
            "15 + seks",
        ),
        (
            "Fyrskibet har 12 pladser, fordelt på syv pladser i Nordhavn og seks i Fjordby.",
            "12 pladser",
            "syv + seks",
        ),
        ("Der er 9 pladser, fordelt på 6 til unge og 5 til voksne.", "9 pladser", "6 + 5"),
        ("Der er 9 pladser, heraf 6 til unge og 5 pladser til voksne.", "9 pladser", "6 + 5"),
        (
            "Puljen er 900.000 kr. Den er fordelt med 500.000 kr. til Nordhavn og 300.000 kr. til"
            " Fjordby.",
            "900.000 kr.",
            "500.000 + 300.000",
        ),
    ],
)  # fmt: skip
def test_parts_that_do_not_add_up_are_found(text: str, value: str, against: str) -> None:
    found = sums(text)

    assert found is not None
    assert (found.value, found.against) == (value, against)


@pytest.mark.parametrize(
    "text",
    [
        "Der er 21 pladser, fordelt på 15 pladser til voksne og seks pladser til unge.",
        "Der er 23 pladser, heraf 15 pladser til voksne og seks pladser til unge.",
        "Der er ca. 23 pladser, fordelt på 15 pladser til voksne og seks pladser til unge.",
        "Der er 23 pladser, fordelt på 15 pladser til voksne, seks til unge og resten til børn.",
        "Der er 23 pladser. De er fordelt på 3 matrikler og 2 afdelinger.",
        "Der er 23 pladser, fordelt på tre kommuner.",
        "Der er 23 pladser, fordelt på 15 til voksne og 8 til unge.",
        "Pladserne er fordelt på 15 pladser til voksne og seks pladser til unge.",
        "Før var der 28 pladser, nu 21 pladser, fordelt på 15 pladser til voksne og seks til unge.",
        "Godkendt.",
    ],
)
def test_parts_that_may_add_up_are_no_conflict(text: str) -> None:
    assert sums(text) is None
