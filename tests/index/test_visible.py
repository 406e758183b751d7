"""What a reader without access sees of a document with closed parts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from index import EVERYTHING, OPEN_ONLY, Document, Part, PartKind, Visibility
from index.adopt import adopted
from index.visible import visible
from ingest import Concern, Finding
from ingest.read import read_bytes

TITLE, SECRET, CASE = "Køb af zeppeliner", "Prisen er 7 mio. kr.", "2025-014420"


def item(number: str, head: Any, *parts: Part, **features: Any) -> Part:
    return Part(PartKind.ITEM, head.text, head, parts=parts, number=number, **features)


@pytest.fixture
def meeting(manuscript: Any) -> Document:
    """A meeting whose second item is closed, with a case number that stands in no block."""
    first = item("1", manuscript.block("Budget"), section(manuscript.block("Vedtaget.")))
    manuscript.text += "Lukket\nPunkt 2.\n"
    head = manuscript.block(TITLE)
    manuscript.text += f"{CASE}\n"
    secret = section(manuscript.block(SECRET))
    manuscript.text += "Side 2\fPunkt 3.\n"
    second = item("2", head, closed(secret), visibility=Visibility.CLOSED)
    third = item("3", manuscript.block("Eventuelt"), section(manuscript.block("Intet.")))
    made: Document = manuscript.document(first, second, third)
    return made


def section(*blocks: Any) -> Part:
    return Part(PartKind.SECTION, "", blocks=blocks)


def closed(part: Part) -> Part:
    return Part(part.kind, part.heading, blocks=part.blocks, visibility=Visibility.CLOSED)


def test_those_with_access_see_the_document_as_it_is(meeting: Document) -> None:
    assert visible(meeting, EVERYTHING) == replace(meeting, text=meeting.text.rstrip())


def test_closed_items_are_gone_and_the_others_stay(meeting: Document) -> None:
    shown = visible(meeting, OPEN_ONLY)

    assert shown
    assert shown.parts == (meeting.parts[0], meeting.parts[2])


def test_nothing_of_a_closed_item_is_in_the_text(meeting: Document) -> None:
    shown = visible(meeting, OPEN_ONLY)

    assert shown
    assert shown.text.split() == ["Budget", "Vedtaget.", "Eventuelt", "Intet."]


def test_what_is_shown_stands_where_it_stood(meeting: Document) -> None:
    shown = visible(meeting, OPEN_ONLY)

    assert shown
    assert shown.text.index("Eventuelt") == meeting.text.index("Eventuelt")
    assert shown.text.count("\n") == meeting.text.rstrip().count("\n")


def test_what_is_hidden_at_the_end_is_not_felt(manuscript: Any) -> None:
    first = item("1", manuscript.block("Budget", page=1), section(manuscript.block("Ja.", page=1)))
    open_text = manuscript.text
    second = item("2", manuscript.block(TITLE, page=2), visibility=Visibility.CLOSED)
    more = manuscript.document(first, second, pages=2, labels=("i", "ii"))
    less = replace(more, text=open_text, parts=(first,), pages=1, labels=("i",))

    assert visible(more, OPEN_ONLY) == visible(less, OPEN_ONLY)


def test_findings_in_closed_items_are_gone(manuscript: Any, meeting: Document) -> None:
    told = (
        Finding(Concern.STRUCK, "struck text", "1 Budget", 2),
        Finding(Concern.CLOSED, "closed item", f"2 {TITLE}", 5),
    )
    known = manuscript.document(*meeting.parts, findings=told)

    shown = visible(known, OPEN_ONLY)

    assert shown
    assert shown.findings == told[:1]


def test_a_closed_document_is_not_shown(manuscript: Any) -> None:
    assert visible(manuscript.document(visibility=Visibility.CLOSED), OPEN_ONLY) is None


@pytest.fixture
def nested(manuscript: Any) -> Callable[[Visibility], Document]:
    """A meeting printed as an annex of an item, as visible as the item."""

    def made(visibility: Visibility) -> Document:
        outer = item("1", manuscript.block("Referat"), visibility=visibility)
        inside = item("1", manuscript.block("Indre punkt"), section(manuscript.block("Enighed.")))
        inner = manuscript.document(inside, id="d.2024-06-13", within="1", visibility=visibility)
        last = item("2", manuscript.block("Eventuelt"), section(manuscript.block("Intet.")))
        inner = replace(inner, text=manuscript.text)
        document: Document = manuscript.document(outer, last, documents=(inner, inner))
        return adopted(document, "ny", "ny.txt")

    return made


def test_a_closed_meeting_inside_another_is_not_shown(
    nested: Callable[[Visibility], Document],
) -> None:
    document = nested(Visibility.CLOSED)

    shown = visible(document, OPEN_ONLY)

    assert shown
    assert (shown.documents, shown.text.split()) == ((), ["Eventuelt", "Intet."])


def test_a_meeting_inside_an_open_item_is_shown(nested: Callable[[Visibility], Document]) -> None:
    document = nested(Visibility.OPEN)

    shown = visible(document, OPEN_ONLY)

    assert shown
    assert (shown.parts, shown.documents[0].parts) == (document.parts, document.documents[0].parts)


def test_meetings_of_one_day_have_ids_of_their_own(
    nested: Callable[[Visibility], Document],
) -> None:
    document = nested(Visibility.OPEN)

    assert [inner.id for inner in document.documents] == ["ny.2024-06-13", "ny.2024-06-13-2"]


def test_a_front_page_shows_nothing_of_a_closed_items_title() -> None:
    text = (
        "\n\nReferat\n\nIndholdsfortegnelse\n\n"
        "1.\tGodkendelse af dagsorden\t2\n2.\tKøb af ejendommen Lysholm\t3\n3.\tEventuelt\t4\n\n"
    )
    for number, mark, title in (
        ("1", "Åben", "Godkendelse af dagsorden"),
        ("2", "Lukket", "Køb af ejendommen Lysholm"),
        ("3", "Åben", "Eventuelt"),
    ):
        text += f"Mødet den 01.05.2025\n\nGruppen\n\n{mark}\n\nPunkt {number}.\n\n{title}\n\n"
        text += "Beslutning:\n\nGodkendt\n\n"
    document = read_bytes(text.encode(), "referat.txt")

    shown = visible(document, OPEN_ONLY)

    assert shown
    assert "Lysholm" not in repr(shown)
    assert "Eventuelt" in shown.text
