"""New decisions, posted where their subject is followed."""

from collections.abc import Callable
from pathlib import Path

from bots.asker import Place
from bots.digest import SHOWN
from bots.memory import FileMemory
from bots.ports import Followed, Item
from bots.teams.digest import messages
from service.access.visitor import Channel
from tests.bots.teams.activities import CHANNEL, PERSONAL, TENANT
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import QUOTE, house
from tests.bots.teams.limits import broken
from tests.bots.teams.server import BotFramework

THERE = Place(Channel.TEAMS, TENANT, CHANNEL)


def follow(teams: BotFramework, home: Path, *known: str, place: Place = THERE) -> FileMemory:
    """A memory that follows takster."""
    memory = FileMemory(home)
    memory.follow(Followed(place, "takster", teams.service), known)
    return memory


def run(teams: BotFramework, home: Path, until: Callable[[], object]) -> None:
    """Let the bot look for news, which it does when it starts."""
    with house(teams, home):
        eventually(until)


def run_to_the_end(teams: BotFramework, home: Path) -> None:
    """Let it look through everything; what is looked at last is followed elsewhere."""
    place = Place(Channel.TEAMS, TENANT, PERSONAL, private=True)
    FileMemory(home).follow(Followed(place, "øvrigt", teams.service), ())
    run(teams, home, lambda: teams.said(PERSONAL))


def item(n: int = 1, text: str = QUOTE) -> Item:
    """A decision."""
    return Item(f"k{n}", f"Takster {n}", "Styregruppe Social, 12. marts", "Besluttet", text, None)


def test_news_is_posted_in_the_channel_with_its_source(teams: BotFramework, tmp_path: Path) -> None:
    follow(teams, tmp_path)

    run(teams, tmp_path, teams.said)

    (posted,) = teams.said(CHANNEL)
    shown = str(posted.activity["attachments"][0]["content"])
    assert all(each in shown for each in ("Nyt om takster", QUOTE, "Koordinationsforum"))


def test_news_is_posted_in_a_personal_chat(teams: BotFramework, tmp_path: Path) -> None:
    follow(teams, tmp_path, place=Place(Channel.TEAMS, TENANT, PERSONAL, private=True))

    run(teams, tmp_path, lambda: teams.said(PERSONAL))


def test_nothing_is_told_twice(teams: BotFramework, tmp_path: Path) -> None:
    follow(teams, tmp_path)
    run(teams, tmp_path, teams.said)

    run_to_the_end(teams, tmp_path)

    assert len(teams.said(CHANNEL)) == 1


def test_what_was_known_is_no_news(teams: BotFramework, tmp_path: Path) -> None:
    follow(teams, tmp_path, "k1")

    run_to_the_end(teams, tmp_path)

    assert teams.said(CHANNEL) == []


def test_where_the_bot_was_taken_out_nothing_is_followed_any_more(
    teams: BotFramework, tmp_path: Path
) -> None:
    memory = follow(teams, tmp_path)
    teams.left.add(CHANNEL)

    run(teams, tmp_path, lambda: memory.following(Channel.TEAMS) == [])


def test_what_teams_did_not_take_is_told_next_time(teams: BotFramework, tmp_path: Path) -> None:
    follow(teams, tmp_path)
    teams.fail("create", status=400, code="BadSyntax")
    run(teams, tmp_path, lambda: teams.asked("create"))

    run(teams, tmp_path, teams.said)

    assert len(teams.said(CHANNEL)) == 1


def test_much_news_comes_in_several_messages() -> None:
    said = list(messages("takster", [item(n, "Langt. " * 400) for n in range(25)]))

    wire = [each.model_dump(by_alias=True, exclude_none=True) for each in said]
    assert [broken(each) for each in wire] == [[], []]
    assert "25 nye punkter" in str(wire[0])
    assert [n for n in range(25) if f"Takster {n}'" in str(wire)] == list(range(SHOWN))


def test_hostile_decisions_stay_text() -> None:
    bad = "<at>Alle</at> [klik](https://ond.dk) {{DATE(2026-01-01T00:00:00Z)}}"

    (only,) = messages(bad, [item(1, bad)])

    shown = str(only.model_dump(by_alias=True, exclude_none=True))
    assert "](" not in shown
    assert "{{" not in shown


def test_a_subject_formats_no_heading(teams: BotFramework, tmp_path: Path) -> None:
    followed = Followed(THERE, "de **nye** _takster_ [her](https://ond.dk)", teams.service)
    FileMemory(tmp_path).follow(followed, ())

    run(teams, tmp_path, teams.said)

    heading = teams.said()[0].activity["attachments"][0]["content"]["body"][0]
    assert heading["type"] == "TextBlock"
    assert not {"*", "_"} & set(heading["text"])
    assert "](" not in heading["text"]
