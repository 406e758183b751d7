"""A document's lines stand where they say, and none of them is more than may be seen."""

import pytest

from index import EVERYTHING, OPEN_ONLY
from service.archive.records import Window

ALL = Window(0, 10_000)
SIGNS = str.maketrans("", "", "-\u00ad~{+}•\uf0b7")


def letters(text: str) -> str:
    return "".join(text.translate(SIGNS).split())


def lines(archive, document_id, allowed=OPEN_ONLY, window=ALL):
    return archive.text(document_id, window, allowed)[1]


@pytest.mark.parametrize(
    "document_id", ["referat-2025-03-12", "socialaftale-2025-2026", "dagsorden-2023-11-16"]
)
def test_a_line_has_the_characters_at_its_place(archive, sample, document_id):
    text = (sample / f"{document_id}.txt").read_text("utf-8")
    found = [line for line in lines(archive, document_id) if "~" not in text[line.start : line.end]]

    assert len(found) > 50
    assert [letters(text[line.start : line.end]) for line in found] == [
        letters(line.text) for line in found
    ]


def test_a_line_says_what_it_stands_under(made):
    (rule,) = [one for one in lines(made, "udkast-aftale") if one.text.startswith("Taksten")]

    assert rule.heading == "Takster"


def test_struck_and_proposed_lines_say_so(made):
    found = lines(made, "referat-januar")

    assert [one.text for one in found if one.struck] == [
        "Styregruppe Nord godkendte taksten på 500 kr.",
        "Styregruppe Nord godkendte ombygningen.",
    ]
    assert [one.text for one in found if one.proposed] == ["Styregruppe Nord godkendte puljen."]


def test_closed_lines_are_for_those_who_may_see_them(made):
    def said(allowed):
        return " ".join(line.text for line in lines(made, "referat-januar", allowed))

    assert "Kastanjegården" in said(EVERYTHING)
    assert "Kastanjegården" not in said(OPEN_ONLY)


def test_a_part_of_the_lines_tells_how_many_there_are(made):
    total, first = made.text("udkast-aftale", Window(0, 2), OPEN_ONLY)

    assert (total, len(first)) == (4, 2)
    assert lines(made, "udkast-aftale", window=Window(2, 2)) == (*lines(made, "udkast-aftale")[2:],)


def test_a_meeting_inside_has_its_own_lines(archive):
    inner = lines(archive, "referat-2024-09-05.2024-06-13")

    assert "Mødet den 13. juni 2024" in " ".join(line.text for line in inner[:5])
