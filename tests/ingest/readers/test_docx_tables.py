"""Word documents: a row of a table is a line."""

from ingest.extract import Options
from ingest.readers.docx import extract
from tests.ingest.readers.docx_files import cell, lines, p, r, read, row, table, word

WIDE = '<w:gridSpan w:val="2"/>'
GOES_ON = "<w:vMerge/>"
BEGINS = '<w:vMerge w:val="restart"/>'


def test_a_row_is_a_line_with_a_tab_between_its_cells() -> None:
    found = read(
        p("Før")
        + table(row("Takst", "Kr."), row("Døgn", cell("1.200", "pr. dag")), row("", ""))
        + p("Efter")
    )

    assert [line.text for line in found.lines] == [
        *("Før", "", "Takst\tKr.", "Døgn\t1.200 pr. dag", "", "Efter"),
    ]


def test_a_wide_cell_names_every_column_below_it_and_is_no_name_elsewhere() -> None:
    body = table(
        row("Tilbud", cell("2026", of=WIDE)),
        row("", "plan", "regnskab"),
        row(cell("I alt", of=WIDE), "7"),
    )

    assert lines(body) == ["Tilbud\t2026\t2026", "\tplan\tregnskab", "I alt\t\t7"]


def test_a_marked_heading_row_names_its_columns_too() -> None:
    body = table(row("A", "B", "C"), row("Tilbud", cell("2026", of=WIDE), of="<w:tblHeader/>"))

    assert lines(body)[1] == "Tilbud\t2026\t2026"


def test_a_title_over_all_columns_stands_once() -> None:
    body = table(row(cell("Takster", of=WIDE)), row("A", "1"))

    assert lines(body) == ["Takster\t", "A\t1"]


def test_a_cell_merged_downwards_stands_in_every_row() -> None:
    body = table(
        row(cell("Nord", of=BEGINS), "a"),
        row(cell(p(), of=GOES_ON), "b"),
        row(cell(p(), of=BEGINS), "c"),
        row(cell(p(), of=GOES_ON), "d"),
    )

    assert lines(body) == ["Nord\ta", "Nord\tb", "\tc", "\td"]


def test_missing_columns_are_empty_cells() -> None:
    body = table(
        row("A", "B", "C"),
        row("b", of='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )

    assert lines(body) == ["A\tB\tC", "\tb\t"]


def test_a_table_within_a_cell_is_part_of_its_text() -> None:
    inner = table(row("x", "y"), row("z", "w"))

    assert lines(table(row("A", cell("Ydre", inner, p())))) == ["A\tYdre x y z w"]


def test_a_frame_around_text_is_no_table() -> None:
    heading = p("Ramme", of='<w:outlineLvl w:val="0"/>')
    found = read(table(row(cell(heading, "Tekst")), row(cell("Mere"))))

    assert [(line.text, line.level) for line in found.lines if line.text] == [
        *(("Ramme", 1), ("Tekst", 0), ("Mere", 0)),
    ]


def test_breaks_and_tabs_in_a_cell_are_spaces() -> None:
    body = table(
        row(cell(p("a<w:tab/>", "<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>")), "d")
    )

    assert lines(body) == ["a b c\td"]


def test_marks_and_links_keep_to_their_cell() -> None:
    body = table(row("A", "B", "C"), row(r_cell("1"), r_cell("2"), "3"))

    assert lines(body)[1] == "~~1~~\t~~2~~\t3"


def r_cell(text: str) -> str:
    return cell(p(r(text, "<w:strike/>")))


def test_controls_around_rows_and_cells_are_looked_through() -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    body = table(
        f"<w:sdt><w:sdtContent>{row('A', 'B')}</w:sdtContent></w:sdt>",
        row("a", f"<w:sdt>{prompt}<w:sdtContent>{cell('Vælg')}</w:sdtContent></w:sdt>", "c"),
    )

    assert lines(body) == ["A\tB", "a\t\tc"]


def test_notes_of_a_table_stand_after_it() -> None:
    called = cell(p("1", '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    found = lines(
        table(row("A", called), row("B", "2")) + p("Efter"),
        footnotes=f'<w:footnote w:id="2">{p("Note.")}</w:footnote>',
    )

    assert found == ["A\t1¹", "B\t2", "¹ Note.", "Efter"]


def test_a_table_cannot_grow_beyond_its_file() -> None:
    merged = row(cell(p("x" * 100_000), of=BEGINS), "1") + row(cell(p(), of=GOES_ON), "2") * 500
    wide = row("A", cell("B", of='<w:gridSpan w:val="999999999"/>'))

    found = extract(word(table(merged) + table(wide)), "bred.docx", Options())

    assert len(found.text) < 110_000
