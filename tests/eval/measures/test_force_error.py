"""What is not in force is said not to be."""

import pytest

from eval.measures.force_error import of
from eval.runs import Said
from tests.eval.measures.made import cited, gold, item, pair, record

QUOTE = "Fristen er den 15. august året før."


@pytest.mark.parametrize(
    ("flag", "label"),
    [("draft", "Aftalen (udkast)"), ("struck", "slettet tekst"), ("proposed", "foreslået ændring")],
)
def test_what_the_system_knows_it_must_say(flag: str, label: str) -> None:
    known = cited(QUOTE, **{flag: True})
    silent, told = Said(QUOTE, (1,), "Aftalen"), Said(QUOTE, (1,), label)

    assert of(pair(item("x"), record(known, said=(silent,)))) == 1
    assert of(pair(item("x"), record(known, said=(told,)))) == 0


def test_a_remark_or_a_line_of_ours_says_it_too() -> None:
    draft = cited(QUOTE, draft=True)
    ours = Said("„Aftalen“ er her kun som udkast.")

    assert of(pair(item("x"), record(draft, notes=("Kilde 1 er et udkast.",)))) == 0
    assert of(pair(item("x"), record(draft, said=(ours, Said(QUOTE, (1,)))))) == 0


def test_the_quote_itself_says_nothing() -> None:
    quote = "Udkast til frister sendes den 1. maj."

    assert of(pair(item("x"), record(cited(quote, draft=True)))) == 1


@pytest.mark.parametrize(
    ("document", "section"), [("aftale-udkast.txt", None), ("a.txt", "Aftale (udkast) 2.2")]
)
def test_the_set_knows_of_drafts(document: str, section: str | None) -> None:
    asked = item(references=(gold(QUOTE, document=document),), section=section)

    assert of(pair(asked, record(cited(QUOTE, document=document)))) == 1


def test_the_file_knows_what_is_struck() -> None:
    text = f"Før.\n~~Noget andet. {QUOTE}~~ Fristen er den 1. september."

    assert of(pair(item("x"), record(cited(QUOTE)), a=text)) == 1
    assert of(pair(item("x"), record(cited("Fristen er den 1. september.")), a=text)) == 0


def test_without_citations_there_is_no_number() -> None:
    assert of(pair(item("x"), record())) is None
