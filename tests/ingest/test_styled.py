"""Lines with the file's own styles: its headings, its paragraphs, its tables, its pages."""

from collections.abc import Callable

import pytest

from ingest import Document, Part, PartKind
from ingest.blocks import blocks, layout
from ingest.chapters import outline
from ingest.extract import Sheet
from ingest.lines import Line
from ingest.meeting import starts
from ingest.sections import sections

TEXT = "Kommunerne og regionen følger udgifterne tæt, og de drøftes hvert år på et møde i foråret."
Reader = Callable[[str], Document]
NAMES = ("Notat om ledige lokaler", "Notat om ledige boliger i byen")


def paragraphs(*texts: str, breaks: tuple[int, ...] = ()) -> tuple[Line, ...]:
    """A paragraph a text; "## " before one makes it a heading; pages begin before `breaks`."""
    sheet = Sheet(paged=bool(breaks))
    for index, text in enumerate(texts):
        if index in breaks:
            sheet.page()
        sheet.gap()
        mark, _, heading = text.rpartition("# ")
        sheet.line(heading, level=len(mark) + 1 if mark or text.startswith("# ") else 0)
    return sheet.extract().lines


def outlined(*texts: str) -> tuple[list[str], list[tuple[str | None, str]]]:
    """The text before the first heading, and the headings with their numbers."""
    lines = list(paragraphs(*texts))
    own, parts = outline(blocks(lines, layout(lines, paragraphs=True)))
    return [x.text for x in own], [(x.number, x.heading) for part in parts for x in part.walk()]


def read(lines: tuple[Line, ...], *, known: bool = True) -> tuple[Part, ...]:
    return sections(list(lines), layout(list(lines), paragraphs=known))[0]


def headings(parts: tuple[Part, ...]) -> list[tuple[PartKind, str]]:
    return [(part.kind, part.heading) for part in parts if part.heading]


def test_the_title_is_no_chapter() -> None:
    own, found = outlined("# Aftale 2025", "Godkendt af KKR", "# Forord", TEXT, "## Mål", TEXT)

    assert own == ["Aftale 2025", "Godkendt af KKR"]
    assert found == [(None, "Forord"), (None, "Mål")]


def test_a_first_heading_above_its_text_is_a_chapter() -> None:
    own, found = outlined("# Forord", TEXT, "# Mål", TEXT)

    assert (own, found) == ([], [(None, "Forord"), (None, "Mål")])


def test_a_heading_with_a_number_is_a_chapter_wherever_it_stands() -> None:
    found = outlined("# 3. Takster", TEXT, "## 3.1 Frister", TEXT, "# 5. Tilsyn", "1. Ansøg", TEXT)

    assert found[1] == [("3", "Takster"), ("3.1", "Frister"), ("5", "Tilsyn")]


def test_a_long_heading_is_still_one() -> None:
    long = f"{TEXT[:-1]} og i efteråret"

    assert outlined("# Forord", TEXT, f"# {long}", TEXT)[1][1] == (None, long)


def test_a_date_as_heading_is_no_chapter_number() -> None:
    assert outlined("# Forord", TEXT, "# 3. februar 2024", TEXT)[1][1] == (None, "3. februar 2024")


def test_contents_without_page_numbers_repeat_the_headings() -> None:
    lines = paragraphs("• 1. MÅL", "• 2. Frist", "• 3. Takst", "# 1. Mål", TEXT, "# 2. Frist", TEXT)
    lines += paragraphs("# 3. Takst", TEXT)
    contents, *chapters = outline(blocks(list(lines), layout(list(lines), paragraphs=True)))[1]

    assert (contents.label, len(contents.blocks)) == ("Indhold", 3)
    assert [part.number for part in chapters] == ["1", "2", "3"]


def test_an_annex_begins_at_its_heading_where_no_page_does() -> None:
    item = ("## Bilag:", f"• {NAMES[0]}", "## Beslutning:", "Godkendt", f"# {NAMES[0]}", TEXT)
    found = headings(read(paragraphs("Åben", *item, breaks=(1,))))

    assert found[-1] == (PartKind.ANNEX, NAMES[0])


def test_an_annex_begins_at_the_running_title_above_its_heading() -> None:
    item = ("## Bilag:", f"• {NAMES[0]}", "## Beslutning:", "Godkendt", "Notat | ledige lokaler")
    found = headings(read(paragraphs("Åben", *item, f"# {NAMES[0]}", TEXT, breaks=(1,))))

    assert found[-1] == (PartKind.ANNEX, "Notat | ledige lokaler")


