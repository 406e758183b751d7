"""What `ablate`, `robust` and `bench` ask: the sample, a set of one's own, or BEIR folders."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from eval.questions import SAMPLE
from eval.questions import questions as answerable
from eval.sets import Item

Questions = Annotated[
    Path | None,
    typer.Option(help="A set of questions, with --documents; else the sample's.", metavar="SET"),
]
Documents = Annotated[
    Path | None, typer.Option(help="The folder of documents that they are asked of.")
]
Beir = Annotated[
    list[Path] | None,
    typer.Option("--beir", help="A folder of a BEIR set; can be given again.", show_default=False),
]
Figures = Annotated[
    Path | None, typer.Option("--json", help="Write the figures to this file.", metavar="FILE")
]


@dataclass(frozen=True, slots=True)
class Collection:
    """Questions that the documents in a folder answer."""

    name: str
    items: tuple[Item, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class AskedOf:
    """All that is asked: collections of documents, and folders of BEIR sets."""

    documents: tuple[Collection, ...]
    beir: tuple[Path, ...]


def asked_of(
    questions: Path | None, documents: Path | None, sets: Sequence[Path] | None
) -> AskedOf:
    """What the options name, the sample where they name nothing."""
    if (questions is None) != (documents is None):
        raise typer.BadParameter("give --questions and --documents together")
    found = tuple(sets or ())
    if questions and documents:
        return AskedOf((collection(questions, documents),), found)
    return AskedOf((), found) if found else AskedOf((sample(),), ())


def sample() -> Collection:
    """The collection that ships."""
    return collection(SAMPLE / "questions.jsonl", SAMPLE / "documents", "sample")


def collection(questions: Path, documents: Path, name: str = "") -> Collection:
    """The answerable questions of a file and their documents; raises `BadSet`."""
    return Collection(name or questions.stem, tuple(answerable(questions)), documents)
