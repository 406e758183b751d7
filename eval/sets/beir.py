"""Retrieval sets as BEIR lays them out: an entry of the corpus is a passage of the index.

    FOLDER/corpus.jsonl[.gz]   {"_id", "title", "text"} a line
    FOLDER/queries.jsonl       {"_id", "text"} a line
    FOLDER/qrels/*.tsv         query-id, corpus-id, score; `qrels.tsv` beside them is read too

(Thakur et al., BEIR, 2021). Where `qrels/test.tsv` stands, it alone is read. "id" is taken for
"_id".
"""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from eval.errors import BadSet, Fault
from eval.sets.jsonl import LONGEST
from eval.sets.validated import told
from index import Hit, Kind, Passage, Ref, Status, Visibility
from ingest import Run

COLUMNS = ("query-id", "corpus-id", "score")


@dataclass(frozen=True, slots=True)
class Query:
    """A question of a set; `relevant` has the grade of each entry that answers it."""

    id: str
    text: str
    relevant: dict[str, int]


class _Entry(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str = Field(validation_alias=AliasChoices("_id", "id"), min_length=1)
    text: str
    title: str | None = None


def passages(folder: Path) -> Iterator[Passage]:
    """The entries of the corpus in `folder`, the title as context; none is another's neighbour.

    Raises `BadSet` at the first line that is none: a corpus may be too large to be read twice.
    """
    path = _there(folder / "corpus.jsonl", folder / "corpus.jsonl.gz")
    try:
        with _open(path) as lines:
            for number, entry in _entries(path, lines):
                yield _passage(number, entry.id, entry.title or "", entry.text)
    except (gzip.BadGzipFile, EOFError) as error:
        raise BadSet(path, [Fault("", f"no whole gzip file ({error}); fetch it anew")]) from error


def _there(*paths: Path) -> Path:
    """The first that is there."""
    found = next((path for path in paths if path.is_file()), None)
    if found is None:
        named = " or ".join(path.name for path in paths)
        raise BadSet(paths[0].parent, [Fault("", f"has no {named}; give the folder of a BEIR set")])
    return found


def _open(path: Path) -> AbstractContextManager[BinaryIO]:
    if path.suffix == ".gz":
        return cast("AbstractContextManager[BinaryIO]", gzip.open(path, "rb"))
    return path.open("rb")


def _entries(path: Path, lines: Iterable[bytes]) -> Iterator[tuple[int, _Entry]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, _Entry.model_validate_json(line[: LONGEST + 1].strip())
        except ValidationError as error:
            said = [told(detail) for detail in error.errors()]
            raise BadSet(path, [Fault(f"line {number}", one) for one in said]) from error


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
    """The questions of the set in `folder` that something in the corpus answers.

    Raises `BadSet`, with every fault of the grades.
    """
    relevant: dict[str, dict[str, int]] = defaultdict(dict)
    for path in _grades(folder):
        for query, entry, score in _read(path):
            relevant[query][entry] = score
    path = _there(folder / "queries.jsonl")
    with path.open("rb") as lines:
        asked = [entry for _, entry in _entries(path, lines)]
    return [Query(one.id, one.text, relevant[one.id]) for one in asked if one.id in relevant]


def _grades(folder: Path) -> list[Path]:
    """The files of grades: those of the test where the set has parts to train on."""
    test = folder / "qrels" / "test.tsv"
    if test.is_file():
        return [test]
    found = sorted((folder / "qrels").glob("*.tsv"))
    return found or [_there(folder / "qrels.tsv")]


def _read(path: Path) -> list[tuple[str, str, int]]:
    read: list[tuple[str, str, int]] = []
    faults: list[Fault] = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        head = next(rows, [])
        if tuple(head) != COLUMNS:
            says = f"the columns are {', '.join(head)}; name them {', '.join(COLUMNS)}"
            raise BadSet(path, [Fault("line 1", f"{says}, with tabs between")])
        for row in rows:
            try:
                query, entry, score = row
                read.append((query, entry, int(score)))
            except ValueError:
                says = f"{json.dumps(row)} is not an id, an id and a whole number, with tabs"
                faults.append(Fault(f"line {rows.line_num}", says))
    if faults:
        raise BadSet(path, faults)
    return read


def entry_of(hit: Hit) -> str:
    """The id of the entry that a hit is."""
    return hit.passage.ref.document
