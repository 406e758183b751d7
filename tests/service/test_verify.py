from dataclasses import replace
from pathlib import Path

from index import Document, Passage
from index.split import passages
from ingest.read import read
from service.verify import verified


def opened(sample: Path) -> tuple[Document, Passage]:
    document = read(sample / "referat-2021-05-20.txt")
    longest = max(passages(document), key=lambda passage: len(passage.runs))
    return document, longest


def test_a_passage_stands_in_its_document(sample: Path) -> None:
    document, passage = opened(sample)

    assert verified([passage], {document.id: document}.get)


def test_one_changed_letter_is_found(sample: Path) -> None:
    document, passage = opened(sample)
    forged = replace(passage, text=passage.text.replace("e", "a", 1))

    assert not verified([forged], {document.id: document}.get)


def test_added_text_is_found(sample: Path) -> None:
    document, passage = opened(sample)
    longer = replace(passage, text=passage.text + " ikke")

    assert not verified([longer], {document.id: document}.get)


def test_a_document_that_changed_is_found(sample: Path) -> None:
    document, passage = opened(sample)
    changed = replace(document, text=document.text.upper())

    assert not verified([passage], {document.id: changed}.get)


def test_a_missing_document_verifies_nothing(sample: Path) -> None:
    _, passage = opened(sample)

    assert not verified([passage], {}.get)
