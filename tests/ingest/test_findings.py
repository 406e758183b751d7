"""What lacks or is not in force is told with its place."""

from collections.abc import Callable

from ingest import Document
from ingest.document import Concern

HEADER = "Mødet den 01.02.2024\n\nStyregruppen\n\nÅben\n\nPunkt 1.\n\nTakster\n\n"
LISTED = "Bilag:\n- Notat om ledige lokaler\n- Takstbilag 2024\n\nBeslutning:\n\nJa\n\n"
Reader = Callable[[str], Document]


def absent(document: Document) -> list[tuple[str, int]]:
    found = (x for x in document.findings if x.concern is Concern.ABSENT)
    return [(finding.where, finding.line) for finding in found]


def test_annexes_without_text_are_told_where_they_are_listed(parsed: Reader) -> None:
    assert absent(parsed(HEADER + LISTED)) == [
        ("1 Takster: Notat om ledige lokaler", 12),
        ("1 Takster: Takstbilag 2024", 13),
    ]


def test_an_annex_whose_text_follows_is_not_told(parsed: Reader) -> None:
    text = "Notat om ledige lokaler\n\nHuset på Havnegade har otte boliger.\n"

    assert absent(parsed(HEADER + LISTED + text)) == [("1 Takster: Takstbilag 2024", 13)]


def test_one_text_answers_to_one_of_two_like_names(parsed: Reader) -> None:
    listed = LISTED.replace("Takstbilag 2024", "Notat om ledige boliger")
    text = "Notat om ledige boliger\n\nDer er otte boliger.\n"

    assert absent(parsed(HEADER + listed + text)) == [("1 Takster: Notat om ledige lokaler", 12)]


def test_a_meeting_printed_inside_answers_to_its_name(sample: Reader) -> None:
    found = absent(sample("referat-2024-09-05.txt"))

    assert [where for where, _ in found] == [
        "3 Status på Fyrtårnet: Handleplan for Fyrtårnet, februar 2024"
    ]
