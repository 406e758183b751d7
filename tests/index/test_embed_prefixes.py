"""What models want to read before a text."""

import pytest

from index.embedders.prefixes import Prefixes, of_family, own


@pytest.mark.parametrize(
    ("model", "query", "passage"),
    [
        ("intfloat/multilingual-e5-small", "query: ", "passage: "),
        ("/srv/modeller/multilingual-e5-base/", "query: ", "passage: "),
        ("~/hub/models--intfloat--e5-base-v2/snapshots/f52b", "query: ", "passage: "),
        ("nomic-ai/nomic-embed-text-v1.5", "search_query: ", "search_document: "),
        ("Snowflake/snowflake-arctic-embed-l-v2.0", "query: ", ""),
        ("google/embeddinggemma-300m", "task: search result | query: ", "title: none | text: "),
        ("BAAI/bge-m3", "", ""),
        ("Alibaba-NLP/gte-multilingual-base", "", ""),
        ("jinaai/jina-embeddings-v2-base-en", "", ""),
        ("sentence-transformers/all-MiniLM-L6-v2", "", ""),
        ("/home/e5-user/model", "", ""),
    ],
)
def test_a_name_tells_its_familys_prefixes(model: str, query: str, passage: str) -> None:
    assert of_family(model) == Prefixes(query, passage)


@pytest.mark.parametrize(
    ("model", "begins"),
    [
        ("BAAI/bge-base-en-v1.5", "Represent this sentence"),
        ("Snowflake/snowflake-arctic-embed-m", "Represent this sentence"),
        ("mixedbread-ai/mxbai-embed-large-v1", "Represent this sentence"),
        ("intfloat/multilingual-e5-large-instruct", "Instruct: "),
        ("Qwen/Qwen3-Embedding-0.6B", "Instruct: "),
        ("jinaai/jina-embeddings-v3", "Represent the query"),
    ],
)
def test_some_families_want_an_instruction_before_the_question(model: str, begins: str) -> None:
    assert of_family(model).query.startswith(begins)


@pytest.mark.parametrize(
    ("prompts", "found"),
    [
        ({"query": "q: ", "document": "d: "}, Prefixes("q: ", "d: ")),
        ({"query": "q: ", "document": ""}, Prefixes("q: ")),
        ({"retrieval.query": "q: ", "retrieval.passage": "p: "}, Prefixes("q: ", "p: ")),
        ({"query": "", "document": ""}, None),
        ({"classification": "c: "}, None),
        ({}, None),
    ],
)
def test_a_models_own_configuration_tells_its_prefixes(
    prompts: dict[str, str], found: Prefixes | None
) -> None:
    assert own(prompts) == found
