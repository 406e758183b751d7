"""The text that a reader writes says of itself what is struck, inserted and where a page begins."""

from hypothesis import given
from hypothesis import strategies as st

from ingest import Block
from ingest.blocks import blocks, layout
from ingest.extract import Sheet, guarded, inserted, literal, struck
from ingest.lines import split


def read(*lines: str) -> list[Block]:
    sheet = Sheet(paged=False)
    for line in lines:
        sheet.line(line)
    made = list(sheet.extract().lines)
    return blocks(made, layout(made, paragraphs=True))


def told(found: list[Block]) -> list[tuple[str, bool, bool]]:
    return [(block.text, block.struck, block.inserted) for block in found]


def test_a_tracked_change_is_a_proposal_and_what_it_deletes_is_struck() -> None:
    line = f"Belægningen er {struck('97')}{inserted('98')} pct."

    assert told(read(line)) == [
        ("Belægningen er 98 pct.", False, True),
        ("97", True, False),
    ]


def test_text_that_looks_like_the_notation_is_text() -> None:
    line = literal("a~~b~~c {++d++} e")

    assert told(read(line)) == [("a~~b~~c {++d++} e", False, False)]


def test_struck_cells_leave_the_row() -> None:
    found = read(f"Takst\t{struck('1.200')} 1.300 kr.")

    assert [cell.text for cell in found[0].cells] == ["Takst", "1.300 kr."]
    assert told(found)[1:] == [("1.200", True, False)]


def test_a_row_that_is_struck_is_no_row_in_force() -> None:
    assert told(read(f"{struck('Takst')}\t{struck('1.200 kr.')}")) == [
        ("Takst 1.200 kr.", True, False)
    ]


def test_white_space_stays_outside_a_mark() -> None:
    assert struck(" slettet ") == " ~~slettet~~ "
    assert inserted("  ") == "  "


def test_pages_have_their_numbers_and_blank_pages_count() -> None:
    sheet = Sheet(paged=True)
    sheet.line("Første")
    sheet.page()
    sheet.page()
    sheet.line("Side 3 af 3", furniture=True)
    sheet.line("Tredje")
    extract = sheet.extract()

    assert [(line.text, line.page, line.opens_page) for line in extract.lines] == [
        ("Første", 1, True),
        ("", 3, False),
        ("Tredje", 3, True),
    ]
    assert extract.lines[1].removed == "Side 3 af 3"
    assert extract.text.count("\f") == 2


@given(st.lists(st.tuples(st.text(), st.booleans()), max_size=20))
def test_every_line_stands_where_it_says(written: list[tuple[str, bool]]) -> None:
    sheet = Sheet(paged=True)
    for text, breaks in written:
        if breaks:
            sheet.page()
        sheet.line(literal(text))
    extract = sheet.extract()

    for line in extract.lines:
        assert extract.text[line.start : line.start + len(line.text)] == line.text
    pages = [line.page for line in split(extract.text)]
    assert pages == [line.page for line in extract.lines] or "\f" not in extract.text


def test_signs_beside_a_mark_do_not_become_one() -> None:
    line = f"{guarded('ca. ~')}{struck(guarded('97'))}{inserted(guarded('98}'))}"

    assert told(read(line)) == [("ca. ~98}", False, True), ("97", True, False)]
