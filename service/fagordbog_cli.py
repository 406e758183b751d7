"""`aftalesvar fagordbog`: check, show, export and import the words of the field."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.fagordbog import Book, Checked, Concept, checked, lines, own_texts, seen, written
from index.fagordbog.lookup import standing_for
from index.fagordbog.matcher import Named
from index.fagordbog.textfiles import ENDING, Texts, folder, read
from service.errors import ServiceError
from service.settings import settings
from service.terminal import Home, say

if TYPE_CHECKING:
    from index.fagordbog.skos import Imported

FAILED = 1

fagordbog = typer.Typer(
    name="fagordbog",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The words of the field: check, show, export and import them.",
)
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


@fagordbog.command()
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files of words, or folders of them; without one the house's own, in "
            "HOME/fagordbog.",
            metavar="[FILE_OR_FOLDER]...",
            show_default=False,
        ),
    ] = None,
    home: Home = None,
) -> None:
    """Say what is wrong in files of words, each with its line, and what is worth a look."""
    house = own_texts(settings(home).home)
    found = checked(_given(paths), beside=house.texts) if paths else checked(house)
    say(_check_lines(found))
    if found.problems:
        raise typer.Exit(FAILED)


def _given(paths: Sequence[Path]) -> Texts:
    """The texts of the files and folders; raises `ServiceError` where two have one name."""
    given = Texts()
    for path in paths:
        found = folder(path) if path.is_dir() else read([path])
        if not found.texts and not found.problems:
            raise ServiceError(f"{path} holds no file that ends in {ENDING}; name one that does")
        if twice := given.texts.keys() & found.texts.keys():
            raise ServiceError(f"two files are called {min(twice)}; check them one at a time")
        given.texts.update(found.texts)
        given.problems += found.problems
    return given


def _check_lines(found: Checked) -> Iterator[str]:
    yield from map(str, found.problems)
    yield from (f"remark: {remark}" for remark in found.remarks)
    if not found.problems:
        yield f"{len(found.book.concepts)} concepts, {found.book.words} words; nothing is wrong"


@fagordbog.command()
def show(
    word: Annotated[str, typer.Argument(help="A word or phrase, in quotation marks.")],
    home: Home = None,
) -> None:
    """Show the concepts that WORD stands for, as they are written in a file of words."""
    found = standing_for(_book(home), word)
    if not found:
        raise ServiceError(
            f"no concept has the word '{word}'; write it into a file in HOME/fagordbog"
        )
    say("\n\n".join(_shown(*each) for each in found).splitlines())


def _shown(concept: Concept, named: Named) -> str:
    by = named.phrase
    doubt = ", which mostly means something else" if by.ambiguous else ""
    return "\n".join((f"# by '{by.text}' ({by.kind}){doubt}", *lines(concept)))


@fagordbog.command()
def export(
    out: Annotated[
        Path, typer.Argument(help="Where to write: .ttl, .rdf, .jsonld or .nt for SKOS, or .txt.")
    ],
    home: Home = None,
    force: Force = False,
) -> None:
    """Write the whole fagordbog, the house's own words in it, to OUT."""
    _refuse_existing(out, force=force)
    book = _book(home)
    _put(out, _as_bytes(book, out))
    typer.echo(f"{len(book.concepts)} concepts, {book.words} words in {out}")


def _as_bytes(book: Book, out: Path) -> bytes:
    if out.suffix.lower() == ENDING:
        return written(book.concepts.values()).encode()
    # rdflib takes a third of a second to start, which the other commands need not wait for.
    from index.fagordbog import rdf, skos

    try:
        rdf.format_of(out)
    except rdf.NotSkos as error:
        raise ServiceError(f"{error}, or in {ENDING} for the text form") from error
    return rdf.written(skos.graph(book.concepts.values()), out)


@fagordbog.command(name="import")
def import_(
    source: Annotated[
        Path, typer.Argument(help="A SKOS file: .ttl, .rdf, .jsonld or .nt.", metavar="IN")
    ],
    out: Annotated[Path, typer.Argument(help="The file of words to write, ending in .txt.")],
    force: Force = False,
) -> None:
    """Write the concepts of a SKOS file to OUT, to be looked through and put in HOME/fagordbog."""
    if out.suffix.lower() != ENDING:
        raise ServiceError(f"{out} is no name for a file of words; give one ending in {ENDING}")
    _refuse_existing(out, force=force)
    found = _imported(source)
    _put(out, written(found.concepts).encode())
    say(
        (
            *(f"left out: {line}" for line in found.left_out),
            f"{len(found.concepts)} concepts in {out}; "
            f"look through it, then: aftalesvar fagordbog check {out}",
        )
    )


def _imported(source: Path) -> "Imported":
    from index.fagordbog import rdf, skos

    try:
        return skos.imported(source)
    except rdf.NotSkos as error:
        raise ServiceError(str(error)) from error


def _book(home: Path | None) -> Book:
    """The book in use; says where it is not the one that the house's files now make."""
    found = seen(settings(home).home)
    if found.problems:
        typer.echo(
            f"the house's files have problems ({len(found.problems)}), so they are used as they "
            "were when they last had none; 'aftalesvar fagordbog check' tells them",
            err=True,
        )
    return found.book


def _refuse_existing(out: Path, *, force: bool) -> None:
    if os.path.lexists(out) and not force:
        raise ServiceError(f"{out} is there already; give another name, or --force to replace it")


def _put(out: Path, data: bytes) -> None:
    """Write the file whole or not at all."""
    path = Path(os.path.realpath(out))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
