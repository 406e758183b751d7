"""Everything we say in Slack, with one text in every place that is not ours."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from bots.ports import Item, Shelf
from bots.reply import Reply
from bots.slack import blocks, front, notices, views
from bots.slack.message import Message
from bots.slack.offers import Offers
from service import texts
from service.answer import Found, Outcome, Ranking
from tests.bots.teams.replies import reply, source, statement

SITE = "https://svar.example.dk"
USER = "U0METTE"
OFFERS = Offers("Kx3f9", share=True, secretariat=True)


def replies(text: str) -> Iterator[Reply]:
    """Answers of every kind."""
    own = {"title": text, "where": text, "quote": text}
    cited = tuple(source(n, **own, standing="wrong", verified=n > 1) for n in (1, 2))
    told = (
        statement(text, 1, label=f"{text}:", place=text, status="Besluttet", quoted=True),
        statement(text, 2, standing="careful", status="Udkast, ikke vedtaget"),
        statement(f"– {text}", 1),
        statement(text, heading=True),
    )
    full = reply(*told, sources=cited, notes=(text, text), understood_as=text)
    yield full
    yield replace(full, doubt=texts.UNSURE, partly=True, language="en")
    yield replace(full, found=False, sources=(), near=cited)


def messages(text: str) -> Iterator[Message]:
    """All messages."""
    for each in replies(text):
        yield from blocks.answered(each, OFFERS)
        yield from blocks.closing(each, OFFERS, blocks.stated(each.statements[0], {}))
        yield from notices.shared_by(USER, text, each, OFFERS)
        yield from notices.handed_over(notices.HandedOver(USER, text, text), each)
    yield from blocks.passages(Ranking((passage(text),), "g", (text,)), SITE)
    yield from notices.news(text, [item(text)])
    yield blocks.refused(text)


def all_views(text: str) -> Iterator[dict[str, Any]]:
    """All dialogs, and the App Home."""
    yield views.opinion_dialog("Kx3f9")
    yield views.hand_over_dialog("Kx3f9", text)
    yield views.trouble(text)
    yield front.home(Shelf((text,), (text,), (item(text),), (text,)))
    yield front.closed(text)


def item(text: str) -> Item:
    """A decision."""
    return Item("k", text, text, "Besluttet", text, f"{SITE}/kilder/a")


def passage(text: str) -> Found:
    """A place that was found; what is no text in it is left out."""
    empty = dict.fromkeys(field.name for field in fields(Found))
    own = dict.fromkeys(("title", "body", "item_title", "section", "text", "punkt"), text)
    facts = {"url": "/kilder/a", "outcome": Outcome.CASE, "draft": False, "struck": False}
    return Found(**{**empty, **own, **facts, "proposed": False, "kind": "referat"})  # type: ignore[arg-type]
