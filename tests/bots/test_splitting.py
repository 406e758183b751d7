import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.splitting import pieces, utf16

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


@settings(deadline=None)
@given(WORDS, st.integers(4, 60))
def test_nothing_is_lost(text: str, limit: int) -> None:
    assert "".join(pieces(text, limit)) == text


@settings(deadline=None)
@given(WORDS, st.integers(4, 60))
def test_no_piece_is_longer_or_empty(text: str, limit: int) -> None:
    assert all(0 < len(piece) <= limit for piece in pieces(text, limit))


@settings(deadline=None)
@given(st.lists(st.text("abcæøå", min_size=1, max_size=10), min_size=1), st.integers(11, 40))
def test_no_word_that_fits_is_cut(words: list[str], limit: int) -> None:
    told = [word for piece in pieces(" ".join(words), limit) for word in piece.split()]

    assert told == words


@settings(deadline=None)
@given(WORDS, st.integers(4, 60))
def test_a_size_of_the_platforms_own_is_kept(text: str, limit: int) -> None:
    assert all(utf16(piece) <= limit for piece in pieces(text, limit, utf16))


def test_a_paragraph_ends_a_piece_before_a_sentence_does() -> None:
    text = "Første afsnit er her.\n\nAndet. Afsnit"

    assert pieces(text, 34) == ["Første afsnit er her.\n\n", "Andet. Afsnit"]


def test_a_sentence_ends_a_piece_before_a_word_does() -> None:
    text = "Styregruppen godkendte taksten. Den gælder fra 2026."

    assert pieces(text, 40) == ["Styregruppen godkendte taksten. ", "Den gælder fra 2026."]


def test_a_late_word_is_better_than_an_early_sentence() -> None:
    text = "Ja. Den fælles indmelding af ledige pladser fortsætter"

    assert pieces(text, 40) == ["Ja. Den fælles indmelding af ledige ", "pladser fortsætter"]


@pytest.mark.parametrize("sign", ["👩\u200d👩\u200d👧", "👍🏽", "e\u0301", "❤\ufe0f"])
def test_a_sign_of_several_characters_stays_whole(sign: str) -> None:
    text = sign * 20

    assert all(piece.startswith(sign[0]) for piece in pieces(text, 12))


def test_a_word_that_is_too_long_is_cut() -> None:
    assert pieces("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", 10) == []