def test_a_sections_heading_begins_no_annex_of_like_name() -> None:
    item = ("## Bilag", "Referatet ligger her", "## Referat", "Godkendt")

    assert headings(read(paragraphs("Åben", *item, breaks=(1,))))[-1][0] is PartKind.SECTION


def test_without_pages_the_first_line_opens_none() -> None:
    assert not layout(list(paragraphs("Åben", TEXT)), paragraphs=True).paged


def test_breaks_without_page_numbers_are_not_all_there_are() -> None:
    sheet = Sheet(paged=False)
    for text in ("Åben", "Bilag:", f"• {NAMES[0]}", "Beslutning:", "Ja", NAMES[0], TEXT):
        sheet.page() if text == "Bilag:" else sheet.gap()
        sheet.line(text, joins=False)
    parts = read(sheet.extract().lines)

    assert headings(parts)[-1] == (PartKind.ANNEX, NAMES[0])


def test_an_annexs_name_goes_on_where_the_file_says_so() -> None:
    sheet = Sheet(paged=True)
    for text, joins in (("Bilag:", False), (f"• {NAMES[1]}", False), ("Havnegade 12", True)):
        sheet.line(text, joins=joins)
    _, listed = sections(list(sheet.extract().lines), layout([], paragraphs=False))

    assert listed == (f"{NAMES[1]} Havnegade 12",)


def test_an_items_title_ends_where_the_next_paragraph_begins() -> None:
    sheet = Sheet(paged=True)
    for text, joins in (
        ("Punkt 1.", False),
        ("En sag om", False),
        ("takster", True),
        (TEXT, False),
    ):
        sheet.line(text, joins=joins)
    lines = list(sheet.extract().lines)
    (start,) = starts(lines)

    assert [lines[i].text for i in range(*start.title)] == ["En sag om", "takster"]


def numbers(*texts: str) -> list[str | None]:
    return [start.number for start in starts(list(paragraphs(*texts)))]


def test_numbered_headings_are_items_under_the_title_of_a_meeting() -> None:
    items = ("## 1. Dagsorden", "### Beslutning", "Ja", "## 2. Takster", "Drøftet", "## 4. Andet")

    assert numbers("# Referat fra møde den 1. marts 2024", *items) == ["1", "2", "4"]
    assert numbers("# Aftale om takster", *items) == []


def test_numbered_headings_of_an_annex_are_no_items() -> None:
    annex = ("## Notat", "## 1. Indledning", TEXT, "## 2. Metode", TEXT, "## 3. Fund", TEXT)
    items = ("## 1. Dagsorden", "### Beslutning", "Ja", "## 2. Takster", "### Beslutning", "Ja")
    last = ("## 3. Andet", "### Beslutning", "Nej")

    assert numbers("# Referat", *items, *annex, *last) == ["1", "2", "3"]


def test_a_closed_item_after_an_annex_is_an_item_whatever_it_has() -> None:
    items = ("## 1. Dagsorden", "### Beslutning", "Ja", "## 1. Indledning", TEXT)

    assert numbers("# Referat", *items, "## 2. Køb af hus (lukket)", TEXT) == ["1", "2"]
    assert numbers("# Referat", *items, "Lukket", "## 2. Køb af hus", TEXT) == ["1", "2"]


@pytest.mark.parametrize(
    "title",
    [
        "Referat fra møde i Styregruppe Social den 5. september 2024",
        "Dagsorden for ordinært møde i Styregruppe Social, den 5. september 2024 kl. 9",
        "Referat - Styregruppe Social - 05.09.2024",
    ],
)
def test_the_title_says_whose_meeting_it_is_and_when(parsed: Reader, title: str) -> None:
    document = parsed(f"{title}\n\nPunkt 1.\n\nEn sag\n\nBeslutning:\n\nJa\n")

    assert (document.body, str(document.held)) == ("Styregruppe Social", "2024-09-05")


def test_a_recommendation_goes_on_over_the_page_where_the_file_says_so() -> None:
    sheet = Sheet(paged=True)
    sheet.line("Indstilling", joins=False)
    sheet.line("1. Godkender rapporten fra", joins=False)
    sheet.page()
    sheet.line("Socialtilsyn Øst", joins=True)
    (recommendation,) = read(sheet.extract().lines, known=False)

    assert [x.text for x in recommendation.blocks] == [
        "1. Godkender rapporten fra Socialtilsyn Øst"
    ]


def test_struck_words_keep_their_space_over_a_lines_end() -> None:
    sheet = Sheet(paged=True)
    sheet.line("~~Fristen er op~~", joins=False)
    sheet.line("~~til 30 dage.~~", joins=True)
    lines = list(sheet.extract().lines)

    assert [x.text for x in blocks(lines, layout(lines, paragraphs=False))] == [
        "Fristen er op til 30 dage."
    ]
