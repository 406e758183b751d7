"""The model that ships, as it is asked; `test_shipped_model` says what else holds of it."""

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from index.meaning import OwnEmbedder, own_model
from index.meaning.embedder import BATCH
from index.weights import Weights

# Each question with one letter lost, changed, doubled or in another place.
MISSPELT = {
    "Hvad er taksten for et botilbud?": "Hvad er taksten for et bottilbud?",
    "Hvor mange magtanvendelser var der?": "Hvor mange magtanvendlser var der?",
    "Hvem fører socialtilsyn med stedet?": "Hvem fører socialtilsnyn med stedet?",
    "Hvornår revideres borgerens handleplan?": "Hvornår revideres borgerens handlepaln?",
    "Hvor lang er ventelisten til bostedet?": "Hvor lang er ventelissten til bostedet?",
    "Hvordan behandles klager i Ankestyrelsen?": "Hvordan behandles klager i Ankestyrelesn?",
}
FLOOR = 5  # of these six
TEXTS = [*MISSPELT, "", "😀", "§ 107", *(f"takst {'stiger ' * n}" for n in range(3 * BATCH))]


@pytest.fixture(scope="module")
def model() -> OwnEmbedder:
    """The model as the product loads it."""
    return OwnEmbedder()


def near(one: object, other: object) -> bool:
    return np.allclose(np.array(one), np.array(other), atol=1e-4)


def test_vectors_come_in_the_order_of_their_texts(model: OwnEmbedder) -> None:
    vectors = model.embed_passages(TEXTS)

    assert len(vectors) == len(TEXTS)
    assert all(near(v, model.embed_query(t)) for t, v in zip(TEXTS, vectors, strict=True))


def test_equal_texts_have_equal_vectors_in_any_batch(model: OwnEmbedder) -> None:
    text = next(iter(MISSPELT))

    first, *_, last = model.embed_passages([text, *TEXTS, text])

    assert near(first, last)
    assert near(first, model.embed_passages([text] * 2)[1])


def test_the_threads_that_multiply_do_not_change_with_a_call(model: OwnEmbedder) -> None:
    """Another thread may be in the middle of its own, and gets other last digits."""
    model.embed_query("takst")

    pools = [pool for pool in threadpool_info() if "numpy" in pool["filepath"]]
    assert [pool["num_threads"] for pool in pools if pool["user_api"] == "blas"] == [1]


def test_vectors_are_plain_numbers_of_the_models_dimension(model: OwnEmbedder) -> None:
    vector = model.embed_query("takst")

    assert len(vector) == model.dimension
    assert {type(number) for number in vector} == {float}


def test_no_texts_have_no_vectors(model: OwnEmbedder) -> None:
    assert model.embed_passages([]) == []


@pytest.mark.parametrize("text", ["", "😀🏳️‍🌈", "\x00\x1b", "og det er", "\ud800"])
def test_texts_without_words_are_all_the_same(model: OwnEmbedder, text: str) -> None:
    assert near(model.embed_query(text), model.embed_query(" "))


def test_what_stands_after_the_part_that_is_read_changes_nothing(model: OwnEmbedder) -> None:
    text = "taksten stiger " * 1_000

    assert near(model.embed_query(text), model.embed_query(f"{text} magtanvendelse"))


def test_misspelt_questions_stay_nearest_to_themselves(model: OwnEmbedder) -> None:
    right = np.array(model.embed_passages(list(MISSPELT)))
    wrong = np.array(model.embed_passages(list(MISSPELT.values())))

    nearest = (wrong @ right.T).argmax(1)

    assert (nearest == np.arange(len(MISSPELT))).sum() >= FLOOR


def test_an_unknown_word_is_near_one_that_looks_like_it(model: OwnEmbedder) -> None:
    word, alike, other = map(model.embed_query, ("zwerklaborium", "zwerklaboriet", "xyqfinkas"))

    assert np.dot(word, alike) > np.dot(word, other)


def test_a_model_that_counts_for_nothing_is_not_loaded() -> None:
    assert own_model(Weights(meaning=0.0)) is None
    assert own_model(Weights()) is not None
