"""What the documentation shows can be done."""

import re
from collections.abc import Callable
from pathlib import Path

from index.fagordbog import Book
from index.fagordbog.text import KEYS
from service.fagordbog_cli import fagordbog

TEXT = (Path(__file__).parents[3] / "docs" / "fagordbog.md").read_text("utf-8")
EXAMPLE = re.findall(r"```\n(.*?)```", TEXT, re.DOTALL)[0]


def test_its_example_has_no_problem(shipped_book: Book, book: Callable[..., Book]) -> None:
    [linked] = re.findall(r"beslægtet: (.*)", EXAMPLE)

    assert book(egne=f"{EXAMPLE}\n[{linked}]").problems == ()
    assert linked in shipped_book.concepts


def test_it_explains_every_key_and_command() -> None:
    names = {command.name or command.callback.__name__ for command in fagordbog.registered_commands}  # type: ignore[union-attr]

    assert [key for key in KEYS if f"`{key}`" not in TEXT] == []
    assert [name for name in names if f"aftalesvar fagordbog {name}" not in TEXT] == []
