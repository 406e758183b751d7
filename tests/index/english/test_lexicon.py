"""English words in Danish, and English questions."""

import pytest

from index.english import is_english, translations
from index.english.lexicon import LEXICON
from index.tokens import stem


@pytest.mark.parametrize(
    "text",
    [
        "What was decided about the rates?",
        "Who is responsible for supervision?",
        "Where is the meeting about hjemmeplejen held?",
        "How many children live there?",
    ],
)
def test_english_function_words_make_a_question_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad blev besluttet?",
        "Er der en guide om housing first?",
        "Hvem deltager i the board?",
        "takst",
        "",
        "§ 107",
        "12 34",
        "for i at have",
        "😀 \x00 \ud800",
    ],
)
def test_other_questions_are_not(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    ("english", "danish"),
    [("meeting", "møde"), ("decision", "beslutning"), ("children", "børn"), ("rate", "takst")],
)
def test_words_are_translated(english: str, danish: str) -> None:
    assert stem(danish) in map(stem, translations(english))


def test_what_is_not_known_has_no_translation() -> None:
    assert translations("zwerkla") == {}
    assert translations("") == {}


def test_every_line_is_a_word_with_danish_ones_and_their_shares() -> None:
    lines = LEXICON.read_text("utf-8").splitlines()
    shares = [sum(translations(line.split("\t")[0]).values()) for line in lines]

    assert len({line.split("\t")[0] for line in lines}) == len(lines)
    assert all(0 < share <= 1.05 for share in shares)  # they were rounded
