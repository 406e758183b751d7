"""Whether Slack would take blocks and views, by its published limits."""

from typing import Any

from tests.bots.slack import limits


def check(kind: str, value: Any) -> None:
    """Raise `ValueError` where a list of "blocks" or a "view" breaks a limit."""
    problems = limits.of_blocks(value) if kind == "blocks" else limits.of_view(value)
    if problems:
        raise ValueError("; ".join(problems))
