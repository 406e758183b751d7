"""A LlamaIndex embedding model as ours."""

import pytest
from llama_index.core import MockEmbedding
from llama_index.core.embeddings import BaseEmbedding

from index.embedders import Choice, LlamaEmbedder, embedder
from index.errors import ModelUnusable

MOCK = "llama_index.core:MockEmbedding"


class Refusing(MockEmbedding):
    """Its service is not there."""

    def _get_query_embedding(self, query: str) -> list[float]:
        raise ConnectionError("no route to the service\nwith details")


def test_its_vectors_are_ours() -> None:
    model: BaseEmbedding = MockEmbedding(embed_dim=3)

    ours = LlamaEmbedder(model)

    assert ours.dimension == 3
    assert list(ours.embed_query("takst")) == [0.5, 0.5, 0.5]
    assert ours.embed_passages(["a", "b"]) == [[0.5, 0.5, 0.5]] * 2


def test_its_name_tells_class_and_model() -> None:
    ours = LlamaEmbedder(MockEmbedding(embed_dim=3, model_name="lille"))

    assert ours.name == "llama-index MockEmbedding lille"


def test_it_can_be_chosen_by_its_class() -> None:
    ours = embedder(Choice(MOCK, arguments={"embed_dim": 5}))

    assert ours.dimension == 5


@pytest.mark.parametrize(
    ("path", "arguments"),
    [("findes.ikke:Model", {}), ("llama_index.core:FindesIkke", {}), (MOCK, {"embed_dim": "x"})],
)
def test_a_class_that_cannot_be_made_is_unusable(path: str, arguments: dict[str, str]) -> None:
    with pytest.raises(ModelUnusable, match="cannot be used"):
        embedder(Choice(path, arguments=arguments))


def test_what_its_service_says_is_told() -> None:
    with pytest.raises(ModelUnusable, match=r"\(no route to the service\)$"):
        LlamaEmbedder(Refusing(embed_dim=3)).embed_query("takst")
