"""A meeting counts once, whichever papers tell of it."""

from datetime import date

from index import Item, Kind, Paper, Status, Visibility
from service.register.held import meetings_of

DAY = date(2024, 6, 13)


def paper(id_: str, kind: Kind = Kind.REFERAT, outer: str | None = None) -> Paper:
    return Paper(id_, outer, f"{id_}.txt", "T", kind, "SGS", DAY, Status.UKENDT, None)


def items(of: Paper, *titles: str) -> list[Item]:
    return [
        Item(of, position, None, title, Visibility.OPEN, None, None, ())
        for position, title in enumerate(titles, 1)
    ]


def test_minutes_stand_for_an_agenda() -> None:
    minutes, agenda = paper("m"), paper("a", Kind.DAGSORDEN)

    (meeting,) = meetings_of([agenda, minutes], [*items(agenda, "A", "B"), *items(minutes, "A")])

    assert meeting.minutes
    assert meeting.items == tuple(items(minutes, "A"))


def test_an_agenda_stands_alone_where_there_are_no_minutes() -> None:
    agenda = paper("a", Kind.DAGSORDEN)

    (meeting,) = meetings_of([agenda], items(agenda, "A"))

    assert not meeting.minutes
    assert meeting.held == DAY


def test_minutes_printed_again_in_others_add_only_what_the_file_has_not() -> None:
    printed, own = paper("b.1", outer="b"), paper("m")

    (meeting,) = meetings_of([printed, own], [*items(printed, "a", "C"), *items(own, "A", "B")])

    assert [(item.paper.id, item.title) for item in meeting.items] == [
        ("m", "A"),
        ("m", "B"),
        ("b.1", "C"),
    ]


def test_two_items_of_one_name_are_two() -> None:
    minutes = paper("m")

    (meeting,) = meetings_of([minutes], items(minutes, "Eventuelt", "Eventuelt"))

    assert len(meeting.items) == 2


def test_other_documents_are_no_meetings() -> None:
    assert not meetings_of([paper("n", Kind.NOTAT)], [])
