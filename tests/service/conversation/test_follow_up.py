"""What a follow-up is understood as, in conversations written for it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from service.conversation.follow_up import Cited, Resolved, Turn, resolved

HERE = Path(__file__).parent
LINE = re.compile(r"(?P<text>[^\[=]+?) *(?:\[(?P<cited>[^\]]+)\] *)?(?:= (?P<expected>.+))?")


@dataclass(frozen=True)
class Said:
    """A line of a conversation; `expected` is `None` for what begins it."""

    text: str
    cited: str | None
    expected: tuple[str, ...] | None


def read(name: str) -> Iterator[list[Said]]:
    """The conversations of a file; how they are written stands at the top of conversations.txt."""
    for block in (HERE / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield [_said(line) for line in lines]


def _said(line: str) -> Said:
    match = LINE.fullmatch(line)
    assert match, line
    expected = match["expected"]
    return Said(match["text"], match["cited"], tuple(expected.split()) if expected else None)


def _fits(understood: str | None, expected: tuple[str, ...]) -> bool:
    if expected == ("-",) or understood is None:
        return understood is None and expected == ("-",)
    found = understood.casefold()
    return all(
        word[1:].casefold() not in found if word[0] == "!" else word.casefold() in found
        for word in expected
    )


def wrong(conversation: list[Said]) -> list[str]:
    """The lines of a conversation that are not understood as they should."""
    faults: list[str] = []
    turn: Turn | None = None
    item: str | None = None
    for said in conversation:
        understood = resolved(said.text, turn).understood_as
        if said.expected and not _fits(understood, said.expected):
            faults.append(f"{said.text} -> {understood}")
        item = said.cited or item
        turn = Turn(understood or said.text, Cited("Referat", item_title=item) if item else None)
    return faults


def understood(text: str, question: str, **cited: object) -> str | None:
    place = Cited("Referat", **cited) if cited else None  # type: ignore[arg-type]
    return resolved(text, Turn(question, place)).understood_as


def sample() -> list[str]:
    """The questions of the sample collection."""
    path = HERE.parents[2] / "eval/sample/questions.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


SAMPLE = sample()
CONVERSATIONS = list(read("conversations.txt"))


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c[0].text)
def test_a_conversation_is_understood(conversation: list[Said]):
    assert wrong(conversation) == []


def test_what_was_measured_stays_understood():
    measured = list(read("conversations_measured.txt"))

    followups = sum(said.expected is not None for each in measured for said in each)
    right = followups - sum(len(wrong(each)) for each in measured)

    assert right / followups >= 0.97


@pytest.mark.parametrize("question", SAMPLE)
def test_a_question_of_the_sample_begins_afresh_after_any_other(question: str):
    assert {resolved(question, Turn(other)).understood_as for other in SAMPLE} == {None}


def test_the_first_question_is_as_it_was_written():
    assert resolved("og i 2023?", None) == Resolved("og i 2023?", None)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("og i 2023?", "Hvad var belægningen på Fyrtårnet i 2023?"),
        ("i maj?", "Hvad var belægningen på Fyrtårnet i maj 2022?"),
        ("året efter?", "Hvad var belægningen på Fyrtårnet i 2023?"),
        ("hvad med Birkegården?", "Hvad var belægningen på Birkegården i 2022?"),
        ("hvad med underskuddet?", "Hvad var underskuddet på Fyrtårnet i 2022?"),
        ("hvorfor?", "Hvorfor (belægningen på Fyrtårnet i 2022)?"),
        ("hvor mange pladser?", "Hvor mange pladser (Fyrtårnet 2022)?"),
        ("kan du uddybe?", "Hvad var belægningen på Fyrtårnet i 2022?"),
        ("hvad med opsigelse?", "Hvad var belægningen på Fyrtårnet i 2022 (opsigelse)?"),
    ],
)
def test_a_followup_is_written_out(text: str, full: str):
    assert understood(text, "Hvad var belægningen på Fyrtårnet i 2022?") == full


def test_a_year_is_replaced_wherever_it_stands():
    question = "Hvem skal gøre det (takster 2024; takstbilag 2024)?"

    assert understood("og i 2025?", question) == (
        "Hvem skal gøre det (takster 2025; takstbilag 2025)?"
    )


def test_the_year_after_is_that_after_the_cited_meeting_where_none_is_asked_for():
    full = understood("året efter?", "Hvad kostede korpset?", meeting_date=date(2021, 5, 20))

    assert full == "Hvad kostede korpset i 2022?"


def test_a_yes_or_no_question_takes_the_new_question_word():
    assert understood("hvornår?", "Blev guiden godkendt?") == "Hvornår blev guiden godkendt?"


def test_an_item_of_the_same_matter_is_added_without_its_years():
    full = understood(
        "hvem gør det?", "Fortsætter opfølgningen?", item_title="Opfølgning på omlægningen 2025"
    )

    assert full == "Hvem gør det (opfølgningen; opfølgning på omlægningen)?"


def test_an_item_of_another_matter_is_not():
    full = understood("hvem gør det?", "Fortsætter opfølgningen i sagen?", item_title="Eventuelt")

    assert full == "Hvem gør det (opfølgningen i sagen)?"


def test_the_meeting_is_that_of_the_citation():
    full = understood(
        "hvem deltog i mødet?",
        "Blev guiden godkendt?",
        meeting_date=date(2025, 3, 12),
        body="Styregruppe Social",
    )

    assert full == "Hvem deltog i mødet (12.03.2025, Styregruppe Social)?"


def test_whether_it_is_adopted_is_asked_of_the_cited_edition():
    full = understood("er det vedtaget?", "Hvad er kravet til belægning?", edition="2025-2026")

    assert full == "Er det vedtaget (kravet til belægning; 2025-2026)?"


def test_a_pronoun_bound_in_the_question_begins_afresh():
    asked = "Har kommunen ansvaret, når den køber?"

    assert understood(asked, "Hvor mange pladser har Birkegården?") is None


def test_thanks_are_no_question():
    assert understood("tak for svaret", "Hvem er formand?") is None


def test_a_long_text_tells_itself_what_it_is_about():
    assert understood("hvad med det? " + "Vi har en sag. " * 20, "Hvem er formand?") is None


def test_a_long_conversation_does_not_grow():
    turn = Turn(
        "Hvad var belægningen på Fyrtårnet i 2022?", Cited("R", item_title="Fyrtårnet 2022")
    )
    for text in ("hvem skal betale driften af det?", "hvad mener de om den nye plan?") * 10:
        turn = Turn(resolved(text, turn).understood_as or text, turn.cited)

    assert "Fyrtårnet" in turn.question
    assert len(turn.question) < 250


def test_a_year_is_added_in_the_language_of_the_question():
    assert understood("and in 2021?", "Who chairs the group?") == "Who chairs the group in 2021?"
