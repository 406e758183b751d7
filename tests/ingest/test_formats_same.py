"""The sample documents are the same documents as DOCX, HTML, PDF and TXT.

Every format is compared to the text files, which `test_sample.py` holds against `facts.json`. What
a format cannot carry, and what the others are compared to instead:

    TXT, layouts flow, spaced, tight   tables, which lie flat          rows written by hand (`ROWS`)
    TXT                                which short lines are headings  the chapters of the facts
    TXT                                where a link leads, formulas    `LOST`
    HTML                               pages, also those in contents   contents are not compared
    all                                the shape of a bullet           letters and figures alone
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from eval.sample.as_docx import as_docx
from eval.sample.as_html import as_html
from eval.sample.as_pdf import as_pdf
from eval.sample.build import sources
from ingest import Document, Part, PartKind
from ingest.document import Concern
from ingest.read import read, read_bytes
from ingest.tables import told
from ingest.terms import CONTENTS, FRONT

SAMPLE = Path(__file__).parents[2] / "eval" / "sample"
LIBREOFFICE = Path(__file__).parent / "files" / "libreoffice"
FACTS: dict[str, Any] = json.loads((SAMPLE / "facts.json").read_text("utf-8"))
SOURCES = sources()
NAMES = sorted(SOURCES)
FORMATS = ("docx", "html", "pdf", "two columns", "libreoffice")
CASES = [
    pytest.param(name, form, id=f"{name}-{form}")
    for name in NAMES
    for form in FORMATS
    if form != "libreoffice" or (LIBREOFFICE / f"{name}.pdf").exists()
]
# Texts whose converter kept the tables; in the others they lie flat.
WITH_TABLES = ("referat-2024-09-05", "styringsaftale-2025-2026-udkast")
# The rows a reader of the printed page sees, where the text has none.
ROWS = {
    "dagsorden-2023-11-16": [
        "Driftsherre, Nordhavn (Tilbud: Værkstedet Ankeret; Ydelse: Beskyttet beskæftigelse § 103;"
        " Kommentar: Sælger ikke længere pladser til andre kommuner.)",
        "Driftsherre, Hedestrup (Tilbud: Solsikkehuset; Ydelse: Botilbud § 107, 10 pladser;"
        " Kommentar: Nyt tilbud med opstart 1/1-2024. Taksten er 2.318 kr. pr. døgn.)",
        "Dato, 5/12 (Tidspunkt: 12.00-15.00; Emner: Takstbilag 2025; Form: Fysisk møde)",
    ],
    "guide-midlertidigt-botilbud": [
        "Svar på forespørgsel: 10 hverdage",
        "Klage over afgørelse: fire uger",
    ],
    "referat-2021-05-20": [
        "Budget samlet (År 2021: 20.097.000; År 2022 (i 2021-priser): 20.599.000)",
        "Heraf plejefamilieafdelingen (År 2021: 8.615.000; År 2022 (i 2021-priser): 8.624.000)",
    ],
    "referat-2025-03-12": ["Kl. 12.30: Fælles gennemgang af de første ti takster"],
    "socialaftale-2025-2026": [
        "Unge med svær selvskade (udsendt 4. september 2024; svarfrist 15. april 2025)",
    ],
    "styringsaftale-2023-2024": [],
}
# What the text has and no other format: marks of a formula, and an address at a page's foot, which
# is where a link leads in a file that has links.
LOST = re.compile(r"\\(?:text|times)|http://\S+")
SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹]")
BULLET = re.compile(r"^(?:[•–-]|o)\s+")


@cache
def written(name: str, form: str) -> Document:
    """A sample document in one of the formats, read."""
    pages = SOURCES[name]
    if form == "libreoffice":
        return read(LIBREOFFICE / f"{name}.pdf")
    if form == "docx":
        return read_bytes(as_docx(pages, name), f"{name}.docx")
    if form == "html":
        return read_bytes(as_html(pages, name), f"{name}.html")
    columns = 2 if form == "two columns" else 1
    return read_bytes(as_pdf(pages, name, columns=columns), f"{name}.pdf")


@cache
def text(name: str) -> Document:
    return read(SAMPLE / "documents" / f"{name}.txt")


def meetings(document: Document) -> Iterator[Document]:
    yield document
    yield from document.documents


def letters(words: str) -> str:
    plain = SUPERSCRIPT.sub("", LOST.sub("", BULLET.sub("", words)))
    return re.sub(r"[\W_]+", "", plain)


def live(part: Part) -> str:
    """The letters and figures of what is in force in a part, with headings, without contents."""
    found = []
    for one in part.walk():
        if one.label == CONTENTS:
            continue
        if one is not part and (one.head or one.number):
            found.append(letters(one.head.text if one.head else one.heading))
        for block in one.blocks:
            cells = "".join(cell.text for cell in block.cells)
            found.append("" if block.struck else letters(cells or block.text))
    return "".join(found)


def what_it_is(document: Document) -> list[Any]:
    return [
        (x.title, x.kind, x.body, x.held, x.status, x.edition, x.validity, x.visibility, x.within)
        for x in meetings(document)
    ]


def items(document: Document) -> list[Any]:
    return [
        (i.number, i.heading, i.visibility, i.unclear, i.case_number, i.listed)
        for one in meetings(document)
        for i in one.items
    ]


def sections(document: Document) -> list[Any]:
    return [
        (item.number, part.label, live(part))
        for one in meetings(document)
        for item in one.items
        for part in item.parts
        if part.kind is PartKind.SECTION
    ]


def annexes(document: Document) -> list[Any]:
    return [
        (item.number, part.heading, part.about, live(part))
        for one in meetings(document)
        for item in one.items
        for part in item.parts
        if part.kind is PartKind.ANNEX
    ]


def body(document: Document) -> str:
    """All that is in force in a document that is no meeting."""
    parts = (x for x in document.parts if x.kind is not PartKind.ITEM and x.label != CONTENTS)
    return "".join(
        letters(x.head.text if x.head else x.heading) + live(x) for x in parts if x.label != FRONT
    )


def present(document: Document) -> list[Any]:
    return [one.present for one in meetings(document)]


def told_of(document: Document) -> list[tuple[Concern, str]]:
    """What the findings say of the structure, in order."""
    about = (Concern.STRUCK, Concern.CLOSED, Concern.UNCLEAR, Concern.ABSENT)
    return [(x.concern, x.where) for x in document.findings if x.concern in about]


def struck(document: Document) -> list[str]:
    return [
        block.text
        for one in meetings(document)
        for part in one.walk()
        for block in part.blocks
        if block.struck
    ]


def rows(document: Document) -> list[str]:
    return [
        re.sub(SUPERSCRIPT, "", told(block))
        for one in meetings(document)
        for part in one.walk()
        if part.label not in (CONTENTS, FRONT)
        for block in part.blocks
        if block.cells
    ]


FACETS = (what_it_is, items, sections, annexes, body, present, told_of)


def chapters(document: Document) -> list[list[str | None]]:
    found = [part for part in document.walk() if part.kind is PartKind.CHAPTER]
    numbered = any(part.number for part in found)
    return [[part.number, part.heading] for part in found if part.number or not numbered]


def chapters_by_the_facts(name: str) -> list[list[str | None]]:
    fact = FACTS[f"{name}.txt"]
    annexed = (annex for item in fact["items"] for annex in item["annexes_in_text"])
    return [*fact["chapters"], *(entry for annex in annexed for entry in annex.get("chapters", ()))]


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize(("name", "form"), CASES)
def test_read_as_the_text(name: str, form: str, facet: Callable[[Document], Any]) -> None:
    assert facet(written(name, form)) == facet(text(name))


@pytest.mark.parametrize(("name", "form"), CASES)
def test_chapters_are_those_of_the_facts(name: str, form: str) -> None:
    seen = chapters(written(name, form))

    if FACTS[f"{name}.txt"]["items"]:  # the facts have none of a memo's headings without number
        seen = [chapter for chapter in seen if chapter[0]]
    assert seen == chapters_by_the_facts(name)


@pytest.mark.parametrize(("name", "form"), CASES)
def test_rows_tell_what_the_page_shows(name: str, form: str) -> None:
    seen = rows(written(name, form))

    if name in WITH_TABLES:
        assert seen == rows(text(name))
    else:
        assert [row for row in ROWS[name] if row not in seen] == []


@pytest.mark.parametrize(("name", "form"), CASES)
def test_what_is_struck_is_what_the_facts_say(name: str, form: str) -> None:
    assert struck(written(name, form)) == FACTS[f"{name}.txt"]["struck"]


def test_the_files_of_libreoffice_are_small_and_name_no_machine() -> None:
    files = {path.stem: path.read_bytes() for path in LIBREOFFICE.glob("*.pdf")}
    written = [PdfDocument(data).get_metadata_dict() for data in files.values()]

    assert sum(map(len, files.values())) < 500_000
    assert {found["Author"] for found in written} == {"Rammeaftalesekretariatet"}
    assert [found["Title"] for found in written] == list(files)


@pytest.mark.parametrize("make", [as_docx, as_html, as_pdf])
def test_files_are_made_the_same_every_time(make: Callable[[Any, str], bytes]) -> None:
    name = "styringsaftale-2025-2026-udkast"

    assert make(SOURCES[name], name) == make(SOURCES[name], name)
