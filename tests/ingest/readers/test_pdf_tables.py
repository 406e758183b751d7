"""Tables in PDF files, with rules and without."""

import io
from collections.abc import Callable
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from ingest.extract import Options
from ingest.readers.pdf import extract

GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=10, leading=12)


def rows(draw: Callable[[Canvas], None]) -> list[str]:
    """The lines of a page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return [x.text for x in extract(file.getvalue(), "t.pdf", Options()).lines if x.text]


def table(cells: list[list[Any]], *style: Any, widths: list[int] | None = None) -> list[str]:
    """The lines of a page with a table."""

    def draw(canvas: Canvas) -> None:
        made = Table(cells, style=[GRID, ("FONTSIZE", (0, 0), (-1, -1), 10), *style])
        if widths:
            made = Table(cells, style=[GRID, *style], colWidths=widths)
        made.wrapOn(canvas, 450, 700)
        made.drawOn(canvas, 60, 500)

    return rows(draw)


def test_a_row_is_a_line_with_tabs():
    assert table([["Tilbud", "2024", "2025"], ["Fjordhuset", "1.200", "1.250"]]) == [
        "Tilbud\t2024\t2025",
        "Fjordhuset\t1.200\t1.250",
    ]


def test_lines_of_a_cell_are_joined_and_broken_words_made_whole():
    cell = Paragraph("Midlertidigt botilbud til voksne med forlæn-<br/>gelse", CELL)

    assert table([["Ydelse", "Takst"], [cell, "900"]], widths=[110, 80])[1] == (
        "Midlertidigt botilbud til voksne med forlængelse\t900"
    )


def test_ranges_over_lines_keep_their_hyphen():
    cell = Paragraph("i 2021-<br/>priser", CELL)

    assert table([["Budget", cell], ["1", "2"]])[0] == "Budget\ti 2021-priser"


def test_a_heading_over_columns_stands_in_each_and_other_cells_in_the_first():
    found = table(
        [["Tilbud", "Takst", ""], ["Skovly", "900", "920"], ["I alt", "1.820", ""]],
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (1, 2), (2, 2)),
    )

    assert found == ["Tilbud\tTakst\tTakst", "Skovly\t900\t920", "I alt\t1.820\t"]


def test_a_cell_over_rows_stands_in_each():
    found = table(
        [["Tilbud", "År", "Takst"], ["Skovly", "2024", "900"], ["", "2025", "920"]],
        ("SPAN", (0, 1), (0, 2)),
    )

    assert found[1:] == ["Skovly\t2024\t900", "Skovly\t2025\t920"]


def test_rows_that_no_rule_parts_are_rows_where_they_hold_figures():
    names, figures = "Nordby\nSønderby\nVesterby", "12\n8\n14"

    assert table([["Kommune", "Pladser"], [names, figures]])[1:] == [
        "Nordby\t12",
        "Sønderby\t8",
        "Vesterby\t14",
    ]


def test_a_box_around_text_is_no_table():
    def draw(canvas: Canvas) -> None:
        canvas.rect(55, 690, 400, 50)
        canvas.drawString(60, 720, "Bemærk fristen")
        canvas.drawString(60, 700, "Svar inden fredag")

    assert rows(draw) == ["Bemærk fristen", "Svar inden fredag"]


def test_white_text_on_a_dark_heading_is_read():
    found = table(
        [["Tilbud", "Takst"], ["Skovly", "900"]],
        ("BACKGROUND", (0, 0), (-1, 0), colors.darkblue),
        ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
    )

    assert found == ["Tilbud\tTakst", "Skovly\t900"]


def test_rules_of_a_table_strike_nothing():
    tight = ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0)

    assert not any("~~" in line for line in table([["A", "B"], ["C", "D"]], *tight))


def test_rows_without_rules_have_tabs_between_their_cells():
    def draw(canvas: Canvas) -> None:
        cells = ("Kommune", "Pladser", "Takst"), ("Nordby", "12", "900"), ("Sønderby", "8", "920")
        for number, row in enumerate(cells):
            for column, text in enumerate(row):
                canvas.drawString(60 + 120 * column, 700 - 16 * number, text)
        canvas.drawString(60, 600, "Efter tabellen følger almindelig tekst, som fylder linjen ud.")

    assert rows(draw) == [
        "Kommune\tPladser\tTakst",
        "Nordby\t12\t900",
        "Sønderby\t8\t920",
        "Efter tabellen følger almindelig tekst, som fylder linjen ud.",
    ]


def tight(*cells: tuple[str, ...], edges: tuple[int, ...]) -> list[str]:
    """The lines of a page with a table without rules whose columns begin at `edges`."""

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(cells):
            for x, text in zip(edges, row, strict=True):
                canvas.drawString(x, 700 - 16 * number, text)

    return rows(draw)


def test_the_longest_cell_of_a_column_may_end_close_to_the_next():
    end = 60 + round(stringWidth("Værkstederne", "Helvetica", 10)) + 6

    found = tight(
        ("Tilbud", "Ydelse", "Pladser"),
        ("Skovly", "Botilbud til voksne", "24"),
        ("Værkstederne", "Beskyttet beskæftigelse", "60"),
        ("Fjordhuset", "Midlertidigt ophold", "12"),
        edges=(60, end, 300),
    )

    assert found[2] == "Værkstederne\tBeskyttet beskæftigelse\t60"


def test_columns_that_all_stand_close_are_columns():
    end = 60 + round(stringWidth("Østerby", "Helvetica", 10)) + 8

    found = tight(("Østerby", "12"), ("Nordby", "8"), ("Vestby", "14"), edges=(60, end))

    assert found == ["Østerby\t12", "Nordby\t8", "Vestby\t14"]


def test_figures_at_the_right_stand_under_a_heading_in_the_middle():
    def draw(canvas: Canvas) -> None:
        cells = ("Nordby", "12", "Ingen"), ("Sønderby", "108", "Udvider"), ("Vesterby", "31", "Nej")
        for x, text in ((60, "Kommune"), (200, "Pladser"), (257, "Bemærkning")):
            canvas.drawString(x, 700, text)
        for number, (name, figure, note) in enumerate(cells, 1):
            canvas.drawString(60, 700 - 16 * number, name)
            canvas.drawRightString(253, 700 - 16 * number, figure)
            canvas.drawString(259, 700 - 16 * number, note)

    assert rows(draw) == [
        "Kommune\tPladser\tBemærkning",
        "Nordby\t12\tIngen",
        "Sønderby\t108\tUdvider",
        "Vesterby\t31\tNej",
    ]


def test_running_text_has_no_columns():
    text = "De fire kommuner i det nye fælles samarbejde har i dag en plan for det hele"

    found = tight(*[(text,)] * 6, edges=(60,))

    assert found == [text] * 6


def coloured(canvas: Canvas, cells: list[tuple[str, str]], widths: tuple[int, int]) -> None:
    """Cells with a background and no rules, a line of text for each of their halves."""
    for number, row in enumerate(cells):
        x, y = 60, 690 - 30 * number
        for text, width in zip(row, widths, strict=True):
            canvas.setFillColorRGB(0.9, 0.9, 0.95)
            canvas.rect(x, y, width, 30, stroke=0, fill=1)
            canvas.setFillColorRGB(0, 0, 0)
            for line, part in enumerate(text.split(" / ")):
                canvas.drawCentredString(x + width / 2, y + 18 - 12 * line, part)
            x += width


def test_coloured_cells_are_a_table_without_rules():
    cells = [
        ("Tilbud", "Takst"),
        ("Midlertidigt / Botilbud", "900 kr. / Pr. døgn"),
        ("Skovly", "1.250 kr."),
    ]

    found = rows(lambda canvas: coloured(canvas, cells, (105, 48)))

    assert found == [
        "Tilbud\tTakst",
        "Midlertidigt Botilbud\t900 kr. Pr. døgn",
        "Skovly\t1.250 kr.",
    ]


def test_marked_words_in_lines_of_text_are_no_table():
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 0)
        for number, cut in enumerate((110, 170, 140)):
            canvas.rect(60, 696 - 14 * number, cut - 60, 14, stroke=0, fill=1)
            canvas.rect(cut, 696 - 14 * number, 300 - cut, 14, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for number in range(3):
            canvas.drawString(60, 700 - 14 * number, "Kommunerne aftaler selv, hvordan det gøres")

    assert not any("\t" in line for line in rows(draw))


def test_text_above_and_below_a_table_stays_there():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Før tabellen")
        made = Table([["A", "1"], ["B", "2"]], style=[GRID])
        made.wrapOn(canvas, 400, 400)
        made.drawOn(canvas, 60, 640)
        canvas.drawString(60, 600, "Efter tabellen")

    assert rows(draw) == ["Før tabellen", "A\t1", "B\t2", "Efter tabellen"]


def test_a_grid_of_thousands_of_rules_is_read_as_text():
    def draw(canvas: Canvas) -> None:
        for number in range(900):
            canvas.line(10, number * 0.9, 500, number * 0.9)
            canvas.line(number * 0.6, 10, number * 0.6, 800)
        canvas.setFillColorRGB(0.8, 0, 0)
        canvas.drawString(60, 700, "Tekst")

    assert "Tekst" in rows(draw)[0].replace("~", "")
