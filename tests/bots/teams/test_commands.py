"""Words to the bot that are no question."""

import pytest

from bots.asker import Place
from service import texts
from service.access.visitor import Channel
from service.errors import QuestionRefused
from tests.bots.teams.activities import ALONE, CHANNEL, KARLA, PERSONAL, TENANT, thread
from tests.bots.teams.hosting import eventually
from tests.bots.teams.house import House

HERE = Place(Channel.TEAMS, TENANT, CHANNEL)


def told(bot: House, text: str, where=None) -> str:
    """What the bot says to that, in the channel's thread unless another place is given."""
    before = len(bot.teams.said())
    bot.send(bot.teams.make.message(text, where or thread()))
    eventually(lambda: len(bot.teams.said()) > before)
    return bot.teams.said()[-1].text


def test_a_subject_is_followed_in_the_whole_channel(bot: House) -> None:
    said = told(bot, "følg takster")

    (followed,) = bot.memory.following(Channel.TEAMS)
    assert (followed.place, followed.subject) == (HERE, "takster")
    assert followed.address == bot.teams.service
    assert "„takster“" in said
    assert "Karla Kvist har bedt om det." in said


def test_it_is_told_in_the_thread_where_it_was_wished(bot: House) -> None:
    told(bot, "følg takster", thread("17"))

    assert bot.teams.said()[-1].conversation == f"{CHANNEL};messageid=17"


def test_in_a_personal_chat_nobody_is_named(bot: House) -> None:
    said = told(bot, "Følg Takster", ALONE)

    assert "Karla" not in said
    assert bot.memory.following(Channel.TEAMS)[0].place.conversation == PERSONAL


def test_a_subject_is_followed_no_more(bot: House) -> None:
    told(bot, "følg takster")

    said = told(bot, "stop TAKSTER")

    assert said.startswith("Der kommer ikke flere nyheder om „TAKSTER“ her.")
    assert bot.memory.following(Channel.TEAMS) == []


def test_what_is_followed_is_told(bot: House) -> None:
    told(bot, "følg takster")
    told(bot, "følg visitation")

    assert told(bot, "følger") == "Her følges „takster“ og „visitation“."


@pytest.mark.parametrize("text", ["følg", "følg " + "x" * 81])
def test_what_is_no_subject_is_not_followed(bot: House, text: str) -> None:
    told(bot, text)

    assert bot.memory.following(Channel.TEAMS) == []


def test_to_stop_what_is_not_followed_may_have_been_a_question(bot: House) -> None:
    assert texts.WAS_IT_A_QUESTION in told(bot, "stop for nye sager")


@pytest.mark.parametrize(
    "question", ["Følg op på takster", "Følger kommunerne aftalen?", "Stop for nye sager?"]
)
def test_a_question_that_begins_so_is_a_question(bot: House, question: str) -> None:
    told(bot, question)

    assert [each.question for each in bot.desk.asked] == [question]


def test_help_says_what_can_be_written(bot: House) -> None:
    told(bot, "hjælp")

    card = str(bot.teams.said()[-1].activity["attachments"][0]["content"])
    assert all(each in card for each in texts.TEAMS_HELP.values())


def test_a_conversation_tells_its_id(bot: House) -> None:
    """As it is copied into a setting: with no sign that cannot be seen."""
    assert f"`{CHANNEL}`" in told(bot, "id")


def test_a_greeting_is_answered_with_what_can_be_asked(bot: House) -> None:
    told(bot, "hej")

    assert "Birkegården" in str(bot.teams.said()[-1].activity["attachments"][0]["content"])
    assert bot.desk.asked == []


def test_thanks_are_not_searched_for(bot: House) -> None:
    assert told(bot, "Tusind tak for hjælpen!") == texts.THANKED
    assert bot.desk.asked == []


def test_a_command_that_comes_twice_is_done_once(bot: House) -> None:
    message = bot.teams.make.message("følg takster", thread())

    for _ in range(3):
        bot.send(message)
    told(bot, "følger")

    assert len(bot.teams.said()) == 2


def test_what_others_say_is_no_command(bot: House) -> None:
    bot.send(bot.teams.make.overheard("følg takster", thread()))

    told(bot, "følger")

    assert len(bot.teams.said()) == 1


def test_hostile_subjects_stay_text(bot: House) -> None:
    said = told(bot, "følg <at>Alle</at> [klik](https://ond.dk) **x**")

    assert "<at>" not in said
    assert "](" not in said


def test_what_went_wrong_is_told_in_danish(bot: House) -> None:
    bot.news.fails = QuestionRefused("Emnet har ingen ord.")

    assert told(bot, "følg ???,") == "Emnet har ingen ord."


def test_where_the_bot_was_taken_out_nothing_is_followed(bot: House) -> None:
    told(bot, "følg takster")
    bot.teams.left.add(CHANNEL)

    bot.send(bot.teams.make.message("følger", thread()))

    eventually(lambda: bot.memory.following(Channel.TEAMS) == [])


def test_the_name_of_who_wished_it_is_told_as_it_is_written(bot: House) -> None:
    name = "Bo & Søn *A/S* <at>Alle</at>"

    bot.send(
        bot.teams.make.message("følg takster", thread(), **{"from": KARLA.account | {"name": name}})
    )
    eventually(lambda: bot.teams.said())

    assert r"Bo &amp; Søn \*A/S\* &lt;at&gt;Alle&lt;/at&gt; har bedt" in bot.teams.said()[-1].text
