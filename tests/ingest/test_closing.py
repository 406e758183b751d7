"""What a closed item says stays closed, however its header is written."""

from collections.abc import Callable

import pytest

from ingest import Document, Part, PartKind, Visibility

CLOSED, OPEN = Visibility.CLOSED, Visibility.OPEN
Reader = Callable[[str], Document]
MEETING = "Mødet den 12.03.2025 Styregruppen\n\n"
OPENED = f"{MEETING}Åben\n\nPunkt 1.\n\nTakster\n\nBeslutning:\n\nGodkendt.\n\n"
LAST = f"{MEETING}Åben\n\nPunkt 3.\n\nEventuelt\n\nBeslutning:\n\nIntet.\n\n"
SECRET = "\n\nKøb af Hejrevang\n\nBeslutning:\n\nHejrevang købes.\n\n"


def told(document: Document) -> str:
    """All text in parts that everybody may see."""

    def of(parts: tuple[Part, ...]) -> list[str]:
        return [
            text
            for part in parts
            if part.visibility is OPEN
            for text in (part.heading, *(b.text for b in part.blocks), *of(part.parts))
        ]

    return "" if document.visibility is CLOSED else "\n".join(of(document.parts))


@pytest.mark.parametrize("meeting", [MEETING, ""], ids=["under a header", "alone"])
@pytest.mark.parametrize(
    "header",
    [
        "Punkt 2 (lukket)",
        "Lukket punkt 2.",
        "LUKKET PUNKT 2",
        "Lukket\n\nPunkt 2: Hejrevang",
        "Punkt 2 - Lukket",
        "Punkt 2 – Fortroligt",
        "Punkt 2. Lukket",
        "Punkt 2 (lukket): Hejrevang",
        "Punkt 2: Lukket: Hejrevang",
        "Punkt 2: Hejrevang - LUKKET",
        "Punkt 2\n\nLukket: Hejrevang",
        "Lukket\n\nPunkt B",
    ],
)
def test_a_closed_item_is_no_part_of_the_open_one_before(
    parsed: Reader, meeting: str, header: str
) -> None:
    document = parsed(OPENED + meeting + header + SECRET + LAST)

    assert "Hejrevang" not in told(document)
    assert {"Godkendt.", "Intet."} <= set(told(document).split("\n"))


@pytest.mark.parametrize(
    "header", ["Punkt 2 (lukket)", "Lukket punkt 2.", "Punkt 2 - Lukket", "Lukket\n\nPunkt 2: Køb"]
)
def test_it_is_an_item_in_a_document_without_headers_too(parsed: Reader, header: str) -> None:
    opened, last = OPENED.replace(MEETING, ""), LAST.replace(MEETING, "")

    items = parsed(opened + header + SECRET + last).items

    assert [(x.number, x.visibility) for x in items] == [("1", OPEN), ("2", CLOSED), ("3", OPEN)]


def test_title_and_mark_are_read_off_the_line(parsed: Reader) -> None:
    text = f"{OPENED}{MEETING}Åben\n\nPunkt 2: Frister\n\nBeslutning:\n\nJa.\n\n{LAST}"

    document = parsed(text)

    assert [x.heading for x in document.items] == ["Takster", "Frister", "Eventuelt"]
    assert [x.visibility for x in document.items] == [OPEN, OPEN, OPEN]


@pytest.mark.parametrize("heading", ["Lukkede punkter", "Lukket del", "LUKKET DAGSORDEN"])
@pytest.mark.parametrize("meeting", [MEETING, ""])
def test_a_closed_group_closes_what_follows(parsed: Reader, heading: str, meeting: str) -> None:
    one = f"{meeting}Punkt {{}}.\n\nSag {{}}\n\nBeslutning:\n\nSvar {{}}.\n\n"
    text = one.format(1, 1, 1) + f"{heading}\n\n" + one.format(2, 2, 2) + one.format(3, 3, 3)
    text += "Åbne punkter\n\n" + one.format(4, 4, 4)

    document = parsed(text)

    assert [x.visibility for x in document.items] == [OPEN, CLOSED, CLOSED, OPEN]
    assert heading not in told(document)


def test_an_item_marked_open_ends_a_closed_group(parsed: Reader) -> None:
    text = f"{OPENED}Lukkede punkter\n\n{MEETING}Punkt 2.{SECRET}{LAST}"

    assert [x.visibility for x in parsed(text).items] == [OPEN, CLOSED, OPEN]


@pytest.mark.parametrize("header", [MEETING, f"{MEETING}Lukket\n\n", "Lukket\n\n"])
def test_what_follows_an_unread_header_is_a_closed_part_of_its_own(
    parsed: Reader, header: str
) -> None:
    document = parsed(OPENED + header + "Uden nummer" + SECRET + LAST)

    assert "Hejrevang" not in told(document)
    assert [x.kind for x in document.parts] == [PartKind.ITEM, PartKind.SECTION, PartKind.ITEM]
    assert [x.what for x in document.findings] == ["unclear marking: closed"]


