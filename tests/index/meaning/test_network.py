"""The forward pass, on a network of a few random weights; `test_training` compares with torch."""

from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from index.meaning.network import Network, read

SIZE, HEADS, LAYERS, UNITS, LONGEST, DIMENSION = 8, 2, 2, 20, 6, 5
SHAPES = {
    "attend": (3 * SIZE, SIZE),
    "attend_bias": (3 * SIZE,),
    "project": (SIZE, SIZE),
    "project_bias": (SIZE,),
    "widen": (2 * SIZE, SIZE),
    "widen_bias": (2 * SIZE,),
    "narrow": (SIZE, 2 * SIZE),
    "narrow_bias": (SIZE,),
    "before": (SIZE,),
    "before_bias": (SIZE,),
    "between": (SIZE,),
    "between_bias": (SIZE,),
}
Text = list[tuple[int, ...]]  # tokens, each its units
TEXTS: list[Text] = [
    [(1,), (2, 3), (4,)],
    [(5,)],
    [(0,)],
    [(6, 7, 8), (9,), (1,), (2,), (3,), (4,)],
]


def arrays() -> dict[str, NDArray[np.generic]]:
    """A model's file, as random numbers."""
    chance = np.random.default_rng(1)

    def some(*shape: int) -> NDArray[np.float16]:
        return chance.normal(0, 0.5, shape).astype(np.float16)

    layers = {
        f"layer.{number}.{name}": some(*shape)
        for number in range(LAYERS)
        for name, shape in SHAPES.items()
    }
    return {
        "units": chance.integers(-127, 127, (UNITS, SIZE)).astype(np.int8),
        "scales": np.full(UNITS, 0.01, np.float16),
        "heads": np.array([HEADS]),
        "positions": some(LONGEST, SIZE),
        "first": some(SIZE),
        "first_bias": some(SIZE),
        "pool": some(1, SIZE),
        "pool_bias": some(1),
        "out": some(DIMENSION, SIZE),
        "out_bias": some(DIMENSION),
        **layers,
    }


@pytest.fixture
def network() -> Network:
    return read(arrays())


def test_the_files_shapes_say_what_the_network_is(network: Network) -> None:
    assert (network.dimension, network.longest) == (DIMENSION, LONGEST)
    assert (len(network.layers), network.heads) == (LAYERS, HEADS)


@pytest.mark.parametrize("name", ["units", "pool", "layer.1.widen"])
def test_a_file_that_lacks_weights_is_not_read(name: str) -> None:
    lacking: Mapping[str, NDArray[np.generic]] = {k: v for k, v in arrays().items() if k != name}

    with pytest.raises(KeyError, match=name):
        read(lacking)


def test_vectors_have_length_one(network: Network) -> None:
    found = network.vectors(TEXTS)

    assert found.shape == (len(TEXTS), DIMENSION)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_alone_and_beside_longer_ones(network: Network) -> None:
    alone = np.concatenate([network.vectors([text]) for text in TEXTS])

    assert np.allclose(network.vectors(TEXTS), alone, atol=1e-5)


def test_the_order_of_tokens_counts_and_that_of_a_tokens_units_does_not(network: Network) -> None:
    said: Text = [(1,), (2, 3), (4,)]
    backwards: Text = [(4,), (2, 3), (1,)]
    mixed: Text = [(1,), (3, 2), (4,)]

    one, turned, same = network.vectors([said, backwards, mixed])

    assert np.allclose(one, same, atol=1e-5)
    assert not np.allclose(one, turned, atol=1e-2)


def test_a_token_is_the_mean_of_its_units(network: Network) -> None:
    texts: list[Text] = [[(1,)], [(1, 1)], [(1, 2)]]

    one, twice, other = network.vectors(texts)

    assert np.allclose(one, twice, atol=1e-5)
    assert not np.allclose(one, other, atol=1e-2)
