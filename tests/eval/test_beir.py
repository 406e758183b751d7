"""Retrieval sets through the index's own build and search."""

import gzip
import json
from contextlib import closing
from pathlib import Path

import pytest

from eval import beir
from eval.generation import publish
from eval.measured import over_queries
from index import Filters, Index

CORPUS = [
    {"id": "d1", "title": "Takster", "text": "Taksten for botilbud stiger i 2025."},
    {"id": "d2", "title": "", "text": "Mødet begynder klokken ni. " * 60},
    {
        "id": "d3",
        "title": "Guide",
        "text": "Sådan søger en sagsbehandler om et midlertidigt botilbud.",
    },
]
QUERIES = [{"id": "q1", "text": "Hvad er taksten?"}, {"id": "q2", "text": "uden svar"}]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of three entries and two questions, one of them without an answer."""
    with gzip.open(tmp_path / "corpus.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(entry) + "\n" for entry in CORPUS)
    lines = "".join(json.dumps(query) + "\n" for query in QUERIES)
    (tmp_path / "queries.jsonl").write_text(lines, "utf-8")
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td3\t1\n")
    return tmp_path


def test_an_entry_is_one_passage_however_long(folder: Path) -> None:
    made = list(beir.passages(folder))

    assert [(p.ref.document, p.context, p.text) for p in made] == [
        (entry["id"], entry["title"], entry["text"]) for entry in CORPUS
    ]
    assert len({p.group for p in made}) == len(made)


def test_questions_without_an_answer_are_left_out(folder: Path) -> None:
    assert beir.queries(folder) == [beir.Query("q1", "Hvad er taksten?", {"d1": 2, "d3": 1})]


def test_the_index_searches_the_entries(folder: Path) -> None:
    home = folder / "home"
    publish(home, list(beir.passages(folder)))

    with closing(Index(home)) as index:
        hits = index.search("midlertidigt botilbud", Filters(), 10)
        scores = over_queries(index, beir.queries(folder))

    assert beir.entry_of(hits[0]) == "d3"
    assert scores["rr@10"] == [1.0]
    assert 0 < scores["nDCG@10"][0] <= 1