def test_the_first_item_may_be_the_unread_one(parsed: Reader) -> None:
    document = parsed(f"{MEETING}Lukket\n\nUden nummer{SECRET}{LAST}")

    assert "Hejrevang" not in told(document)
    assert "Intet." in told(document)


@pytest.mark.parametrize(
    "line",
    [
        "Punkt 13.1 - Møde om lukkede tilbud",
        "Mødet den 12.03.2025 blev aflyst.",
        "Lukkede afdelinger",
        "Punkt 4 blev ikke lukket.",
    ],
)
def test_text_of_a_decision_stays_in_it(parsed: Reader, line: str) -> None:
    document = parsed(f"{OPENED}{line}\n\nMere tekst.\n\n{LAST}")

    assert {line, "Mere tekst."} <= set(told(document).split("\n"))


@pytest.mark.parametrize(
    "title",
    [
        "Lukket: Køb",
        "Køb - LUKKET",
        "Køb – fortroligt",
        "FORTROLIGT Køb",
        "Køb (lukket)",
        "Køb, lukket",
    ],
)
def test_a_title_closes_at_its_beginning_or_end(parsed: Reader, title: str) -> None:
    (item,) = parsed(f"{MEETING}Åben\n\nPunkt 1.\n\n{title}\n\nBeslutning:\n\nJa\n").items

    assert item.visibility is CLOSED


def test_a_title_about_something_closed_stays_open(parsed: Reader) -> None:
    title = "Status på lukkede afdelinger - lukket afdeling Nord"

    (item,) = parsed(f"{MEETING}Åben\n\nPunkt 1.\n\n{title}\n\nBeslutning:\n\nJa\n").items

    assert item.visibility is OPEN


@pytest.mark.parametrize(
    "top",
    [
        "FORTROLIGT\n\nNotat om Hejrevang",
        "Lukket\n\nNotat om Hejrevang",
        "Lukket dagsorden\n\nHejrevang",
        "Notat om Hejrevang\n\nTil Ida\n\nFortroligt dokument",
    ],
)
def test_the_first_lines_may_close_a_document(parsed: Reader, top: str) -> None:
    document = parsed(f"{top}\n\nPrisen er høj.\n")

    assert document.visibility is CLOSED
    assert {part.visibility for part in document.walk()} == {CLOSED}
    assert document.title not in ("FORTROLIGT", "Lukket")


@pytest.mark.parametrize(
    "agenda",
    [
        "1. Takster\n2. Hejrevang (lukket)\n3. Eventuelt",
        "1. Takster\n2. Hejrevang\n(lukket)\n3. Eventuelt",
        "Åbne punkter\n1. Takster\n3. Eventuelt\nLukkede punkter\n2. Hejrevang",
        "Punkt 1. Takster\nPunkt 2. Lukket\nPunkt 3. Eventuelt",
    ],
)
@pytest.mark.parametrize("mark", ["", "Åben\n\n"])
def test_the_agenda_at_the_front_closes_an_item(parsed: Reader, agenda: str, mark: str) -> None:
    second = f"{MEETING}{mark}Punkt 2.\n\nKøb{SECRET}"
    document = parsed(f"Referat\n\n12. marts 2025\n\n{agenda}\n\n{OPENED}{second}{LAST}")

    assert "Hejrevang" not in told(document)
    assert {"Godkendt.", "Intet."} <= set(told(document).split("\n"))


def test_a_meeting_of_which_every_item_is_closed_is_closed_with_its_front(parsed: Reader) -> None:
    front = "Referat\n\nStyregruppen\n\nMødet den 12.03.2025\n\nTil stede: Ida Rask\n\n"

    document = parsed(
        f"{front}{MEETING}Lukket\n\nPunkt 1.{SECRET}{MEETING}Lukket\n\nPunkt 2.{SECRET}"
    )

    assert document.visibility is CLOSED
    assert {part.visibility for part in document.walk()} == {CLOSED}


@pytest.mark.parametrize("title", ["Notat om Hejrevang (lukket)", "Notat om Hejrevang"])
def test_a_closed_annex_begins_in_the_middle_of_a_page_too(parsed: Reader, title: str) -> None:
    listed = "Bilag:\n- Notat om Hejrevang (lukket)\n\nBeslutning:\n\nGodkendt.\n\n"
    annex = f"{title}\n\nSagsfremstilling\n\nHejrevang koster 8 mio. kr.\n\n"

    document = parsed(f"{MEETING}Åben\n\nPunkt 1.\n\nTakster\n\n{listed}{annex}\f{LAST}")

    assert "Hejrevang" not in told(document)
    assert {"Godkendt.", "Intet."} <= set(told(document).split("\n"))
