"""Retrieval sets through the index's own build and search."""

import gzip
import json
from contextlib import closing
from pathlib import Path

import pytest

from eval.errors import BadSet
from eval.generation import publish
from eval.measured import over_queries
from eval.sets import beir
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
    assert scores["RR@10"] == [1.0]
    assert 0 < scores["nDCG@10"][0] <= 1


def test_the_set_may_have_plain_files_and_grades_in_a_folder(folder: Path) -> None:
    plain = gzip.decompress((folder / "corpus.jsonl.gz").read_bytes())
    (folder / "corpus.jsonl").write_bytes(plain.replace(b'"id"', b'"_id"'))
    (folder / "qrels").mkdir()
    (folder / "qrels.tsv").rename(folder / "qrels" / "test.tsv")
    (folder / "corpus.jsonl.gz").unlink()

    assert len(list(beir.passages(folder))) == 3
    assert beir.queries(folder)[0].relevant == {"d1": 2, "d3": 1}


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("queries.jsonl", '{"id": "q1", "text": "Hvad?"}\n{"id": 2', "line 2: no JSON"),
        ("queries.jsonl", '{"id": "q1"}', "line 1: 'text' is missing"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td1\tgood\n", "line 2: "),
        ("qrels.tsv", "q1\td1\t2\n", "name them query-id, corpus-id, score"),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    folder: Path, name: str, written: str, said: str
) -> None:
    (folder / name).write_text(written, "utf-8")

    with pytest.raises(BadSet, match=name) as error:
        beir.queries(folder)

    assert said in str(error.value)


def test_a_corpus_that_broke_off_is_no_corpus(folder: Path) -> None:
    path = folder / "corpus.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-12])

    with pytest.raises(BadSet, match="no whole gzip file"):
        list(beir.passages(folder))


def test_a_folder_without_a_set_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match=r"corpus\.jsonl or corpus\.jsonl\.gz"):
        list(beir.passages(tmp_path))
