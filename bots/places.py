"""What a place in a document is and where it stands, as it is told in a chat."""

from collections.abc import Sequence

from bots.english import said
from service import english, texts
from service.answer import Outcome, Place
from service.english import dated
from service.places import labels
from service.standings import standing_of

WORST_FIRST = ("wrong", "careful", "good")
# What is noted, discussed or passed on with a recommendation is not decided.
BINDING = frozenset({Outcome.DECIDED, Outcome.RULE})


def binds(cited: Place) -> bool:
    """Whether it was decided or agreed; what is a draft, proposed or struck out never was."""
    return cited.outcome in BINDING and not (cited.draft or cited.proposed or cited.struck)


def marked(cited: Place) -> list[str]:
    """What it is, in Danish, as the page marks it; a draft is never marked as decided as well."""
    marks = labels(cited)
    outcome = texts.OUTCOMES[cited.outcome]
    return [
        mark for mark in marks if mark != outcome or cited.outcome not in BINDING or binds(cited)
    ]


def where(place: Place, language: str) -> str:
    """Body, date, item and page, as far as they are known."""

    def ours(template: str, known: object, **fields: object) -> str | None:
        return said(template, language).format(**fields).lower() if known else None

    held = texts.danish_date(place.meeting_date) if place.meeting_date else None
    day = dated(held) if held and language == "en" else held
    item = (ours(texts.PUNKT, place.punkt, number=place.punkt), place.item_title)
    page = texts.LABELLED_PAGE if place.page_label else texts.PAGE
    known = (
        place.body,
        day,
        ": ".join(filter(None, item)) or place.section,
        ours(texts.EDITION, place.edition, edition=place.edition),
        ours(page, place.page, page=place.page, label=place.page_label),
    )
    return ", ".join(fact for fact in known if fact)


def placed(label: str, sources: Sequence[Place], language: str) -> str:
    """The label without its status, which is told by itself."""
    names = english.STATUS_LABELS if language == "en" else texts.STATUS_LABELS
    status = names.get(sources[0].outcome) if sources else None
    return label.removesuffix(":").removesuffix(f" – {status}")


def joined(marks: Sequence[str], language: str) -> str:
    """What the reader must know first comes first, each once."""
    return ". ".join(said(mark, language) for mark in dict.fromkeys(filter(None, marks)))


def worst(marks: Sequence[str]) -> str:
    """How the marks are told apart at a glance: by the one that warns most."""
    found = set(map(standing_of, marks))
    return next((standing for standing in WORST_FIRST if standing in found), "")
