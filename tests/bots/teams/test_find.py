"""The entry "Find kilder til dette" of a message."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from bots.asker import Asked
from service import texts
from service.access.errors import TooMany
from service.answer import Found, Place, Ranking
from tests.bots.teams.activities import GUEST, KARLA, TOGETHER, thread
from tests.bots.teams.house import QUOTE, House, citation
from tests.bots.teams.limits import broken_dialog

HTML = "<div>Hvad siger I om <b>taksten</b>?<br>Se&nbsp;<at id='0'>Karla</at> &lt;her&gt;</div>"


@pytest.fixture(autouse=True)
def _found_no_more(bot: House) -> Iterator[None]:
    yield
    vars(bot.desk).pop("search", None)


def found(bot: House, content: str = HTML, kind: str = "html", **more: Any) -> Any:
    """What Teams shows after somebody chose the entry."""
    value = {
        "commandId": "find",
        "commandContext": "message",
        "messagePayload": {"id": "1", "body": {"contentType": kind, "content": content}},
    }
    where = more.pop("where", thread("17"))
    said = bot.send(bot.teams.make.invoke("composeExtension/fetchTask", value, where, **more))
    assert said.status_code == 200
    assert broken_dialog(said.json()) == []
    return said.json()["task"]


def passages(bot: House, count: int = 2) -> list[Asked]:
    """Let the desk find something; what it is asked."""
    asked: list[Asked] = []
    place = {each.name: getattr(citation(), each.name) for each in fields(Place)}

    async def search(question: Asked, limit: int) -> Ranking:
        asked.append(question)
        return Ranking(tuple(Found(**place, text=QUOTE, score=1.0) for _ in range(count)), "g1")

    bot.desk.search = search  # type: ignore[method-assign]
    return asked


def test_the_nearest_places_are_shown_with_their_texts(bot: House) -> None:
    passages(bot)

    task = found(bot)

    shown = str(task["value"]["card"]["content"])
    assert QUOTE in shown
    assert "https://aftalesvar.example/dokument/d1?side=3" in shown
    assert texts.NEAREST_HELP in shown


def test_the_text_of_the_message_is_searched_without_its_markup(bot: House) -> None:
    asked = passages(bot)

    found(bot)

    assert asked[0].question == "Hvad siger I om taksten? Se Karla <her>"


def test_a_message_of_plain_text_is_searched_as_it_is(bot: House) -> None:
    asked = passages(bot)

    found(bot, "takst < 2.000 & > 1.000", "text")

    assert asked[0].question == "takst < 2.000 & > 1.000"


def test_nobody_else_sees_it_so_the_askers_own_rights_count(bot: House) -> None:
    asked = passages(bot)

    found(bot, where=TOGETHER)

    assert asked[0].place.private
    assert (asked[0].asker.user, asked[0].asker.guest) == (KARLA.object_id, False)


def test_a_guest_is_a_guest_here_too(bot: House) -> None:
    asked = passages(bot)

    found(bot, who=GUEST)

    assert asked[0].asker.guest


def test_of_a_long_message_the_beginning_is_searched_and_that_is_said(bot: House) -> None:
    asked = passages(bot)

    task = found(bot, "takst " * 8_000, "text")

    assert len(asked[0].question) == 2_000
    assert texts.TEAMS_FOUND_IN_BEGINNING in str(task["value"])


def test_nothing_found_is_said(bot: House) -> None:
    passages(bot, 0)

    assert found(bot) == {"type": "message", "value": texts.NOTHING_AT_ALL}


@pytest.mark.parametrize("content", ["", "<img src='x'>", "<attachment id='1'></attachment>"])
def test_a_message_without_words_is_not_searched(bot: House, content: str) -> None:
    asked = passages(bot)

    assert found(bot, content) == {"type": "message", "value": texts.QUESTION_EMPTY}
    assert asked == []


def test_what_went_wrong_is_said_in_danish(bot: House) -> None:
    async def search(question: Asked, limit: int) -> Ranking:
        raise TooMany(7)

    bot.desk.search = search  # type: ignore[method-assign]

    assert found(bot) == {"type": "message", "value": texts.wait(7)}


def test_nothing_is_written_in_the_conversation(bot: House) -> None:
    passages(bot)

    found(bot)

    assert bot.teams.said() == []
