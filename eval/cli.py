"""The command line of the evaluation suite: `aftalesvar-eval` with `run`, `score` and others.

Exit codes: 0 done; 1 it could not be done, and the message says what to do; 2 wrong use;
3 the run is whole, but some questions ended in an error; 130 stopped with Ctrl+C.
"""

import typer

from eval import (
    ablation,
    adapters_cli,
    bench_cli,
    gate_cli,
    marks_cli,
    report_cli,
    robust,
    runs_cli,
    sets_cli,
)
from service.cli import telling_errors

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "How good the answers are, measured on questions whose answers are known.\n\n"
        "Start with:  aftalesvar-eval run SET.jsonl --documents FOLDER --out RUN"
    ),
)


@cli.callback()
def every() -> None:
    """What all commands share: nothing yet; with it a single command keeps its name."""


cli.add_typer(sets_cli.cli)
cli.add_typer(runs_cli.cli)
cli.add_typer(adapters_cli.cli)
cli.add_typer(marks_cli.cli)
cli.add_typer(report_cli.cli)
cli.add_typer(gate_cli.cli)
cli.add_typer(bench_cli.cli)
cli.add_typer(ablation.cli)
cli.add_typer(robust.cli)


def main() -> None:
    """Run the command line; an error it knows ends in one line that says what to do."""
    telling_errors(cli)


if __name__ == "__main__":
    main()
