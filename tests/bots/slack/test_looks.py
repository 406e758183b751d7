import pytest

from bots.slack.blocks import answered
from bots.slack.offers import Offers
from service import texts
from service.assistant import ExtractiveAssistant
from tests.bots.slack import everything, looks, pictures
from tests.bots.slack.hostile import PAYLOADS
from tests.bots.teams.replies import reply


def test_a_message_is_drawn_with_its_words_and_buttons() -> None:
    (message,) = answered(reply(), Offers("k", secretariat=True))

    drawn = looks.message(message.blocks)

    assert "Taksten stiger." in drawn
    assert "Spørg sekretariatet" in drawn


@pytest.mark.parametrize("payload", PAYLOADS)
def test_everything_we_say_can_be_drawn(payload: str) -> None:
    drawn = [looks.message(each.blocks) for each in everything.messages(payload)]
    drawn += map(looks.view, everything.all_views(payload))

    assert not any("<script" in each for each in drawn)


def test_every_scene_of_the_pictures_can_be_drawn(assistant: ExtractiveAssistant) -> None:
    scenes = pictures.scenes(assistant)

    assert all(texts.NAME in scenes[name] for name in pictures.ANSWERS)


def test_what_is_not_known_is_not_drawn() -> None:
    with pytest.raises(KeyError):
        looks.message([{"type": "carousel"}])
