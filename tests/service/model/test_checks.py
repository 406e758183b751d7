from dataclasses import replace

import pytest

from service.answer import Outcome
from service.model import Source
from service.model.checks import Fault, checks
from service.model.prompt import SYSTEM
from service.model.sentences import Claim, claims

SOURCE = Source(
    1,
    "KKR Midtø 9. december 2025, punkt 11, Takster 2026 – besluttet:",
    "KKR Midtø tiltrådte, at taksterne på tilbuddene nedsættes med 1,5 pct. i 2026. "
    "Lundby tilsluttede sig ikke forslaget om fælles indkøb.",
    Outcome.DECIDED,
    draft=False,
    struck=False,
)
TABLE = replace(SOURCE, n=2, text="Tilbud\tPladser\tTakst\nHøjgården\t24\t3.150")
CASE = replace(SOURCE, n=3, outcome=Outcome.CASE)


def fault(text: str) -> Fault | None:
    (claim,) = claims(text)
    return checks("Hvad sker der med taksterne?", [SOURCE, TABLE, CASE]).fault(claim)


def test_a_sentence_that_says_no_more_than_its_source_stands() -> None:
    assert fault("KKR Midtø tiltrådte, at taksterne nedsættes med 1,5 % i 2026 [1].") is None


def test_the_place_may_be_told_with_it() -> None:
    told = "På mødet den 9. december 2025 tiltrådte KKR Midtø, at taksterne nedsættes [1]."

    assert fault(told) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taksterne nedsættes med 1,5 pct.", Fault.UNCITED),
        ("Taksterne nedsættes med 1,5 pct. [4].", Fault.UNCITED),
        ("Taksterne nedsættes, se www.ond.example [1].", Fault.NOT_PLAIN),
        ("Taksterne nedsættes med <b>1,5</b> pct. [1].", Fault.NOT_PLAIN),
        ("Nedsættes taksterne? [1]", Fault.NOT_PLAIN),
        ("Taksterne „falder med 1,5 pct.“ [1].", Fault.QUOTE),
        ("Taksterne nedsættes med 2,5 pct. i 2026 [1].", Fault.FIGURE),
        ("Taksterne nedsættes med 1,5 pct. i 2025 [1].", Fault.FIGURE),
        ("Højgården har 24 pladser [2].", Fault.FIGURE),
        ("Taksterne på boformerne nedsættes [1].", Fault.WORD),
        ("Taksterne nedsættes på forslaget [1].", Fault.WORD),
        ("Lundby tiltrådte, at taksterne nedsættes [1].", Fault.WORD),
        ("KKR Fynshav tiltrådte, at taksterne nedsættes [1].", Fault.NAME),
        ("KKR Midtø tiltrådte, at taksterne nedsættes [3].", Fault.STATUS),
        ("Lundby tilsluttede sig forslaget om fælles indkøb [1].", Fault.SENSE),
        ("Taksterne på tilbuddene nedsættes til 1,5 pct. [1].", Fault.BOND),
    ],
)
def test_what_is_wrong_is_told(text: str, expected: Fault) -> None:
    assert fault(text) is expected


def test_the_prompt_does_not_come_back() -> None:
    source = replace(SOURCE, text=SYSTEM)
    line = "Brug kun det, der står i kilderne."

    assert checks("Hvad?", [source]).fault(Claim(line, (1,))) is Fault.ORDER


def test_marks_hidden_in_the_signs_of_others_are_read_as_what_they_are() -> None:
    assert fault("Taksterne nedsættes med ９ pct. i 2026 [1].") is Fault.FIGURE
    assert fault("Tаksterne nedsættes [1].") is Fault.NOT_PLAIN


def test_a_source_that_bears_nothing_of_it_may_not_be_cited_too() -> None:
    assert fault("Lundby tilsluttede sig ikke forslaget om fælles indkøb [1].") is None
    assert fault("Lundby tilsluttede sig ikke forslaget om fælles indkøb [1][2].") is Fault.WORD
