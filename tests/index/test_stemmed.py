"""Texts arranged by stems give the same answers as reading each of them."""

from collections.abc import Iterator

import pytest

from index import OPEN_ONLY, Index, Snapshot

TEXTS = (
    "Taksten stiger.",
    "Nyt fælles takstskema fra 2026",
    "Opfølgning på autismespektrumforstyrrelser",
    "Borgere med mental retardering",
    "Status på Fyrtårnet",
    "Godkendelse af dagsorden",
    "",
)


@pytest.fixture(scope="module")
def state(index: Index) -> Iterator[Snapshot]:
    with index.snapshot() as made:
        yield made


@pytest.mark.parametrize(
    "words",
    ["takster", "autisme", "udviklingshæmning", "Fyrtårnt", "tomme pladser", "", "svømmehal"],
)
def test_a_narrowed_subject_is_named_by_the_same_texts(state: Snapshot, words: str) -> None:
    subject = state.subject(words, OPEN_ONLY, english=False)
    narrowed = state.stemmed(TEXTS, OPEN_ONLY).narrowed(subject)

    assert [narrowed.named_in(text) for text in TEXTS] == [subject.named_in(text) for text in TEXTS]


def test_a_text_without_a_word_of_it_need_not_be_read(state: Snapshot) -> None:
    subject = state.subject("takster", OPEN_ONLY, english=False)

    lacking = state.stemmed(TEXTS, OPEN_ONLY).narrowed(subject).lacking
    assert {"Godkendelse af dagsorden", "Status på Fyrtårnet", ""} <= lacking
    assert "Nyt fælles takstskema fra 2026" not in lacking
