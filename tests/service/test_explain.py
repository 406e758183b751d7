"""`aftalesvar search TEXT --explain`: how a question was understood, and what found what."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from index import Filters
from service.assistant import ExtractiveAssistant

ROOT = Path(__file__).parent.parent.parent
FOUND_BY = re.compile(r"^     \d+\.\d\d: (?:ord|betydning|ord \+ betydning)$", re.MULTILINE)
NUMBERED = re.compile(r"^  \d+\. ", re.MULTILINE)


def search(home: Path, *arguments: str) -> str:
    """What the command prints, run as a user runs it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("AFTALESVAR_HOME", None)
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", "search", *arguments, "--home", str(home)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Hvor lang er køen til Centerhuset Lyngen?", "venteliste (af “køen”, hverdag, 0.8)"),
        ("Hvad skal beboeren have op af lommen?", "beboer (af “beboer”, foretrukket,"),
        ("Hvad laver TKO?", "Tværkommunal Koordinering (af “TKO”, forkortelse, 1.0)"),
        ("doegntilbud", "“doegntilbud” kan være “døgntilbud”"),
        ("budgetteret belægnng", "“belægnng” kan være “belægning”"),
        ("Which deadline applies for a complaint?", "“complaint” på dansk: klage"),
        ("støtte efter servicelovens § 85", "serviceloven § 85"),
        ("støtte efter SEL § 85", "serviceloven § 85"),
    ],
)
def test_it_tells_what_was_understood(sample_home: Path, question: str, understood: str) -> None:
    said, _, _ = search(sample_home, question, "--explain").partition("  1. ")

    assert said.startswith("Forstået som:\n  ")
    assert f"  {understood}" in said


def test_every_passage_tells_its_score_and_what_found_it(sample_home: Path) -> None:
    shown = search(sample_home, "fælles vikarkorps", "--explain", "--limit", "4")

    assert len(FOUND_BY.findall(shown)) == len(NUMBERED.findall(shown)) > 0
    assert ": ord + betydning" in shown


def test_a_question_that_is_only_its_words_says_so(sample_home: Path) -> None:
    shown = search(sample_home, "Kompasrosen", "--explain")

    assert shown.startswith("Forstået som:\n  kun spørgsmålets egne ord\n")


def test_without_it_nothing_is_explained(sample_home: Path) -> None:
    shown = search(sample_home, "fælles vikarkorps")

    assert "Forstået som" not in shown
    assert not FOUND_BY.search(shown)


def test_where_was_searched_is_told_with_and_without_it(sample_home: Path) -> None:
    question, note = "takster på det seneste møde", "Søgt først i det seneste møde, 12. marts 2025."

    assert search(sample_home, question).startswith(f"{note}\n  1. ")
    assert f"\n{note}\n  1. " in search(sample_home, question, "--explain")


def test_found_passages_name_the_legs_that_found_them(assistant: ExtractiveAssistant) -> None:
    found = assistant.search("fælles vikarkorps", Filters(), 10).passages

    assert found[0].why == ("lexical", "dense")
    assert all(set(passage.why) <= {"lexical", "dense"} and passage.why for passage in found)


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        ("takster", ()),
        ("takster på det seneste møde", ("Søgt først i det seneste møde, 12. marts 2025.",)),
        ("Fyrtårnet i referater fra 2024", ("Søgt først i referater fra 2024.",)),
        (
            "Kompasrosen i dagsordener fra 2021",
            ("Intet fundet i dagsordener fra 2021. Der er søgt bredere.",),
        ),
    ],
)
def test_a_ranking_notes_where_was_searched(
    assistant: ExtractiveAssistant, question: str, notes: tuple[str, ...]
) -> None:
    assert assistant.search(question, Filters(), 5).notes == notes


def test_an_answer_notes_it_too(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Hvad blev besluttet om takstskemaet på det seneste møde?", Filters())

    assert answer.notes[0] == "Søgt først i det seneste møde, 12. marts 2025."


def test_what_is_explained_is_what_is_searched_by(assistant: ExtractiveAssistant) -> None:
    asked = assistant.explained("Which deadline applies for a complaint?", Filters())

    assert dict(asked.translated)["complaint"] == "klage"
    assert set(asked.plain) <= set(asked.terms)
    assert "klage" in {concept.term for concept in asked.concepts}
