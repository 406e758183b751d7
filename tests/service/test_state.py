"""An update and the collection are told so that a person knows what to do."""

import json
from datetime import date

import pytest

from index import Census, Failure, Meeting, Renamed, Report
from ingest import Concern, Finding
from service.state import CONCERNS, as_text, census_lines, finding_lines, report_lines

REPORT = Report(
    "g000002",
    added=tuple(f"{number}.pdf" for number in range(7)),
    moved=(Renamed("ny.pdf", "gammel.pdf"),),
    duplicates=(Renamed("kopi.pdf", "ny.pdf"),),
    ignored=(
        Failure("genvej.txt", "link", "it is a link", kept=False),
        Failure("ark.xlsx", "unknown_type", "no reader for files of type '.xlsx'", kept=False),
        Failure("", "page_limit", "2000 pages are read, more were left", kept=False),
    ),
    failures=(Failure("x.pdf", "encrypted", "it is protected with a password", kept=True),),
    unreached=(
        Failure("/srv/ny", "unreached", "/srv/ny does not exist", kept=False),
        Failure("/srv/kendt", "unreached", "/srv/kendt does not exist", kept=True),
    ),
    released=("sag2.pdf",),
    held=("sag.pdf",),
    withheld=("væk.pdf",),
    concerns={"hidden": 2, "cpr": 1},
    documents=8,
    passages=100,
)
CENSUS = Census(
    generation="g000002",
    built="2026-01-02T10:00:00+00:00",
    updated="2026-01-02T10:00:00+00:00",
    sources={"/srv/referater": 9},
    documents=8,
    passages=100,
    meetings=(
        Meeting("Styregruppe Social", date(2025, 3, 12), agenda=True, minutes=True),
        Meeting("Styregruppe Social", date(2025, 9, 3), agenda=True, minutes=False),
        Meeting("Styregruppe Social", date(2024, 9, 5), agenda=False, minutes=True),
    ),
    drafts=("Styringsaftale (udkast.pdf)",),
    held=("sag.pdf",),
    waiting=(),
    quarantine=REPORT.failures,
    concerns={"a.pdf": {"hidden": 2}},
)


@pytest.mark.parametrize(
    "line",
    [
        "added: 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf and 2 more",
        "moved: ny.pdf (was gammel.pdf)",
        "the same as another: kopi.pdf (is ny.pdf)",
        "released: sag2.pdf",
        "not read, links are not followed: genvej.txt",
        "not read, no reader for files of their type: ark.xlsx",
        "not read: 2000 pages are read, more were left",
        "could not reach /srv/ny: /srv/ny does not exist",
        "could not reach /srv/kendt: /srv/kendt does not exist; what is known of it is kept",
        "held back for CPR numbers: sag.pdf",
        "vanished, still in the index: væk.pdf",
        "could not read x.pdf: it is protected with a password; its earlier text is kept",
        "findings: 2 hidden text, not indexed, 1 CPR numbers",
        "index g000002: 8 documents, 100 passages",
    ],
)
def test_an_update_is_told(line: str) -> None:
    assert line in list(report_lines(REPORT))


@pytest.mark.parametrize(
    "line",
    [
        "source       /srv/referater: 9 files",
        "last meeting 2025-09-03",
        "  Styregruppe Social 2024: 1 held, 1 with minutes, 0 with agenda",
        "  Styregruppe Social 2025: 2 held, 1 with minutes, 2 with agenda; no minutes of 03.09",
        "  Styringsaftale (udkast.pdf)",
        "held back for CPR numbers: sag.pdf",
        "  a.pdf: 2 hidden text, not indexed",
    ],
)
def test_the_collection_is_told(line: str) -> None:
    assert line in list(census_lines(CENSUS))


def test_findings_are_told_with_their_places() -> None:
    found = [
        ("a.pdf", Finding(Concern.HIDDEN, "hidden text: 12 characters", "", 40, page=3)),
        ("b.docx", Finding(Concern.STRUCK, "struck text", "5.4 Takster", 7)),
    ]

    assert list(finding_lines(found, [])) == [
        "a.pdf, page 3: hidden text: 12 characters",
        "b.docx, line 7: struck text (5.4 Takster)",
    ]
    assert list(finding_lines(found, ["b.docx"])) == ["b.docx, line 7: struck text (5.4 Takster)"]


def test_a_finding_about_the_name_of_a_file_has_no_line() -> None:
    found = [("sag.txt", Finding(Concern.CPR, "CPR number in the file's name", "", 0))]

    assert list(finding_lines(found, [])) == ["sag.txt: CPR number in the file's name"]


def test_no_findings_are_told_as_such() -> None:
    assert list(finding_lines([], [])) == ["nothing was found that a person should know"]


def test_programs_get_the_same() -> None:
    assert json.loads(as_text(REPORT))["moved"] == [{"file": "ny.pdf", "was": "gammel.pdf"}]
    assert json.loads(as_text(CENSUS))["meetings"][0]["held"] == "2025-03-12"


def test_every_concern_has_words() -> None:
    assert set(CONCERNS) == {concern.value for concern in Concern}
