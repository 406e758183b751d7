"""Documents are listed and opened as far as they may be seen."""

from datetime import date

import pytest

from index import EVERYTHING, OPEN_ONLY
from service.answer import Outcome
from service.archive.records import DocumentsQuery, Period, Window
from service.errors import UnknownFilter

ALL = Window(0, 200)
INNER = "referat-2024-09-05.2024-06-13"


def test_documents_are_listed_by_kind_and_day_with_the_meetings_inside(archive):
    found = archive.documents(DocumentsQuery(kinds=frozenset({"referat"})), ALL, OPEN_ONLY)

    assert [(one.meeting_date, one.outer) for one in found.records] == [
        (date(2021, 5, 20), None),
        (date(2024, 6, 13), "referat-2024-09-05"),
        (date(2024, 9, 5), None),
        (date(2025, 3, 12), None),
    ]


def test_a_period_leaves_out_what_has_no_date(archive):
    within = DocumentsQuery(period=Period(start=date(2024, 9, 1)))
    found = archive.documents(within, ALL, OPEN_ONLY)

    assert found.total == 2


def test_a_window_of_documents_tells_how_many_there_are(archive):
    found = archive.documents(DocumentsQuery(), Window(8, 5), OPEN_ONLY)

    assert (len(found.records), found.total) == (1, 9)


@pytest.mark.parametrize("wrong", [{"kinds": {"digt"}}, {"bodies": {"Styregruppe Syd"}}], ids=str)
def test_an_unknown_kind_or_body_is_refused(archive, wrong):
    query = DocumentsQuery(**{name: frozenset(values) for name, values in wrong.items()})

    with pytest.raises(UnknownFilter):
        archive.documents(query, ALL, OPEN_ONLY)


def test_a_document_tells_what_it_is_and_what_is_inside(archive):
    found = archive.detail("referat-2024-09-05", OPEN_ONLY)

    assert (found.kind, found.body, found.file) == ("referat", "Styregruppe Social", True)
    assert [inner.id for inner in found.inside] == [INNER]


def test_an_agreement_tells_how_long_it_holds(archive):
    found = archive.detail("styringsaftale-2023-2024", OPEN_ONLY)

    assert (found.valid_from, found.valid_to) == (date(2023, 1, 1), date(2024, 12, 31))


def test_a_heading_opens_where_it_stands_and_reaches_as_far_as_it_heads(archive, sample):
    text = (sample / "referat-2025-03-12.txt").read_text("utf-8")
    headings = archive.detail("referat-2025-03-12", OPEN_ONLY).headings
    (item,) = [one for one in headings if one.number == "5"]

    assert text[item.start :].startswith(item.heading)
    assert "Punktet udskydes til mødet den 11. juni 2025" in text[item.start : item.end]
    assert "Guide til sagsbehandlere" not in text[item.start : item.end]
    assert (item.level, item.outcome) == (1, Outcome.POSTPONED)


def test_a_heading_says_what_stands_under_it(archive):
    headings = archive.detail("referat-2025-03-12", OPEN_ONLY).headings
    under = [one for one in headings if one.level == 2][:2]

    assert [(one.heading, one.outcome) for one in under] == [
        ("Indstilling", Outcome.RECOMMENDED),
        ("Beslutning:", Outcome.DECIDED),
    ]


def test_a_heading_over_struck_text_decided_nothing(made):
    headings = archive_headings = made.detail("referat-januar", OPEN_ONLY).headings
    forest = next(i for i, one in enumerate(archive_headings) if one.heading == "Skovhuset")

    assert headings[forest].outcome is None


def test_headings_of_closed_items_are_for_those_who_may_see_them(made):
    def titles(allowed):
        return [one.heading for one in made.detail("referat-januar", allowed).headings]

    assert "Køb af Kastanjegården" in titles(EVERYTHING)
    assert "Køb af Kastanjegården" not in titles(OPEN_ONLY)


def test_what_is_not_there_is_nothing(archive):
    assert archive.detail("findes-ikke", OPEN_ONLY) is None
    assert archive.text("findes-ikke", ALL, OPEN_ONLY) is None


def test_nothing_is_seen_by_who_may_see_nothing(archive):
    nobody = frozenset()

    assert archive.detail("referat-2025-03-12", nobody) is None
    assert archive.documents(DocumentsQuery(), ALL, nobody).total == 0
