"""A question that asks for a list or a count is read as a whole; any other is none."""

import json
from datetime import date

import pytest

from eval.sample.build import HERE
from index import Kind
from service.answer import Outcome
from service.register.asked import Register, register
from service.register.forms import Listed

TODAY = date(2025, 6, 1)
AUTUMN, NEXT = date(2024, 9, 5), date(2023, 11, 16)
IN_2024 = {"start": date(2024, 1, 1), "end": date(2024, 12, 31)}


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Alle beslutninger om takster", Register(Listed.DECISIONS, "takster")),
        ("Vis mig alle beslutninger om takster", Register(Listed.DECISIONS, "takster")),
        ("Vis alle beslutninger, der handler om takster.", Register(Listed.DECISIONS, "takster")),
        ("Liste over beslutninger om takster", Register(Listed.DECISIONS, "takster")),
        (
            "Hvilke beslutninger blev truffet på mødet 5. september 2024?",
            Register(Listed.DECISIONS, start=AUTUMN, end=AUTUMN),
        ),
        (
            "Hvilke beslutninger har DAS truffet om takster i 2024?",
            Register(Listed.DECISIONS, "takster", "DAS", **IN_2024),
        ),
        (
            "Hvad blev besluttet på det seneste møde i DAS?",
            Register(Listed.DECISIONS, body="DAS", end=TODAY, latest=True),
        ),
        (
            "Hvor mange punkter var der på mødet 5. september 2024?",
            Register(Listed.ITEMS, start=AUTUMN, end=AUTUMN, count=True),
        ),
        (
            "Hvilke punkter var på dagsordenen den 16.11.2023?",
            Register(Listed.ITEMS, start=NEXT, end=NEXT),
        ),
        ("Find beslutninger om takster", Register(Listed.DECISIONS, "takster")),
        (
            "Hvad blev der drøftet på mødet 5. september 2024?",
            Register(Listed.TREATED, start=AUTUMN, end=AUTUMN),
        ),
        (
            "Hvornår holdt DAS møde i 2024?",
            Register(Listed.MEETINGS, body="DAS", **IN_2024),
        ),
        (
            "Hvor mange gange blev Fyrtårnet drøftet i 2024?",
            Register(Listed.TREATED, "Fyrtårnet", times=True, count=True, **IN_2024),
        ),
        (
            "Hvornår drøftede DAS sikrede institutioner?",
            Register(Listed.TREATED, "sikrede institutioner", "DAS", times=True),
        ),
        (
            "Hvilke udgaver findes der af socialaftalen?",
            Register(Listed.DOCUMENTS, kinds=frozenset({Kind.SOCIALAFTALE})),
        ),
        ("Hvilke punkter handler om takster?", Register(Listed.ITEMS, "takster")),
        (
            "Hvilke møder har DAS holdt i 2024?",
            Register(Listed.MEETINGS, body="DAS", **IN_2024),
        ),
        (
            "Hvor mange gange har DAS drøftet unge med autisme?",
            Register(Listed.TREATED, "unge med autisme", "DAS", times=True, count=True),
        ),
        (
            "Hvornår har Fyrtårnet været på dagsordenen?",
            Register(Listed.ITEMS, "Fyrtårnet", times=True),
        ),
        (
            "På hvilke møder er Fyrtårnet blevet drøftet?",
            Register(Listed.TREATED, "Fyrtårnet", times=True),
        ),
        (
            "Hvilke sager blev udsat i 2024?",
            Register(Listed.DECISIONS, outcome=Outcome.POSTPONED, **IN_2024),
        ),
        ("Hvilke dokumenter er der i samlingen?", Register(Listed.DOCUMENTS)),
        (
            "Hvilke udgaver af styringsaftalen findes?",
            Register(Listed.DOCUMENTS, kinds=frozenset({Kind.STYRINGSAFTALE})),
        ),
        ("Hvor mangler der referater?", Register(Listed.WITHOUT_MINUTES, end=TODAY)),
        ("Hvilke bilag er kun nævnt ved navn?", Register(Listed.NAMED)),
        (
            "Hvor mange lukkede punkter er der i samlingen?",
            Register(Listed.ITEMS, count=True, closed=True),
        ),
        ("All decisions about rates", Register(Listed.DECISIONS, "rates", english=True)),
        (
            "How many items were on the agenda on 16 November 2023?",
            Register(Listed.ITEMS, start=NEXT, end=NEXT, count=True, english=True),
        ),
        (
            "How many times has DAS discussed rates?",
            Register(Listed.TREATED, "rates", "DAS", times=True, count=True, english=True),
        ),
    ],
)
def test_a_question_for_a_list_is_read(question: str, asked: Register) -> None:
    assert register(question, TODAY) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange pladser har tilbuddet?",
        "Hvilke tre spor arbejder gruppen med?",
        "Hvad er alle kriterierne for det forpligtende samarbejde?",
        "Hvad blev besluttet om takster på mødet 12. marts 2025?",
        "Hvilke aftaler er der indgået om sundhedsydelser?",
        "Hvor mange sager har kommunen behandlet i 2022?",
        "Hvor ofte skal taksten reguleres?",
        "Hvor mange gange må taksten reguleres i 2024?",
        "Hvor mange møder holder styregruppen om året?",
        "Hvornår blev takstbilaget godkendt?",
        "Hvornår skal sundhedstjek på dagsordenen igen?",
        "Hvornår er næste møde?",
        "På hvilket møde blev målgrupperne vedtaget?",
        "Hvilke beslutninger skal KKR træffe?",
        "Hvilke dokumenter skal borgeren aflevere?",
        "Hvilke bilag skal følge med ansøgningen?",
        "Hvilke udgaver af loven gælder?",
        "Hvilke punkter er der i handleplanen?",
        "Hvilke sager blev godkendt i 2024?",
        "Hvor mange tilbud er lukkede?",
        "Hvor ofte har borgeren haft besøg?",
        "Hvor mangler der pladser?",
        "Which decisions must the municipality make?",
    ],
)
def test_an_ordinary_question_is_none(question: str) -> None:
    assert register(question, TODAY) is None


def test_of_the_samples_questions_only_that_for_a_meetings_decisions_is_one() -> None:
    asked = [
        json.loads(line)["question"]
        for line in (HERE / "questions.jsonl").read_text("utf-8").splitlines()
    ]

    assert [question for question in asked if register(question, TODAY)] == [
        "Hvad blev besluttet på styregruppens møde den 7. marts 2024?"
    ]


def test_an_agenda_of_no_meeting_in_particular_is_none() -> None:
    assert register("Hvilke punkter er der på dagsordenen?", TODAY) is None
    assert register("Hvad blev besluttet på mødet?", TODAY) is None


def test_a_meeting_to_come_has_not_been_held() -> None:
    asked = register("Hvilke møder har DAS holdt i 2025?", TODAY)

    assert asked
    assert asked.end == TODAY


def test_a_long_text_is_no_question_for_a_list() -> None:
    assert register(f"Alle beslutninger om {'takster og ' * 40}", TODAY) is None
