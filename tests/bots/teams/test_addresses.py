"""Where in Teams something stands, and whether one person alone reads it."""

from typing import Any

import pytest
from microsoft_teams.api.activities.message import MessageActivity

from bots.teams.addresses import place
from tests.bots.teams.activities import (
    ALONE,
    CHANNEL,
    GROUP,
    PERSONAL,
    TENANT,
    TOGETHER,
    Activities,
    thread,
)

MEETING = "19:meeting_MjdhNjM4@thread.v2"
SENT = Activities("https://smba.trafficmanager.net/emea/")


def private(conversation: dict[str, Any]) -> bool:
    """Whether a message of that conversation is taken for a private one."""
    activity = SENT.message("Hvad er taksten?") | {"conversation": conversation}
    return place(MessageActivity.model_validate(activity), TENANT).private


def test_a_personal_chat_is_private() -> None:
    assert private(ALONE.conversation)


@pytest.mark.parametrize("where", [TOGETHER, thread("17")])
def test_groups_and_channels_are_not(where: Any) -> None:
    assert not private(where.conversation)


@pytest.mark.parametrize("name", [GROUP, CHANNEL, f"{CHANNEL};messageid=17", MEETING])
def test_what_has_the_name_of_one_for_several_is_not_whatever_it_is_called(name: str) -> None:
    assert not private({"id": name, "conversationType": "personal", "tenantId": TENANT})


@pytest.mark.parametrize("kind", [None, "", "PERSONAL", "groupChat", "channel"])
def test_what_is_not_called_personal_is_not(kind: str | None) -> None:
    assert not private({"id": PERSONAL, "conversationType": kind, "tenantId": TENANT})


def test_a_group_of_a_personal_kind_is_not() -> None:
    assert not private(ALONE.conversation | {"isGroup": True})
