"""The bot in Slack over the real desk, the real assistant and the sample's documents."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bots import build
from bots.settings import SlackSettings
from bots.slack.app import create, over_http
from bots.slack.guard import PATH
from index import Updater
from service.question import MAX_QUESTION
from service.settings import settings
from tests.bots.slack.conftest import ANNE, CHANNEL
from tests.bots.slack.sending import SECRET
from tests.bots.slack.server import TOKEN, Slack
from tests.bots.slack.serving import served
from tests.service.model.openai_server import model_server, status

GUIDE = "Blev guiden om midlertidigt botilbud godkendt?"


@pytest.fixture
def house(tmp_path: Path, sample_home: Path, slack: Slack) -> Iterator[Slack]:
    """A Slack with a bot over the sample, whose language model is down."""
    home = tmp_path / "home"
    shutil.copytree(sample_home, home, symlinks=True)
    with model_server() as model, pytest.MonkeyPatch.context() as patched:
        patched.setenv("AFTALESVAR_LLM_URL", model.url)
        patched.setenv("AFTALESVAR_LLM_MODEL", "m")
        model.will(status(500))
        chosen = SlackSettings(TOKEN, SECRET, api=slack.api)
        with served(over_http(create(chosen, build.parts(settings(home))))) as url:
            slack.serves(f"{url}{PATH}")
            yield slack
            slack.serves("")


def test_without_its_language_model_it_answers_with_quotes(house: Slack) -> None:
    house.mentions(CHANNEL, ANNE, GUIDE)

    (answer,) = house.answers()

    assert "Styregruppe Social godkendte guiden" in answer.shown
    assert "punkt 6" in answer.shown


def test_a_follow_up_leans_on_the_question_before_it(house: Slack) -> None:
    first = house.mentions(CHANNEL, ANNE, "Hvad var belægningen på Birkegården i 2024?")
    house.answers()
    house.says(CHANNEL, ANNE, "i 2023?", thread=first.ts)

    assert "Birkegården i 2023" in house.answers(2)[1].shown


def test_forty_thousand_characters_are_refused_with_the_limit(house: Slack) -> None:
    house.asks(ANNE, "takster " * 5_000)

    (answer,) = house.answers()

    assert (
        f"{MAX_QUESTION}" in answer.shown or f"{MAX_QUESTION:,}".replace(",", ".") in answer.shown
    )
    assert "tegn" in answer.shown


def test_a_question_of_marks_and_mentions_calls_and_links_nobody(house: Slack) -> None:
    house.asks(ANNE, "Hvad siger &lt;!channel&gt; og &lt;@U1&gt; om *takster* i `2026`?")

    (answer,) = house.answers()

    assert not any(
        sign in str(answer.blocks) for sign in ("'user_group'", "'broadcast'", "'type': 'user'")
    )
    assert "<!" not in answer.text
    assert "<@" not in answer.text


def test_while_another_index_takes_its_place_every_question_is_answered(
    house: Slack, tmp_path: Path, sample: Path
) -> None:
    shutil.copytree(sample, tmp_path / "documents")
    (tmp_path / "documents" / "referat-2024-09-05.txt").unlink()
    update = threading.Thread(
        target=Updater(tmp_path / "home").update,
        args=(tmp_path / "documents",),
        kwargs={"replace_sources": True},
    )
    update.start()
    asked = 0
    while update.is_alive() or asked < 3:
        asked += 1
        house.mentions(CHANNEL, house.workspace.user(f"U{asked:08d}").id, GUIDE)
        house.answers(asked)
    update.join()

    assert all("godkendte guiden" in answer.shown for answer in house.workspace.ours())
