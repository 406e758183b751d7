import re
from datetime import date

import pytest

from bots.english import SAID, said, searched
from service import texts

FIELDS = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("danish", SAID)
def test_a_text_keeps_its_fields(danish: str) -> None:
    assert sorted(FIELDS.findall(SAID[danish])) == sorted(FIELDS.findall(danish))


def test_a_danish_answer_is_told_in_danish() -> None:
    assert said(texts.SOURCES, "da") == texts.SOURCES


@pytest.mark.parametrize(
    ("documents", "latest", "english"),
    [
        (0, None, "no documents"),
        (1, None, "one document"),
        (1_200, date(2025, 5, 22), "1,200 documents, latest meeting 22 May 2025"),
    ],
)
def test_what_was_looked_through_is_told_in_the_language_of_the_answer(
    documents: int, latest: date | None, english: str
) -> None:
    danish = texts.searched(documents, latest)

    assert searched(danish, "en") == english
    assert searched(danish, "da") == danish


def test_what_is_not_known_in_english_stays() -> None:
    assert said("Andet", "en") == "Andet"


@pytest.mark.parametrize("outcome", [o for o in texts.OUTCOMES if texts.OUTCOMES[o]])
def test_every_status_has_its_english(outcome: str) -> None:
    assert texts.OUTCOMES[outcome] in SAID
