import re

import pytest

from bots.english import SAID, said
from service import texts

FIELDS = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("danish", SAID)
def test_a_text_keeps_its_fields(danish: str) -> None:
    assert sorted(FIELDS.findall(SAID[danish])) == sorted(FIELDS.findall(danish))


def test_a_danish_answer_is_told_in_danish() -> None:
    assert said(texts.SOURCES, "da") == texts.SOURCES


def test_what_is_not_known_in_english_stays() -> None:
    assert said("Andet", "en") == "Andet"


@pytest.mark.parametrize("outcome", [o for o in texts.OUTCOMES if texts.OUTCOMES[o]])
def test_every_status_has_its_english(outcome: str) -> None:
    assert texts.OUTCOMES[outcome] in SAID
