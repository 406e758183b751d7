from dataclasses import replace
from pathlib import Path

from index import Document, Passage
from index.split import passages
from ingest import Run
from ingest.read import read, read_bytes
from service.verify import struck_words_cut, verified


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


def made(text: str, quoted: str, *runs: tuple[int, int, int]) -> tuple[Document, Passage]:
    """A document of `text` and a passage of it that shows `quoted`, mapped by `runs`."""
    document = read_bytes(text.encode(), "d.txt")
    passage = passages(document)[0]
    return document, replace(passage, text=quoted, runs=tuple(Run(*run) for run in runs))


def test_two_figures_made_one_are_found() -> None:
    document, forged = made("Der er 2*3 pladser i alt.", "23", (0, 7, 1), (1, 9, 1))

    assert not verified([forged], {document.id: document}.get)


def test_words_that_were_struck_inside_a_sentence_are_told() -> None:
    text = "Taksten er ~~fem~~ seks kroner om dagen."
    document, cut = made(text, "er seks", (0, 8, 3), (3, 19, 4))

    assert struck_words_cut([cut], {document.id: document}.get)


def test_words_that_stand_together_were_not_cut() -> None:
    document, whole = made("Taksten er seks kroner om dagen.", "er seks", (0, 8, 7))

    assert not struck_words_cut([whole], {document.id: document}.get)
