"""Adaptive Cards of the bot. Foreign text stands in runs of text, which are no markdown.

What a button sends back is an id of the memory and nothing else.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from microsoft_teams.cards import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    Choice,
    ChoiceSetInput,
    Container,
    OpenUrlAction,
    RichTextBlock,
    SubmitAction,
    TeamsCardProperties,
    TextBlock,
    TextInput,
    TextRun,
    ToggleInput,
)

from bots.ports import Item, Shelf
from bots.reply import Source
from bots.teams.plain import unlinked
from service import texts

VERSION: Literal["1.5"] = "1.5"  # what every client of Teams shows, the telephone's too
SHARE, SECRETARIAT, OPINION = "share", "secretariat", "opinion"
MOST = 10  # entries of one card; a card may have 28 kB
EXCERPT = 600  # characters of a text in a card
BUTTON = 80  # characters of a button
# A heading is read as markdown, and not every client knows how its marks are escaped.
LOOKALIKES = str.maketrans("*_", "\N{ASTERISK OPERATOR}\N{FULLWIDTH LOW LINE}")


def buttons(share: str, secretariat: str) -> AdaptiveCard | None:
    """What can be done with an answer, each with its key; `None` for nothing."""
    actions = [
        *([button(texts.SHARE_BUTTON, SHARE, share)] if share else []),
        *([dialog(texts.HAND_OVER_BUTTON, SECRETARIAT, secretariat)] if secretariat else []),
    ]
    return card([], actions) if actions else None


def sources(title: str, found: Sequence[Source], note: str = "") -> AdaptiveCard:
    """Places with their texts, under a heading of ours."""
    return card([heading(title), *said(note), *_sources(found)])


def news(subject: str, items: Sequence[Item], count: str) -> AdaptiveCard:
    """New decisions about a subject; `count` says how many there are."""
    return card([heading(texts.NEWS.format(subject=subject)), *said(count), *map(_item, items)])


def help_card() -> AdaptiveCard:
    """What can be written to the bot."""
    lines = [
        Container(items=[plain(word, bold=True), plain(meaning)], spacing="Small")
        for word, meaning in texts.TEAMS_HELP.items()
    ]
    return card([heading(texts.TEAMS_HELP_TITLE), *lines, *said(texts.TEAMS_KEPT)])


def shelf(shelf: Shelf) -> AdaptiveCard:
    """What is in the collection, what is not, and questions to ask."""
    return card(
        [
            heading(texts.TEAMS_HOLDS),
            *(plain(each) for each in shelf.holds),
            *(plain(each, subtle=True) for each in shelf.missing),
            *([heading(texts.HOME_LATEST), *map(_item, shelf.latest)] if shelf.latest else []),
        ],
        [asked(each) for each in shelf.examples[:4]],
    )


def card(body: Sequence[CardElement], actions: Sequence[Action] = ()) -> AdaptiveCard:
    """A card as wide as the conversation.

    Its buttons stand below each other: side by side the last ones are cut off on a telephone.
    """
    return AdaptiveCard(
        version=VERSION,
        lang="da",
        body=[*body, *(ActionSet(actions=[each], spacing="Small") for each in actions)],
        msteams=TeamsCardProperties(width="full"),
    )


def heading(text: str) -> CardElement:
    """A heading, which a screen reader tells as one."""
    shown = unlinked(" ".join(text.split())).translate(LOOKALIKES)
    return TextBlock(text=shown, style="heading", weight="Bolder", size="Medium", wrap=True)


def plain(text: str, *, subtle: bool = False, bold: bool = False) -> CardElement:
    """Foreign text as it is written."""
    weight: Literal["Bolder", "Default"] = "Bolder" if bold else "Default"
    run: CardElement = TextRun(text=unlinked(text), is_subtle=subtle or None, weight=weight)
    return RichTextBlock(inlines=[run], spacing="Small")


def said(text: str) -> list[CardElement]:
    """A remark of ours; nothing where there is none."""
    return [plain(text, subtle=True)] if text else []


def button(title: str, flow: str, key: str) -> Action:
    """A button that sends `key` to one of our flows."""
    return SubmitAction(title=title, data={"flow": flow, "key": key})


def dialog(title: str, flow: str, key: str) -> Action:
    """A button that opens a dialog."""
    data = {"flow": flow, "key": key, "msteams": {"type": "task/fetch"}}
    return SubmitAction(title=title, data=data)


def asked(question: str) -> Action:
    """A button that asks a question of ours, as if the reader had written it."""
    shown = SubmitAction(title=_cut(question, BUTTON), tooltip=question)
    return shown.with_data({"msteams": {"type": "imBack", "value": question}})


def text_field(name: str, label: str, hint: str, *, longest: int) -> CardElement:
    """A field of several lines with its label."""
    return TextInput(id=name, label=label, placeholder=hint, is_multiline=True, max_length=longest)


def one_of(name: str, label: str, choices: Mapping[str, str]) -> CardElement:
    """A choice among few, all in sight; the keys are what is sent."""
    shown = [Choice(title=title, value=value) for value, title in choices.items()]
    return ChoiceSetInput(id=name, label=label, choices=shown, style="expanded", wrap=True)


def tick(name: str, title: str) -> CardElement:
    """A box that is not ticked until somebody does."""
    return ToggleInput(id=name, title=title, value="false", wrap=True)


def submit(title: str, flow: str, key: str) -> Action:
    """The button that sends a dialog."""
    return SubmitAction(title=title, style="positive", data={"flow": flow, "key": key})


def _sources(found: Sequence[Source]) -> list[CardElement]:
    return [_entry(f"{each.n}. {each.title}", each, each.quote) for each in found[:MOST]]


def _item(item: Item) -> CardElement:
    return _entry(item.title, item, item.text)


def _entry(title: str, told: Source | Item, text: str) -> CardElement:
    """A place: what it is called, where it stands, what it is, its text and the way there."""
    items = [
        plain(title, bold=True),
        plain(told.where, subtle=True),
        *([plain(told.status, bold=True)] if told.status else []),
        plain(_cut(text, EXCERPT)),
    ]
    if told.url:
        items.append(ActionSet(actions=[_opened(title, told.url)]))
    return Container(items=items, separator=True, spacing="Medium")


def _opened(title: str, url: str) -> Action:
    # Several buttons of a card say the same; the tooltip tells them apart for a screen reader.
    tooltip = _cut(unlinked(f"{texts.READ_QUOTE}: {title}"), 120)
    return OpenUrlAction(title=texts.READ_QUOTE, url=url, tooltip=tooltip)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
