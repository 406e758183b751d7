"""`aftalesvar-eval run` and `score`: a set of questions asked, and the answers scored."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from eval.graded.line import graded_line
from eval.measures.scores import Scores
from eval.report import terminal
from eval.report.told import of_run
from eval.runs.asked_set import questions
from eval.runs.asking import Way, asked
from eval.runs.folder import Run
from eval.runs.in_process import InProcess
from eval.runs.indexed import fingerprint, indexed
from eval.runs.over_http import OverHttp
from eval.runs.port import Answering
from eval.runs.requests import Requests
from eval.runs.scoring import rescored
from eval.runs.scoring import score as scored
from eval.runs.surroundings import cores
from index import Progress
from service.cli import PARTLY, progress, stoppable
from service.settings import settings
from service.terminal import Home, say

KEPT = "what was answered is kept in {out}; run the same command again to go on"
cli = typer.Typer()
Set = Annotated[
    Path,
    typer.Argument(metavar="SET", help="Questions with their reference answers.", exists=True),
]


@dataclass(frozen=True, slots=True)
class Whom:
    """What is asked: the index of a home, documents that are indexed for it, or a service."""

    home: Path | None
    documents: Path | None
    url: str | None
    key: str | None

    def __post_init__(self) -> None:
        if sum(one is not None for one in (self.home, self.documents, self.url)) > 1:
            raise typer.BadParameter("give one of --home, --documents and --url")
        if self.key and not self.url:
            raise typer.BadParameter("--key is for a service; give its --url")


@cli.command()
def run(
    asked_set: Set,
    out: Annotated[
        Path, typer.Option(help="Folder of the run; one that was stopped is gone on with.")
    ],
    home: Home = None,
    documents: Annotated[
        Path | None,
        typer.Option(
            help="Folder of documents that are indexed for this run alone.",
            exists=True,
            file_okay=False,
            show_default=False,
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(help="Ask the service at this address instead.", show_default=False),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(
            envvar="AFTALESVAR_EVAL_KEY",
            help="Its API key; better in the environment, where no other user sees it.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=64,
            help="Questions at a time; each needs the memory of an index.",
            show_default="one for each core; 1 with --url",
        ),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask anew what was answered.")] = False,
    keep_going: Annotated[
        bool,
        typer.Option("--keep-going", help="Note a question that ends in an error, ask the rest."),
    ] = False,
) -> None:
    """Ask every question of SET, and keep and score all that comes back."""
    wanted = questions(asked_set)
    whom = Whom(home, documents, url, key)
    way = Way(fresh, keep_going, workers or (1 if url else cores()))
    with stoppable(KEPT.format(out=out)), progress() as shown, answering(whom, way, shown) as one:
        done = asked(one, wanted, out, way, lambda n, of: shown("asking", n, of))
        scores = scored(done)
    _tell(done, scores)


@cli.command()
def score(
    folder: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run.", exists=True)],
    newer: Annotated[
        Path | None,
        typer.Option(
            "--set",
            help="A mended state of the set, in the place of the one that was asked.",
            exists=True,
            show_default=False,
        ),
    ] = None,
    graded: Annotated[
        bool,
        typer.Option("--graded", help="Have the language model of AFTALESVAR_LLM_URL judge, too."),
    ] = False,
) -> None:
    """Score the answers of RUN again; nothing is asked."""
    done, scores = rescored(folder, questions(newer) if newer else None)
    if graded:
        say([graded_line(done)])
    _tell(done, scores)


@contextmanager
def answering(whom: Whom, way: Way, shown: Progress) -> Iterator[Answering]:
    """What is to be asked."""
    if whom.url:
        with closing(OverHttp(Requests(whom.url, whom.key), way.workers)) as service:
            yield service
    elif whom.documents:
        source = fingerprint(whom.documents)
        with (
            indexed(whom.documents, settings(), shown) as own,
            closing(InProcess(own, way.workers, source)) as indexed_here,
        ):
            yield indexed_here
    else:
        with closing(InProcess(settings(whom.home), way.workers)) as here:
            yield here


def _tell(done: Run, scores: Scores) -> None:
    """Print what was asked, and how good it is; leave with a code where answers are missing."""
    product = done.about.product
    typer.echo(
        f"{len(done.records)} of {len(done.items)} questions of {done.about.asked.name}, asked "
        f"{done.about.when}, {product.how}, index {product.generation}"
    )
    if missing := done.missing_documents:
        typer.echo(f"the set names documents that are not in the index: {', '.join(missing)}")
    terminal.show(terminal.report(of_run(done, scores)))
    if wrong := [one for one in done.records if one.error]:
        typer.echo(f"{len(wrong)} questions ended in an error, first '{wrong[0].id}'", err=True)
        raise typer.Exit(PARTLY)
