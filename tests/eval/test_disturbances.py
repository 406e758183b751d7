"""Questions as people type them."""

import random

import pytest

from eval.disturbances import apart, plain_letters, typo

QUESTION = "Hvad er belægningsprocenten for botilbuddet i år?"


@pytest.mark.parametrize("seed", range(200))
def test_a_typo_changes_the_longest_word_alone_and_not_its_first_letter(seed: int) -> None:
    before, _, after = QUESTION.partition("belægningsprocenten")

    said = typo(QUESTION, random.Random(seed))

    assert said != QUESTION
    assert said.startswith(f"{before}b")
    assert said.endswith(after)
    assert abs(len(said) - len(QUESTION)) <= 1


@pytest.mark.parametrize("word", ["aaaaaa", "takst", "tilladelse", "nnnneeee"])
def test_every_slip_is_seen(word: str) -> None:
    assert all(typo(word, random.Random(seed)) != word for seed in range(100))


def test_the_same_chance_makes_the_same_typo() -> None:
    assert typo(QUESTION, random.Random(3)) == typo(QUESTION, random.Random(3))
    assert len({typo(QUESTION, random.Random(seed)) for seed in range(50)}) > 10


@pytest.mark.parametrize("text", ["", "?", "Er du på?", "2024"])
def test_without_a_long_word_nothing_changes(text: str) -> None:
    assert typo(text, random.Random(0)) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Belægningsprocenten i år", "Belægnings procenten i år"),
        ("takstaftalen", "takst aftalen"),
        ("procenten", "procenten"),
        ("belægningsudvalget", "belægningsudvalget"),
        ("takstaftalen og belægningsprocenten", "takst aftalen og belægnings procenten"),
    ],
)
def test_a_compound_is_parted_where_both_words_are_known(text: str, said: str) -> None:
    assert apart(text, {"belægning", "procenten", "takst", "aftalen"}) == said


def test_a_keyboard_without_danish_letters() -> None:
    assert plain_letters("Ærø, Århus og smør på åen") == "Aeroe, Aarhus og smoer paa aaen"
