"""Closed items over Slack, with a real index and real rights: told privately and nowhere else."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from bots import build
from bots.memory import FileMemory
from bots.slack import names
from index import Updater
from service import build as service
from service.access.account import account
from service.access.rules import Rules
from service.access.visitor import Channel
from service.settings import Settings
from tests.bots.slack.flows import ANNE, BO, CHANNEL, GUEST, SECRETARIAT, Flow, a_flow
from tests.bots.slack.workspace import TEAM, Message
from tests.service.rights.planted import Size, plant
from tests.service.rights.traces import Marks


@dataclass(frozen=True, slots=True)
class House:
    """Slack over a collection with closed items; Anne and the guest were given the right."""

    flow: Flow
    marks: Marks
    question: str

    def closed(self, text: str) -> set[str]:
        """What of closed items is in a text, but for what the question said."""
        return self.marks.found(text) - self.marks.found(self.question)

    def told(self, user: str) -> Message:
        """What `user` gets for the command, alone."""
        before = self.flow.slack.workspace.ts()
        self.flow.slack.command(CHANNEL, user, self.question)

        def answers() -> list[Message]:
            told = [m for m in self.flow.slack.workspace.ours() if m.only_for == user]
            return [m for m in told if m.ts > before and names.OPINION in str(m.blocks)]

        return self.flow.slack.until(answers)[0]

    def public(self) -> str:
        """All that others than the asker read."""
        return self.flow.public(CHANNEL, SECRETARIAT)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("closed")
    planted = plant(folder / "documents", size=Size(minutes=1, closed_documents=1))
    Updater(folder / "home").update(folder / "documents")
    settings = Settings(home=folder / "home", access=Rules(questions_a_minute=0))
    for user in (ANNE, GUEST):
        service.accounts(settings).add(account(Channel.SLACK, TEAM, user), user)
    parts = build.parts(settings)
    assert isinstance(parts.memory, FileMemory)
    question = f"Hvad blev besluttet om {planted.closed[0].place}?"
    with closing(parts.memory), a_flow(folder / "other", real=parts) as flow:
        yield House(flow, Marks.of(planted.closed), question)


def test_linked_account_is_told_privately(house):
    assert house.closed(house.told(ANNE).shown)


@pytest.mark.parametrize("user", [BO, GUEST])
def test_unlinked_account_and_linked_guest_are_told_nothing(house, user):
    assert house.closed(house.told(user).shown) == set()


def test_shared_answer_has_nothing_closed(house):
    answer = house.told(ANNE)

    house.flow.slack.clicks(answer, ANNE, house.flow.button(answer, names.SHARE))

    house.flow.slack.until(lambda: house.flow.public(CHANNEL))
    assert house.closed(house.public()) == set()


def test_question_that_is_handed_over_has_nothing_closed(house):
    answer = house.told(ANNE)
    house.flow.slack.clicks(answer, ANNE, house.flow.button(answer, names.HAND_OVER))
    view = house.flow.slack.until(lambda: house.flow.slack.workspace.views)[-1]
    fields = {names.QUESTION: {names.QUESTION: {"value": house.question}}}

    house.flow.slack.submits(view, ANNE, {**fields, names.REMARK: {names.REMARK: {"value": ""}}})

    house.flow.slack.answers(1, SECRETARIAT)
    assert house.closed(house.public()) == set()


def test_mention_of_a_linked_account_has_nothing_closed(house):
    asked = house.flow.slack.mentions(CHANNEL, ANNE, house.question)

    house.flow.slack.until(
        lambda: [m for m in house.flow.slack.answers() if m.thread_ts == asked.ts]
    )
    assert house.closed(house.public()) == set()


def test_shortcut_shows_them_to_the_linked_account_alone(house):
    shown = {}
    for user in (ANNE, BO):
        message = Message(CHANNEL, house.flow.slack.workspace.ts(), BO, text=house.question)
        before = len(house.flow.slack.called("views.update"))
        house.flow.slack.shortcut(message, user, names.FIND_SOURCES)
        updates = house.flow.slack.until(
            lambda before=before: house.flow.slack.called("views.update")[before:]
        )
        shown[user] = house.closed(str(updates[0]["view"]))

    assert shown[ANNE]
    assert shown[BO] == set()


def test_home_has_nothing_closed(house):
    channel = house.flow.slack.workspace.direct(ANNE).id
    event = {"type": "app_home_opened", "user": ANNE, "channel": channel, "tab": "home"}

    house.flow.slack.event(event)

    home = house.flow.slack.until(lambda: house.flow.slack.workspace.homes.get(ANNE))
    assert house.marks.found(str(home)) == set()
