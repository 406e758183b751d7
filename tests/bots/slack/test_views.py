from typing import Any

import pytest

from bots.ports import Item, Shelf
from bots.slack import names
from bots.slack.front import closed, home
from bots.slack.views import hand_over_dialog, opinion_dialog, trouble
from service import texts
from service.question import MAX_QUESTION
from tests.bots.slack import limits, reading

ITEM = Item("k", "Takster", "Styregruppe Social, punkt 5", "Udsat", "Udsat til juni.", None)
SHELF = Shelf(("8 dokumenter",), ("Referatet fra maj mangler.",), (ITEM,), ("Hvad er TKO?",))
VIEWS = [
    opinion_dialog("k"),
    hand_over_dialog("k", "Hvad er taksten?"),
    trouble(texts.BROKEN),
    home(SHELF),
    closed(texts.BROKEN),
]


def fields(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["block_id"]: each for each in view["blocks"] if each["type"] == "input"}


@pytest.mark.parametrize("view", VIEWS)
def test_slack_takes_every_view(view: dict[str, Any]) -> None:
    assert limits.of_view(view) == []


def test_a_dialog_carries_its_key() -> None:
    view = opinion_dialog("Kx3f9")

    assert (view["callback_id"], view["private_metadata"]) == (names.OPINION_VIEW, "Kx3f9")


def test_every_reason_can_be_chosen() -> None:
    options = fields(opinion_dialog("k"))[names.REASON]["element"]["options"]

    assert {each["value"]: each["text"]["text"] for each in options} == texts.OPINION_REASONS


def test_nothing_of_an_opinion_must_be_filled_in() -> None:
    assert all(each["optional"] for each in fields(opinion_dialog("k")).values())


def test_a_comment_is_as_long_as_on_the_page_at_most() -> None:
    assert fields(opinion_dialog("k"))[names.COMMENT]["element"]["max_length"] == 1_000


def test_a_question_is_sent_along_only_where_that_is_ticked() -> None:
    assert "initial_options" not in fields(opinion_dialog("k"))[names.CONSENT]["element"]


def test_the_question_stands_there_to_be_changed() -> None:
    field = fields(hand_over_dialog("k", "Hvad er taksten?"))[names.QUESTION]

    assert field["element"]["initial_value"] == "Hvad er taksten?"
    assert not field["optional"]


def test_a_question_that_is_too_long_is_cut() -> None:
    field = fields(hand_over_dialog("k", "ord " * 5_000))[names.QUESTION]["element"]

    assert len(field["initial_value"]) <= MAX_QUESTION


def test_a_question_whose_words_are_gone_is_written_anew() -> None:
    assert "initial_value" not in fields(hand_over_dialog("k", ""))[names.QUESTION]["element"]


@pytest.mark.parametrize(
    "line", ["8 dokumenter", "Referatet fra maj mangler.", "Hvad er TKO?", "Udsat til juni."]
)
def test_the_home_tells_what_is_in_the_collection(line: str) -> None:
    assert line in reading.words(home(SHELF)["blocks"])


def test_the_home_says_what_is_kept() -> None:
    assert texts.HOME_KEPT[0] in reading.words(home(SHELF)["blocks"])


def test_an_empty_collection_has_a_home() -> None:
    assert limits.of_view(home(Shelf((), (), (), ()))) == []


def test_a_large_collection_fits_in_a_view() -> None:
    many = ("linje " * 100,) * 200

    assert limits.of_view(home(Shelf(many, many, (ITEM,) * 100, many))) == []
