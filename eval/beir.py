"""Retrieval sets as BEIR lays them out: an entry of the corpus is a passage of the index."""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index import Hit, Kind, Passage, Ref, Status, Visibility
from ingest import Run


@dataclass(frozen=True, slots=True)
class Query:
    """A question of a set; `relevant` has the grade of each entry that answers it."""

    id: str
    text: str
    relevant: dict[str, int]


def passages(folder: Path) -> Iterator[Passage]:
    """The entries of the corpus in `folder`, the title as context; none is another's neighbour."""
    with gzip.open(folder / "corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            entry = json.loads(line)
            yield _passage(number, entry["id"], entry.get("title") or "", entry["text"])


def _passage(number: int, id_: str, title: str, text: str) -> Passage:
    ref = Ref(
        document=id_,
        source=id_,
        title=title,
        kind=Kind.ANDET,
        status=Status.UKENDT,
        visibility=Visibility.OPEN,
    )
    return Passage(number, number, text, title, (Run(0, 0, len(text)),), ref)


def queries(folder: Path) -> list[Query]:
    """The questions of the set in `folder` that something in the corpus answers."""
    relevant: dict[str, dict[str, int]] = defaultdict(dict)
    with (folder / "qrels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            relevant[row["query-id"]][row["corpus-id"]] = int(row["score"])
    rows = map(json.loads, (folder / "queries.jsonl").read_text("utf-8").splitlines())
    return [Query(r["id"], r["text"], relevant[r["id"]]) for r in rows if r["id"] in relevant]


def entry_of(hit: Hit) -> str:
    """The id of the entry that a hit is."""
    return hit.passage.ref.document
