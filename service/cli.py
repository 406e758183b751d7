"""The command line: `aftalesvar update | ask | search | batch | status | serve`.

Exit codes: 0 done; 1 it could not be done, and the message says what to do; 2 wrong use;
3 the index was updated, but some files could not be read; 130 stopped with Ctrl+C.
"""

import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any

import typer
import uvicorn
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from index import Filters, Report, SearchIndexError, Updater
from ingest.errors import IngestError
from service import batch as batches
from service import build
from service.errors import ServiceError
from service.settings import Address, address, settings
from service.show import answer_lines, found_lines

FAILED, PARTLY, STOPPED = 1, 3, 130
SHOWN_FILES = 5

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Cited answers in Danish from a folder of minutes, agendas and agreements.\n\n"
        "Start with:  aftalesvar update FOLDER   and then   aftalesvar ask 'Hvad blev besluttet?'"
    ),
)
Home = Annotated[
    Path | None,
    typer.Option(
        help="Folder for everything the product writes; else AFTALESVAR_HOME, else .aftalesvar/.",
        show_default=False,
    ),
]


@cli.command()
def update(
    folder: Annotated[
        Path, typer.Argument(help="The folder with the documents, and its subfolders.")
    ],
    home: Home = None,
    replace: Annotated[
        bool, typer.Option(help="Put this folder in the place of the one indexed before.")
    ] = False,
) -> None:
    """Bring the index in step with FOLDER: read what is new or changed, drop what is gone."""
    with stoppable("the index in use is complete; run the command again"), _progress() as shown:
        report = Updater(settings(home).home, progress=shown).update(folder, replace_folder=replace)
    _say(report_lines(report))
    if report.failures:
        raise typer.Exit(PARTLY)


@cli.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question in Danish, in quotation marks.")],
    home: Home = None,
) -> None:
    """Answer QUESTION with quotes and say where they stand."""
    answer = build.assistant(settings(home)).ask(question, Filters())
    _say(answer_lines(answer))


@cli.command()
def search(
    text: Annotated[str, typer.Argument(help="Words or a question, in quotation marks.")],
    home: Home = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="The most passages to show.")] = 10,
) -> None:
    """Show the passages that fit TEXT best."""
    found = build.assistant(settings(home)).search(text, Filters(), limit)
    _say(found_lines(found.passages))


@cli.command()
def batch(
    questions: Annotated[Path, typer.Argument(help="JSON lines with id and question.")],
    answers: Annotated[Path, typer.Argument(help="Where to write the answers, as JSON lines.")],
    home: Home = None,
) -> None:
    """Answer every question in a file, for evaluation."""
    asked = batches.questions(questions)
    target = batches.target(answers, questions)
    assistant = build.assistant(settings(home))
    assistant.overview()  # without an index, say so before anything is written
    with stoppable("no answers were written"), _progress() as shown:
        rows = batches.answered(assistant, asked, lambda done, of: shown("answering", done, of))
        total = batches.write(target, rows)
    typer.echo(f"{total} answers in {answers}")


@cli.command()
def status(home: Home = None) -> None:
    """Say what is in the index."""
    overview = build.assistant(settings(home)).overview()
    typer.echo(f"index        {overview.generation}, built {overview.built}")
    typer.echo(f"documents    {overview.documents}, meetings inside others included")
    typer.echo(f"passages     {overview.passages}")
    typer.echo(f"last meeting {overview.latest_meeting or 'none with a date'}")


@cli.command()
def serve(
    home: Home = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")
    ] = None,
) -> None:
    """Serve the web page and the API, on this machine only unless --host says otherwise."""
    with _listening(address(host, port)) as listening:
        name, actual = listening.getsockname()[:2]
        shown = f"[{name}]" if listening.family == socket.AF_INET6 else name
        typer.echo(f"http://{shown}:{actual}  (stop with Ctrl+C)")
        config = uvicorn.Config(build.app(settings(home)), log_level="warning", server_header=False)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def _listening(wanted: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in wanted.host else socket.AF_INET
    try:
        return socket.create_server((wanted.host, wanted.port), family=family)
    except (OSError, UnicodeError) as error:
        raise ServiceError(
            f"cannot listen on {wanted.host} port {wanted.port} ({error}); "
            "stop what uses it or give another with --port"
        ) from error


def report_lines(report: Report) -> Iterator[str]:
    """What an update did, for the terminal."""
    for name, files in (
        ("added", report.added),
        ("changed", report.changed),
        ("removed", report.removed),
        ("not read, unknown type", report.ignored),
    ):
        if files:
            more = f" and {len(files) - SHOWN_FILES} more" if len(files) > SHOWN_FILES else ""
            yield f"{name}: {', '.join(files[:SHOWN_FILES])}{more}"
    for failure in report.failures:
        kept = "; its earlier text is kept" if failure.kept else ""
        yield f"could not read {failure.file}: {failure.message}{kept}"
    files_now = len(report.added) + len(report.changed) + len(report.unchanged)
    yield f"index {report.generation}: {files_now} documents, {report.passages} passages"


def _say(lines: Iterable[str]) -> None:
    """Print what was found; end quietly where the reader, such as `head`, has seen enough."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    typer.echo("\n".join(lines))


@contextmanager
def stoppable(left: str) -> Iterator[None]:
    """Ctrl+C ends the command in one line that says what is `left`."""
    pressed = False

    def press(number: int, frame: Any) -> None:
        nonlocal pressed
        pressed = True
        signal.default_int_handler(number, frame)

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, press)
    try:
        yield
    except BaseException as error:  # pydantic turns the interrupt into an error of its own
        if not pressed:
            raise
        typer.echo(f"stopped; {left}", err=True)
        raise typer.Exit(STOPPED) from error
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on the terminal; nothing where there is none."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        tasks: dict[str, object] = {}

        def shown(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield shown


def main() -> None:
    """Run the command line; an error it knows ends in one line that says what to do."""
    try:
        cli()
    except (SearchIndexError, IngestError, ServiceError) as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(FAILED)
    except OSError as error:
        typer.echo(f"error: {_refusal(error)}", err=True)
        sys.exit(FAILED)


def _refusal(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return (
        f"{where}{error.strerror or error}; see that the path (--home, or the file) is right, "
        "that this user may use it, and that the disk has room"
    )


if __name__ == "__main__":
    main()
