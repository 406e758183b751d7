"""PDF files: words under a box are read as the box, and as nothing where no box is seen."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.extract import Extract, Options
from ingest.readers.pdf import extract
from ingest.readers.pdf.paint import MAX_PAINTED

Draw = Callable[[Canvas], None]
BEFORE, NAME, AFTER = "Udvalget drøftede, at borgeren ", "Karla Holm", ", som bor på Lunden"


def read(*pages: Draw, kind: bytes = b"/Highlight") -> Extract:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    data = file.getvalue().replace(b"/Subtype /Highlight", b"/Subtype " + kind)
    return extract(data, "sag.pdf", Options())


def width(text: str) -> float:
    return float(Canvas(io.BytesIO()).stringWidth(text, "Helvetica", 12))


def box_over(name: str, before: str, y: float) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of a box over `name` on the line at `y`."""
    return 70 + width(before), y - 3, width(name), 14


def sentence(canvas: Canvas) -> None:
    canvas.drawString(70, 700, BEFORE + NAME + AFTER)


def filled(color: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.setFillColor(color)
        canvas.rect(*box_over(NAME, BEFORE, 700), stroke=0, fill=1)

    return draw


def under_a_picture(canvas: Canvas) -> None:
    sentence(canvas)
    picture = ImageReader(Image.new("RGB", (20, 20), "navy"))
    canvas.drawImage(picture, *box_over(NAME, BEFORE, 700))


def black_on_black(canvas: Canvas) -> None:
    canvas.rect(*box_over(NAME, BEFORE, 700), stroke=0, fill=1)
    sentence(canvas)


def two_boxes(canvas: Canvas) -> None:
    sentence(canvas)
    canvas.rect(*box_over("Karla", BEFORE, 700), stroke=0, fill=1)
    canvas.rect(*box_over("Holm", f"{BEFORE}Karla ", 700), stroke=0, fill=1)


@pytest.mark.parametrize(
    "draw",
    [filled("black"), filled("gray"), under_a_picture, black_on_black, two_boxes],
)
def test_covered_words_in_a_line_are_read_as_one_box(draw: Draw):
    found = read(draw)

    assert found.text == "Udvalget drøftede, at borgeren █, som bor på Lunden\n"
    assert [x.what.split(",")[0] for x in found.findings] == ["hidden text left out: 9 characters"]
    assert "Karla" not in str(found)
    assert "Holm" not in str(found)


def on_colour(canvas: Canvas) -> None:
    canvas.setFillColor("yellow")
    canvas.rect(60, 690, 450, 30, stroke=0, fill=1)
    canvas.setFillColor("black")
    filled("white")(canvas)


def in_white(canvas: Canvas) -> None:
    canvas.drawString(70, 700, BEFORE)
    canvas.setFillColor("white")
    canvas.drawString(70 + width(BEFORE), 700, NAME)
    canvas.setFillColor("black")
    canvas.drawString(70 + width(BEFORE + NAME), 700, AFTER)


@pytest.mark.parametrize("draw", [on_colour, filled("white"), in_white])
def test_an_empty_stretch_is_read_as_nothing(draw: Draw):
    found = read(draw)

    assert "█" not in found.text
    assert "Karla" not in str(found)
    assert found.findings


@pytest.mark.parametrize("kind", [b"/Redact", b"/Square /IC [0 0 0]"])
def test_words_under_an_annotation_are_read_as_a_box(kind: bytes):
    def page(canvas: Canvas) -> None:
        sentence(canvas)
        left, bottom, across, up = box_over(NAME, BEFORE, 700)
        box = [left, bottom, left + across, bottom + up]
        canvas.highlightAnnotation("", box)

    found = read(page, kind=kind)

    assert "borgeren █" in found.text
    assert "Holm" not in str(found)


def test_a_link_under_a_box_leads_nowhere():
    def page(canvas: Canvas) -> None:
        filled("black")(canvas)
        left, bottom, across, up = box_over(NAME, BEFORE, 700)
        canvas.linkURL("mailto:karla@fjord.example", (left, bottom, left + across, bottom + up))

    found = read(page)

    assert found.links == ()
    assert "█" in found.text


def test_a_label_on_a_box_stands_for_it():
    def page(canvas: Canvas) -> None:
        filled("black")(canvas)
        canvas.setFillColor("white")
        canvas.drawString(72 + width(BEFORE), 700, "udeladt")

    text = read(page).text

    assert "borgeren udeladt" in text
    assert "█" not in text


def test_old_text_under_a_coloured_ground_is_read_as_nothing():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Taksten var 900 kr. pr. døgn i 2023")
        canvas.setFillColor("gold")
        canvas.rect(60, 690, 450, 30, stroke=0, fill=1)
        canvas.setFillColor("black")
        canvas.drawString(70, 700, "Taksten er ny")

    assert read(page).text == "Taksten er ny\n"


LINES = (
    "Styregruppe Social drøftede henvendelsen fra forældrene og besluttede, at der skal følges op",
    "med Karla Holm og hendes søster Signe Holm, som begge har boet på tilbuddet Lunden i mange",
    "år, og at sekretariatet vender tilbage til kommunerne med en skriftlig redegørelse inden maj.",
)


def paragraph(*covered: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(LINES):
            canvas.drawString(70, 700 - 12 * number, line)
        for number in covered:
            canvas.rect(68, 697 - 12 * number, 470, 11.5, stroke=0, fill=1)

    return draw


def test_a_covered_line_inside_a_paragraph_is_read_as_a_box():
    assert read(paragraph(1)).text.split("\n") == [LINES[0], "█", LINES[2], ""]


@pytest.mark.parametrize(
    ("covered", "left"), [((0,), LINES[1:]), ((2,), LINES[:2]), ((1, 2), LINES[:1])]
)
def test_a_covered_line_at_the_edge_of_a_paragraph_is_read_as_nothing(
    covered: tuple[int, ...], left: tuple[str, ...]
):
    assert read(paragraph(*covered)).text == "\n".join(left) + "\n"


def test_a_page_that_is_covered_whole_has_no_text():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Forside")

    assert read(page, paragraph(0, 1, 2)).text == "Forside\n\f\n"


def test_a_page_that_nobody_looked_at_shows_the_box():
    found = read(*[filled("black")] * (MAX_PAINTED + 1))

    assert found.text.count("█") == MAX_PAINTED + 1
    assert "Karla" not in str(found)
