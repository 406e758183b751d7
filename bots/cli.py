"""The command line of the bots: `aftalesvar-bot` with `slack`, `teams` and `accounts`.

Exit codes: 0 done; 1 it could not be done or is not in order, and the message says what to do;
2 wrong use.
"""

import typer

from bots import accounts_cli, slack_cli, teams_cli
from service.cli import telling_errors

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Cited answers in Slack and Teams, over the home that 'aftalesvar update' made.\n\n"
        "Start with:  aftalesvar-bot slack manifest   or   aftalesvar-bot teams manifest"
    ),
)
for part in (slack_cli, teams_cli, accounts_cli):
    cli.add_typer(part.cli)


def main() -> None:
    """Run the command line; an error it knows ends in one line that says what to do."""
    telling_errors(cli)


if __name__ == "__main__":
    main()
