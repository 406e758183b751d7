"""The command line: `aftalesvar` with `update`, `ask`, `serve` and others.

Exit codes: 0 done; 1 it could not be done, and the message says what to do; 2 wrong use;
3 the index was updated, but not everything could be read or is in step; 130 stopped with Ctrl+C.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from index import Filters, SearchIndexError, UnknownFile, file_names
from ingest.errors import IngestError
from service import batch as batches
from service import build, texts
from service.chat import conversation
from service.errors import ServiceError
from service.fagordbog_cli import fagordbog
from service.keys_cli import keys
from service.settings import MOST_WORKERS, address, settings
from service.settings import workers as workers_set
from service.show import answer_lines, found_lines, reason_lines, understood_lines
from service.sources import sources
from service.state import as_text, census_lines, finding_lines, report_lines
from service.terminal import Home, say

FAILED, PARTLY, STOPPED = 1, 3, 130

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
cli.add_typer(fagordbog)
cli.add_typer(keys)
Json = Annotated[bool, typer.Option("--json", help="Print it as JSON, for programs.")]


@cli.command()
def update(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Folders with documents, and their subfolders; without one those of the file of "
            "sources, or of the last time.",
            metavar="[FOLDER]...",
            show_default=False,
        ),
    ] = None,
    home: Home = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put these in the place of what was indexed before.")
    ] = False,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Let go of files that vanished in great numbers.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Read again what could not be read before.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring the index in step with its sources: read what is new or changed, drop what is gone."""
    chosen = settings(home)
    with stoppable("the index in use is complete; run the command again"), progress() as shown:
        report = build.updater(chosen, shown).update(
            *sources(chosen.home, folders or []),
            replace_sources=replace,
            confirm=confirm,
            retry=retry,
        )
    say([as_text(report)] if as_json else report_lines(report))
    if not report.whole:
        raise typer.Exit(PARTLY)


@cli.command()
def release(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files that are held back, as 'status' names them.", metavar="[FILE]..."
        ),
    ] = None,
    home: Home = None,
    every: Annotated[bool, typer.Option("--all", help="Release all that is held back.")] = False,
) -> None:
    """Let in documents that are held back for their CPR numbers; the numbers stay masked."""
    with stoppable("the index in use is complete; run the command again"), progress() as shown:
        report = build.updater(settings(home), shown).release(files or [], every=every)
    say(report_lines(report))


@cli.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question in Danish, in quotation marks.")],
    home: Home = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how QUESTION was understood and what was chosen.")
    ] = False,
) -> None:
    """Answer QUESTION with quotes and say where they stand."""
    assistant = build.assistant(settings(home))
    if explain:
        say(reason_lines(assistant.reasons(question, Filters())))
    say(answer_lines(assistant.ask(question, Filters())))


@cli.command()
def chat(home: Home = None) -> None:
    """Ask several questions, one a line; a follow-up leans on the answer before it."""
    assistant = build.assistant(settings(home))
    assistant.overview()  # without an index, say so before anything is asked
    for said in conversation(assistant, iter(partial(_line, texts.CHAT_PROMPT), None)):
        typer.echo(said)


def _line(prompt: str) -> str | None:
    """The next line; `None` at the end. The prompt is shown to people alone."""
    try:
        return input(prompt if sys.stdin.isatty() else "")
    except EOFError:
        return None


@cli.command()
def search(
    text: Annotated[str, typer.Argument(help="Words or a question, in quotation marks.")],
    home: Home = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="The most passages to show.")] = 10,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how TEXT was understood and what found what.")
    ] = False,
) -> None:
    """Show the passages that fit TEXT best."""
    assistant = build.assistant(settings(home))
    if explain:
        say(understood_lines(assistant.explained(text, Filters())))
    found = assistant.search(text, Filters(), limit)
    say([*found.notes, *found_lines(found.passages, explain=explain)])


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
    with stoppable("no answers were written"), progress() as shown:
        rows = batches.answered(assistant, asked, lambda done, of: shown("answering", done, of))
        total = batches.write(target, rows)
    typer.echo(f"{total} answers in {answers}")


@cli.command()
def status(home: Home = None, as_json: Json = False) -> None:
    """Say what is in the collection, what is missing, and what waits for somebody."""
    found = build.census(settings(home))
    say([as_text(found)] if as_json else census_lines(found))


@cli.command()
def findings(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Files as 'status' names them; else all.", metavar="[FILE]..."),
    ] = None,
    home: Home = None,
) -> None:
    """List what was found in the documents and a person should know, each with its place."""
    chosen = settings(home)
    known = file_names(chosen.home)
    unknown = [file for file in files or [] if file not in known]
    if unknown or not known:
        raise UnknownFile(_not_known(unknown, chosen.home))
    say(finding_lines(build.findings(chosen), files or []))


def _not_known(files: list[str], home: Path) -> str:
    if files:
        return f"{', '.join(files)}: no such file is known; 'aftalesvar update --json' lists them"
    return f"no files are known in {home}; read some with 'aftalesvar update FOLDER'"


@cli.command()
def feedback(
    home: Home = None,
    table: Annotated[
        Path | None,
        typer.Option("--csv", help="Write them there as a table instead.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """List what people think of the answers they got."""
    from service.feedback import shown

    kept = build.feedback(settings(home)).all()
    if table:
        shown.write_csv(kept, table)
        typer.echo(f"{len(kept)} opinions in {table}")
    else:
        say([shown.as_json(kept)] if as_json else shown.opinion_lines(kept))


@cli.command()
def serve(
    home: Home = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")
    ] = None,
    watch: Annotated[
        bool, typer.Option(help="Update the index while serving, when its sources change.")
    ] = True,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MOST_WORKERS,
            help="Processes that answer; each needs the memory of one.",
            show_default="AFTALESVAR_WORKERS, else 1",
        ),
    ] = None,
) -> None:
    """Serve the web page and the API, on this machine only unless --host says otherwise."""
    from service.serving import serve as run  # a second of imports that nothing else needs

    run(settings(home), address(host, port), workers=workers_set(workers), watch=watch)


@contextmanager
def stoppable(left: str) -> Iterator[None]:
    """Ctrl+C, or being told to stop, ends the command in one line that says what is `left`."""
    pressed = False

    def press(number: int, frame: Any) -> None:
        nonlocal pressed
        pressed = True
        signal.default_int_handler(number, frame)

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number, handler in before.items():
        if handler in (signal.default_int_handler, signal.SIG_DFL):
            signal.signal(number, press)
    try:
        yield
    except BaseException as error:  # pydantic turns the interrupt into an error of its own
        if not pressed:
            raise
        typer.echo(f"stopped; {left}", err=True)
        raise typer.Exit(STOPPED) from error
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
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
    """Run the command line."""
    telling_errors(cli)


def telling_errors(run: Callable[[], object]) -> None:
    """Run a command line; an error it knows ends in one line that says what to do."""
    try:
        run()
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
