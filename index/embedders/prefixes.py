"""What a model wants to read before a question and before a passage.

Models that were trained with such words lose much without them, and no error tells.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Put before a question and before a passage."""

    query: str = ""
    passage: str = ""


REPRESENT = Prefixes("Represent this sentence for searching relevant passages: ")
INSTRUCT = (
    "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:"
)
# By the model's name, as the model cards say; the first that fits. Families that want nothing
# (bge-m3, gte, granite, jina v2, paraphrase-multilingual, all-MiniLM) need no line.
FAMILIES = (
    (r"e5-.*instruct", Prefixes(f"{INSTRUCT} ")),
    (r"(?:^|[-_])e5[-_]", Prefixes("query: ", "passage: ")),
    (r"bge-(?:small|base|large)-en", REPRESENT),
    (r"arctic-embed-.*v2", Prefixes("query: ")),
    (r"arctic-embed|mxbai-embed|uae-large", REPRESENT),
    (r"nomic-embed|modernbert-embed", Prefixes("search_query: ", "search_document: ")),
    (r"embeddinggemma", Prefixes("task: search result | query: ", "title: none | text: ")),
    (r"qwen3-embedding", Prefixes(INSTRUCT)),
    (r"gte-qwen2", Prefixes(f"{INSTRUCT} ")),
    (
        r"jina-embeddings-v3",
        Prefixes(
            "Represent the query for retrieving evidence documents: ",
            "Represent the document for retrieval: ",
        ),
    ),
)
# What models call their prompts in their own configuration.
QUERY = ("query", "retrieval.query", "web_search_query", "s2p_query")
PASSAGE = ("document", "passage", "retrieval.passage", "corpus")


def own(prompts: Mapping[str, str | None]) -> Prefixes | None:
    """What the model's own configuration says; `None` where it says nothing."""
    found = Prefixes(_first(prompts, QUERY), _first(prompts, PASSAGE))
    return found if found.query or found.passage else None


def _first(prompts: Mapping[str, str | None], names: Iterable[str]) -> str:
    return next((said for name in names if (said := prompts.get(name))), "")


def of_family(model: str) -> Prefixes:
    """What the family asks for that a hub name or the name of a folder tells."""
    name = _called(model).lower()
    return next((found for pattern, found in FAMILIES if re.search(pattern, name)), Prefixes())


def _called(model: str) -> str:
    """The model's name; the hub's cache calls a folder models--ORGANISATION--NAME/snapshots/…."""
    parts = PurePath(model).parts
    cached = [part for part in parts if part.startswith("models--")]
    return cached[-1].rsplit("--", 1)[-1] if cached else parts[-1] if parts else ""
