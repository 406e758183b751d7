"""Our own small model of meaning: Danish text to vectors, without a download or a GPU."""

from index.meaning.embedder import OwnEmbedder
from index.weights import Weights

__all__ = ["OwnEmbedder", "own_model"]


def own_model(weights: Weights) -> OwnEmbedder | None:
    """The model that is used where no other is set; `None` where it counts for nothing."""
    return OwnEmbedder() if weights.meaning else None
