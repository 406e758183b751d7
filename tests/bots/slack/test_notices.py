from bots.digest import SHOWN
from bots.ports import Item
from bots.slack.notices import HandedOver, handed_over, news, shared_by
from bots.slack.offers import Offers
from service import texts
from tests.bots.slack import limits, reading
from tests.bots.teams.replies import reply, statement

USER = "U0METTE"
ITEM = Item(
    "k1",
    "Nyt takstskema",
    "Styregruppe Social, 12. marts 2025, punkt 5",
    "Besluttet",
    "Taksten blev godkendt.",
    "https://svar.example.dk/kilder/a",
)
MENTION = ("user_id", USER)


def test_a_shared_answer_names_who_shared_it_and_what_was_asked() -> None:
    (message,) = shared_by(USER, "Hvad er taksten?", reply(), Offers("k"))

    assert message.text.startswith(f"<@{USER}> har delt et svar.")
    assert "Hvad er taksten?" in message.text


def test_a_shared_answer_says_that_everybody_may_see_it() -> None:
    assert texts.ANSWER_SHARED.partition("}")[2] in shared_by(USER, "x", reply(), None)[0].text


def test_the_secretariat_is_told_who_asks_what_and_why() -> None:
    (message,) = handed_over(HandedOver(USER, "Hvad er taksten?", "Mangler 2026."), reply())

    said = reading.words(message.blocks)
    assert MENTION in set(reading.made(message.blocks))
    assert (
        said.index("Hvad er taksten?") < said.index("Mangler 2026.") < said.index("Taksten stiger.")
    )


def test_the_secretariat_has_no_opinion_to_give() -> None:
    (message,) = handed_over(HandedOver(USER, "Hvad er taksten?"), reply())

    assert {block["type"] for block in message.blocks} == {"rich_text", "context"}


def test_a_remark_that_was_not_written_has_no_heading() -> None:
    (message,) = handed_over(HandedOver(USER, "Hvad er taksten?"), reply())

    assert texts.HANDED_OVER_REMARK not in message.text


def test_news_have_what_was_decided_where_and_the_page() -> None:
    (message,) = news("takster", [ITEM])

    assert message.text == (
        "Nyt om takster\nDer er kommet ét nyt punkt i dokumenterne.\nNyt takstskema\n"
        " Besluttet. Styregruppe Social, 12. marts 2025, punkt 5\nTaksten blev godkendt.\n"
        "Læs citatet i dokumentet"
    )


def test_of_many_news_the_newest_are_told_and_how_many_there_are() -> None:
    told = news("takster", [ITEM] * 200)

    assert "200 nye punkter" in told[0].text
    assert sum(reading.words(each.blocks).count(ITEM.title) for each in told) == SHOWN
    assert not any(limits.of_message({"text": m.text, "blocks": m.blocks}) for m in told)


def test_an_answer_that_is_handed_over_may_be_long() -> None:
    told = handed_over(HandedOver(USER, "x"), reply(*[statement("Kort. " * 100, 1)] * 60))

    assert not any(limits.of_message({"text": m.text, "blocks": m.blocks}) for m in told)
