"""Whatever stands in a question, search answers with passages or with none, and soon."""

import string

import pytest

from index import Filters, Index

# A second is normal; what grows with the square of a question's length would not end in these.
SECONDS = 60
WORDS = ("takst", "botilbud", "underskud", "borger", "aftale", "kommune", "møde", "pladser")
LONG = " ".join(f"{WORDS[n % len(WORDS)]}{string.ascii_lowercase[n % 26] * 3}" for n in range(2000))
QUESTIONS = {
    "empty": "",
    "blank": " \t\n ",
    "2,000 words": LONG,
    "2,000 known words": " ".join(WORDS * 250),
    "2,000 words on one topic": "overskud " * 2000,
    "a word of 100,000 letters": "a" * 100_000,
    "only stop words": "hvad er det for en og hvor er den",
    "only a number": "2024",
    "a number of 5,000 digits": "9" * 5000,
    "only a paragraph sign": "§",
    "5,000 paragraph signs": "§" * 5000,
    "a paragraph of no law": "§ 99999",
    "an item of no meeting": f"punkt {'9' * 5000}",
    "a day that is none": "mødet den 31.02.2025 og den 99. maj 9999",
    "years without end": "for 99999999999 år siden, 2025-2026-2027-2028",
    "Arabic": "هل يمكن للبلدية دفع الرسوم؟",
    "German": "Wie viel kostet ein Platz in der Einrichtung pro Tag?",
    "Chinese": "社会服务的价格是多少",
    "emoji": "😀🏠🚑👩‍👧‍👦",
    "control characters": "\x00\x07\x1b[31mtakst\x7f\x85\u202e\ufeff",
    "marks without letters": "\u0301" * 500,
    "half of a character": "takst \ud800",
    "punctuation": string.punctuation,
    "code": "'; DROP TABLE passages; -- ${HOME} {{7*7}} <script>",
}


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_any_question_has_a_result_or_none(index: Index, question: str) -> None:
    hits = index.search(question, Filters(), 10)

    assert len(hits) <= 10
    assert len({hit.passage.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("question", ["", "hvad er det for en og hvor er den", "§", "😀🏠🚑"])
def test_a_question_without_a_telling_word_has_no_result(index: Index, question: str) -> None:
    assert index.search(question, Filters()) == []


@pytest.mark.timeout(SECONDS)
def test_what_surrounds_a_word_does_not_hide_it(index: Index) -> None:
    plain, noisy = (
        index.search(question, Filters(), 1)[0].passage.id
        for question in ("trækningsret", "😀 \x00\x1b trækningsret \u202e هل")
    )

    assert plain == noisy


@pytest.mark.timeout(SECONDS)
def test_a_question_of_2000_words_is_answered_by_its_beginning(index: Index) -> None:
    hits = index.search(f"objektiv finansiering og trækningsret {LONG}", Filters(), 5)

    assert any("Ved trækningsret betaler" in hit.passage.text for hit in hits)
