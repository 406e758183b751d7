"""The cards, held against the limits of Teams and the way people read them."""

from dataclasses import replace
from typing import Any

import pytest
from microsoft_teams.cards import AdaptiveCard

from bots.ports import Item, Shelf
from bots.teams import cards
from bots.teams.opinions import LONGEST
from service import texts
from tests.bots.teams.limits import broken, broken_card
from tests.bots.teams.replies import source

BAD = "<at>Alle</at> [klik](https://ond.dk) **fed** [1] {{DATE(2026-01-01T00:00:00Z)}}\u202e"
ITEM = Item("k1", "Takster", "Styregruppe Social", "Besluttet", "Tekst", "https://svar.example.dk")
HERE = Shelf(("6 dokumenter",), ("Bilag mangler",), (ITEM,) * 5, ("Hvad er TKO?",) * 9)
FOREIGN = source(title=BAD, where=BAD, status=BAD, quote=BAD * 200)
CARDS = {
    "buttons": cards.buttons("k1", "k2"),
    "help": cards.help_card(),
    "hostile news": cards.news(BAD, [Item("k", BAD, BAD, BAD, BAD, None)] * 10, BAD),
    "hostile places": cards.sources(BAD, [FOREIGN] * cards.MOST, BAD),
    "news": cards.news("takster", [ITEM] * 10, texts.NEWS_ONE),
    "places": cards.sources(texts.NEAREST, [source()] * 3, texts.NEAREST_HELP),
    "shelf": cards.shelf(HERE),
    "form": cards.card(
        [
            cards.one_of("reason", texts.FEEDBACK_REASON, texts.OPINION_REASONS),
            cards.text_field("comment", texts.FEEDBACK_COMMENT, "", longest=LONGEST),
            cards.tick("question", texts.FEEDBACK_QUESTION),
        ],
        [cards.submit(texts.FEEDBACK_SEND, cards.OPINION, "k")],
    ),
}


def wire(card: AdaptiveCard | None) -> dict[str, Any]:
    """The card as it is sent."""
    assert card is not None
    return card.model_dump(by_alias=True, exclude_none=True)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_keeps_the_limits(name: str) -> None:
    assert broken_card(wire(CARDS[name])) == []


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_as_wide_as_the_conversation_and_in_danish(name: str) -> None:
    made = wire(CARDS[name])

    assert made["msteams"] == {"width": "full"}
    assert made["lang"] == "da"


@pytest.mark.parametrize("name", ["hostile news", "hostile places"])
def test_foreign_text_in_a_card_stays_text(name: str) -> None:
    shown = str(wire(CARDS[name]))

    assert "](" not in shown
    assert "{{" not in shown
    assert "\u202e" not in shown


def test_headings_are_headings_for_who_hears_them() -> None:
    first = wire(CARDS["shelf"])["body"][0]

    assert (first["type"], first["style"]) == ("TextBlock", "heading")


def test_buttons_that_say_the_same_are_told_apart_by_their_tooltips() -> None:
    two = [source(), replace(source(2), title="Styringsaftale 2025")]

    entries = wire(cards.sources("Kilder", two))["body"][1:]

    tips = [each["items"][-1]["actions"][0]["tooltip"] for each in entries]
    assert tips[0] != tips[1]
    assert tips[1].endswith("Styringsaftale 2025")


def test_a_long_text_is_cut() -> None:
    entry = wire(cards.sources("Kilder", [source(quote="x" * 5_000)]))["body"][1]

    assert len(entry["items"][3]["inlines"][0]["text"]) == cards.EXCERPT


def test_a_place_without_an_address_has_no_button() -> None:
    entry = wire(cards.sources("Kilder", [source(url=None)]))["body"][1]

    assert [each["type"] for each in entry["items"]] == ["RichTextBlock"] * 4


def test_an_example_is_asked_as_if_it_was_written() -> None:
    button = wire(CARDS["shelf"])["body"][-1]["actions"][0]

    assert button["data"]["msteams"] == {"type": "imBack", "value": "Hvad er TKO?"}


def test_without_anything_to_do_there_is_no_card() -> None:
    assert cards.buttons("", "") is None


@pytest.mark.parametrize(
    ("activity", "rule"),
    [
        ({"text": "x" * 50_000}, "bytes"),
        ({"text": "<at>Alle</at>"}, "markup <at>"),
        ({"text": ""}, "neither text nor card"),
        ({"text": "a", "textFormat": "xml"}, "text format xml"),
        ({"text": "a", "attachments": [{"contentType": "image/png"}]}, "an attachment"),
    ],
)
def test_the_limits_find_what_breaks_them(activity: dict[str, Any], rule: str) -> None:
    assert any(rule in each for each in broken(activity))


@pytest.mark.parametrize(
    ("element", "rule"),
    [
        ({"type": "TextBlock", "text": "a"}, "does not wrap"),
        ({"type": "Image", "url": "https://svar.example.dk/a.png"}, "picture without a text"),
        ({"type": "Input.Text", "id": "a"}, "field without a label"),
        ({"type": "ProgressBar", "value": 1}, "not known everywhere"),
        ({"type": "ActionSet", "actions": []}, "0 buttons"),
        (
            {
                "type": "ActionSet",
                "actions": [{"type": "Action.Submit", "title": "a", "data": {"question": "q"}}],
            },
            "more than an id",
        ),
    ],
)
def test_the_limits_find_what_breaks_them_in_a_card(element: dict[str, Any], rule: str) -> None:
    made = {"type": "AdaptiveCard", "version": "1.5", "body": [element]}

    assert any(rule in each for each in broken_card(made))
