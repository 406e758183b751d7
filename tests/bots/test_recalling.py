"""Keys of ours, and who comes with them."""

import asyncio
from pathlib import Path

import pytest

from bots.asker import Place
from bots.memory import FileMemory
from bots.recalling import recalled
from tests.bots.chats import ANNE, BO, OPENLY, PRIVATELY, answer, asked


@pytest.mark.parametrize(
    ("place", "user", "known"),
    [
        (PRIVATELY, ANNE.user, True),
        (PRIVATELY, BO.user, False),
        (OPENLY, ANNE.user, True),
        (OPENLY, BO.user, True),
    ],
)
def test_what_was_asked_privately_is_its_askers_alone(
    tmp_path: Path, place: Place, user: str, known: bool
) -> None:
    memory = FileMemory(tmp_path)
    key = memory.remember(asked(asker=ANNE, place=place), answer())

    found = asyncio.run(recalled(memory, key, user))

    assert (found is not None) is known


def test_a_key_that_was_never_given_stands_for_nothing(tmp_path: Path) -> None:
    assert asyncio.run(recalled(FileMemory(tmp_path), "no key", ANNE.user)) is None
