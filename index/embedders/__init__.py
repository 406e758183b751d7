"""The embedding models that can be set: sentence-transformers and LlamaIndex."""

from index.embedders.choice import Choice, embedder
from index.embedders.llama import LlamaEmbedder
from index.embedders.sentence_transformer import SentenceTransformerEmbedder

__all__ = ["Choice", "LlamaEmbedder", "SentenceTransformerEmbedder", "embedder"]
