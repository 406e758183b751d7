"""Words the collection does not use."""

import pytest

from index.spelling import LOOKED_UP, NEAREST, Spelling
from index.tokens import stem, tokens

USED = {
    "gældende": 5,
    "takst": 9,
    "beregning": 4,
    "takstberegning": 3,
    "belægning": 4,
    "standardkontrakt": 2,
    "ledelse": 3,
    "indsats": 3,
    "indsatsplan": 2,
    "plan": 6,
    "møde": 8,
}
KNOWN_ELSEWHERE = "husets"


@pytest.fixture
def spelling() -> Spelling:
    vocabulary = {stem(word): count for word, count in USED.items()}
    return Spelling(vocabulary, lambda word: word == stem(KNOWN_ELSEWHERE))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("belagning", "belægning"),
        ("takstz", "takst"),
        ("standartkontrakt", "standardkontrakt"),
        ("standadkontrat", "standardkontrakt"),
        ("indtsats", "indsats"),
    ],
)
def test_an_unknown_word_is_the_nearest_known_one(
    spelling: Spelling, written: str, meant: str
) -> None:
    assert spelling.meant([written]) == {stem(meant): written}


def test_two_words_that_are_written_as_one_elsewhere_are_that_one_too(spelling: Spelling) -> None:
    assert spelling.meant(["takst", "beregning"]) == {stem("takstberegning"): "takst"}


def test_an_s_may_join_two_words() -> None:
    spelling = Spelling({"arbejdsgrup": 3, "arbejd": 3}, lambda _: True)

    assert spelling.meant(["arbejde", "gruppe"]) == {}
    assert spelling.meant(["arbejd", "gruppe"]) == {"arbejdsgrup": "arbejd"}


@pytest.mark.parametrize("word", ["takst", "taksterne", "møder", KNOWN_ELSEWHERE, "2025", "§107"])
def test_what_is_known_is_never_corrected(spelling: Spelling, word: str) -> None:
    assert spelling.meant([word]) == {}


@pytest.mark.parametrize("word", ["mode", "tak", "plds"])
def test_a_short_word_is_like_too_many_others(spelling: Spelling, word: str) -> None:
    assert spelling.meant([word]) == {}


def test_a_short_word_with_two_wrong_letters_is_another_word(spelling: Spelling) -> None:
    assert spelling.meant(["balegning"]) == {}


def test_of_several_as_near_the_commonest_come_first() -> None:
    used = {"hendtal": 1, "henstal": 7, "hental": 9, "henktal": 4, "henptal": 2}

    found = Spelling(used, lambda _: False).meant(["henxtal"])

    assert list(found) == ["hental", "henstal", "henktal"]
    assert len(found) == NEAREST


def test_the_longest_unknown_words_are_looked_up(spelling: Spelling) -> None:
    unknown = [f"xyzxyz{'q' * length}" for length in range(10, 10 + LOOKED_UP)]

    assert spelling.meant([*unknown[1:], "belagning"]) == {stem("belægning"): "belagning"}
    assert spelling.meant([*unknown, "belagning"]) == {}


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text",
    ["", "a" * 20_000, "ukendt " * 2_000, "aeoe" * 5_000, "1 2 3", "😀 \x00 \ud800"],
    ids=range(6),
)
def test_any_question_is_looked_through(spelling: Spelling, text: str) -> None:
    assert spelling.meant(tokens(text)) == {}


def test_a_collection_without_words_corrects_nothing() -> None:
    assert Spelling({}, lambda _: False).meant(["belagning", "takst"]) == {}


def test_words_typed_without_danish_letters_are_read_with_them(spelling: Spelling) -> None:
    text, changed = spelling.danish("Hvad er det gaeldende foer Moede?")

    assert text == "Hvad er det gældende før møde?"
    assert changed == {"gaeldende": "gældende", "foer": "før", "moede": "møde"}


@pytest.mark.parametrize("text", ["Aeldresagen", "koeffekt", "Michael"])
def test_words_that_are_not_known_with_the_letter_stay(spelling: Spelling, text: str) -> None:
    assert spelling.danish(text) == (text, {})
