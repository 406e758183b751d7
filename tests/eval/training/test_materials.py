"""What the teacher reads, with and without the files that do not ship."""

import gzip
import json
import random
from collections import Counter
from pathlib import Path

import pytest

from eval.training import book, materials
from eval.training.translate import Translator

LONG = "Kommunen skal træffe afgørelse om botilbud inden for fire uger efter ansøgningen."
TALK = "Jeg vil gerne sige mange tak for ordet og for den gode debat, som vi har haft."


@pytest.fixture(scope="module")
def translator() -> Translator:
    """A translator without glosses, for what needs only the fagordbog."""
    return Translator(book.concepts(), {}, Counter())


def test_without_the_files_there_is_nothing(tmp_path: Path) -> None:
    rng = random.Random(0)

    assert materials.debates(None) == materials.debates(tmp_path) == []
    assert materials.of_parallel(None, 5, rng) == materials.of_parallel(tmp_path, 5, rng) == []


def test_sentences_with_most_of_the_field_are_taken(tmp_path: Path, translator: Translator) -> None:
    with gzip.open(tmp_path / materials.DEBATES, "wt", encoding="utf-8") as file:
        for passage in (TALK, LONG, f"{TALK} {LONG}"):
            file.write(json.dumps(["title", "spørgsmål", passage]) + "\n")
    passages = materials.debates(tmp_path)

    found = materials.of_debates(passages, translator, 2, random.Random(0))

    assert [sentence.danish for sentence in found] == [LONG]


def test_parallel_sentences_are_read_with_danish_last(tmp_path: Path) -> None:
    with gzip.open(tmp_path / materials.PARALLEL, "wt", encoding="utf-8") as file:
        file.write("sent\tThe house is old.\tHuset er gammelt.\nhead\tToo few\n")

    found = materials.of_parallel(tmp_path, 5, random.Random(0))

    assert found == [materials.Sentence("Huset er gammelt.", "The house is old.")]
