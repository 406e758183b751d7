"""From a file to a document."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ingest import Document, Kind, PartKind
from ingest.errors import FileTooLarge, UnknownFileType, Unreadable, WrongType
from ingest.formats import TEXT
from ingest.read import identifier, read, read_bytes

Reader = Callable[[str], Document]


def test_an_unknown_suffix_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(UnknownFileType, match=r"'\.xlsx'; known are .*\.txt"):
        read(tmp_path / "takster.xlsx")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(TEXT.largest + 1_000_000)

    with pytest.raises(FileTooLarge, match="26 MB"):
        read(path)


@pytest.mark.parametrize("name", ["mangler.txt", "mappe.txt"])
def test_what_cannot_be_opened_is_unreadable(tmp_path: Path, name: str) -> None:
    (tmp_path / "mappe.txt").mkdir()

    with pytest.raises(Unreadable, match=name):
        read(tmp_path / name)


def test_a_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "NOTAT.TXT"
    path.write_text("Notat om takster\n\nTaksten stiger.\n", "utf-8")

    assert read(path).kind is Kind.NOTAT


def test_a_pdf_named_text_is_refused() -> None:
    with pytest.raises(WrongType, match=r"notat\.txt: this is a PDF file"):
        read_bytes(b"%PDF-1.7", "notat.txt")


@pytest.mark.parametrize("text", ["", " \n\n\t", "***\n---\n"])
def test_a_document_without_letters_has_no_parts(parsed: Reader, text: str) -> None:
    document = parsed(text)

    assert (document.title, document.parts, document.kind) == ("prøve", (), Kind.ANDET)


def test_a_text_without_any_structure_is_its_paragraphs(parsed: Reader) -> None:
    document = parsed("Kære alle.\n\nHer er en tekst.\n\nVenlig hilsen.\n")

    (part,) = document.parts
    assert [block.text for block in part.blocks] == [
        "Kære alle.",
        "Her er en tekst.",
        "Venlig hilsen.",
    ]


def test_a_text_with_headings_has_chapters(parsed: Reader) -> None:
    text = "Taksten fastsættes hvert år af kommunerne, og den gælder for alle borgere i tilbuddet. "
    document = parsed(f"Vejledning om takster\n\n{text * 2}\n\nHvem betaler?\n\n{text * 2}\n")

    assert document.kind is Kind.GUIDE
    assert [x.heading for x in document.parts if x.kind is PartKind.CHAPTER][-1] == "Hvem betaler?"


def test_pages_are_counted_by_form_feeds(parsed: Reader) -> None:
    document = parsed("Notat\n\nFørste side.\n\fAnden side.\n")

    assert document.pages == 2
    assert [block.page for part in document.walk() for block in part.blocks] == [1, 2]


def test_without_form_feeds_pages_are_unknown(parsed: Reader) -> None:
    assert parsed("Notat\n\nTekst.").pages is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(parsed: Reader, end: str) -> None:
    lines = ["Mødet den 01.02.2024 A", "Åben", "Punkt 1.", "", "Takster", "", "Beslutning:", "Ja"]

    (item,) = parsed(end.join(lines)).items

    assert (item.heading, item.parts[0].blocks[0].text) == ("Takster", "Ja")


def test_struck_text_without_an_end_is_told(parsed: Reader) -> None:
    document = parsed("Notat\n\nFristen er ~~1. maj eller senere.\n\nTaksten er fast.\n")

    assert [(x.what, x.line) for x in document.findings] == [
        ("struck text", 3),
        ("unclear marking: struck text without an end", 3),
    ]
    live = [x.text for part in document.walk() for x in part.blocks if not x.struck]
    assert live == ["Notat", "Fristen er", "Taksten er fast."]


def test_a_heading_whose_text_is_all_struck_is_told(parsed: Reader) -> None:
    text = (
        "1 Takst\n\nTaksten er fast og fastsættes hvert år.\n\n1.1 Frist\n\n~~Fristen er maj.~~\n"
    )

    assert [(x.what, x.where, x.line) for x in parsed(text).findings] == [
        ("heading stands, all of its text is struck", "1.1 Frist", 5),
        ("struck text", "1.1 Frist", 7),
    ]


@pytest.mark.parametrize(
    ("stem", "plain"),
    [("Møde på Ærø 2024", "moede-paa-aeroe-2024"), ("--", "dokument"), ("Ålborg É", "aalborg-e")],
)
def test_identifier(stem: str, plain: str) -> None:
    assert identifier(stem) == plain


def test_the_line_of_a_finding_is_counted_by_line_ends(parsed: Reader) -> None:
    document = parsed("Notat\vom takster\n\fSide to.\n\nFristen er ~~maj~~.\n")

    assert [finding.line for finding in document.findings] == [4]


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Notat om takster", "Notat om takster"),
        ("Microsoft Word - notat.docx", "prøve"),
        ("Dokument1", "prøve"),
        ("", "prøve"),
    ],
)
def test_a_text_without_a_title_is_called_what_the_files_properties_say(
    given: str, title: str
) -> None:
    page = f"<title>{given}</title><p>Taksten stiger med 3 pct. i 2026.</p>".encode()

    assert read_bytes(page, "prøve.html").title == title


def test_minutes_without_items_have_their_date_and_body() -> None:
    text = "Referat\nStyregruppe Social\nMødedato: 14. marts 2024\n\nDer blev talt om takster.\n"

    document = read_bytes(text.encode(), "x.txt")

    assert (document.kind, document.body, document.held) == (
        Kind.REFERAT,
        "Styregruppe Social",
        date(2024, 3, 14),
    )
