"""PDF files: what is struck out, what is hidden, and what is only a picture."""

import importlib.util
import io
import shutil
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Concern
from ingest.errors import ConverterMissing, NoText
from ingest.extract import Extract, Options
from ingest.readers.pdf import extract
from ingest.readers.pdf.paint import MAX_PAINTED

Draw = Callable[[Canvas], None]
NO_OCR = not (shutil.which("tesseract") and importlib.util.find_spec("pytesseract"))


def read(*pages: Draw, options: Options = Options()) -> Extract:  # noqa: B008
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return extract(file.getvalue(), "sag.pdf", options)


def told(found: Extract) -> list[tuple[Concern, str, int | None]]:
    return [(x.concern, x.what, x.page) for x in found.findings]


def width(text: str) -> float:
    return float(Canvas(io.BytesIO()).stringWidth(text, "Helvetica", 12))


def rule_through(canvas: Canvas, begin: str, words: str, y: float) -> None:
    """A thin filled box through `words`, which stand after `begin` on the line at `y`."""
    canvas.rect(70 + width(begin), y + 3.4, width(words), 0.6, stroke=0, fill=1)


def test_words_under_a_rule_through_their_middle_are_struck():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Belægningen er 97 98 pct.")
        rule_through(canvas, "Belægningen er ", "97", 700)

    assert read(page).text == "Belægningen er ~~97~~ 98 pct.\n"


def test_part_of_a_word_can_be_struck():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "grundtakstbasistakst")
        rule_through(canvas, "", "grundtakst", 700)

    assert read(page).text == "~~grundtakst~~basistakst\n"


def test_struck_lines_are_marked_one_by_one():
    def page(canvas: Canvas) -> None:
        for y, text in ((700, "Første linje"), (686, "anden linje")):
            canvas.drawString(70, y, text)
            canvas.line(70, y + 3.5, 70 + width(text), y + 3.5)

    assert read(page).text == "~~Første linje~~\n~~anden linje~~\n"


def test_underlines_strike_nothing():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Understreget")
        canvas.line(70, 698.5, 70 + width("Understreget"), 698.5)

    assert read(page).text == "Understreget\n"


def test_the_lines_of_a_chart_strike_nothing():
    def page(canvas: Canvas) -> None:
        for number in range(4):
            canvas.line(70, 700 - 20 * number, 400, 700 - 20 * number)
        canvas.drawString(200, 656.5, "140")

    assert "140" in read(page).text.split("\n")


def test_annotations_strike_out():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Taksten er gammel ny")
        begin, end = 70 + width("Taksten er "), 70 + width("Taksten er gammel")
        box = [begin, 697, end, 711]
        quad = [begin, 711, end, 711, begin, 697, end, 697]
        canvas.highlightAnnotation("", box, QuadPoints=quad)

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 12)
    page(canvas)
    canvas.save()
    data = file.getvalue().replace(b"/Subtype /Highlight", b"/Subtype /StrikeOut")

    assert extract(data, "sag.pdf", Options()).text == "Taksten er ~~gammel~~ ny\n"


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, 650, "hemmelig")


def under_a_box(canvas: Canvas) -> None:
    canvas.drawString(70, 650, "hemmelig")
    canvas.rect(65, 645, 100, 20, fill=1)


def under_a_picture(canvas: Canvas) -> None:
    canvas.drawString(70, 650, "hemmelig")
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "navy")), 65, 645, 100, 20)


def without_ink(canvas: Canvas) -> None:
    text = canvas.beginText(70, 650)
    text.setTextRenderMode(3)
    text.textOut("hemmelig")
    canvas.drawText(text)


def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(70, -40, "hemmelig")


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(70, 650, "hemmelig")


def cut_off(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(300, 300, 10, 10)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(70, 650, "hemmelig")


def of_the_colour_behind(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.2, 0.3, 0.5)
    canvas.rect(65, 645, 100, 20, fill=1, stroke=0)
    canvas.drawString(70, 650, "hemmelig")


@pytest.mark.parametrize(
    ("hide", "why"),
    [
        (white, "of the colour behind it"),
        (under_a_box, "covered"),
        (under_a_picture, "covered"),
        (without_ink, "painted with no ink"),
        (off_the_page, "off the page"),
        (tiny, "too small to read"),
        (cut_off, "cut off by a clipping path"),
        (of_the_colour_behind, "of the colour behind it"),
    ],
)
def test_hidden_text_is_told_and_not_read(hide: Draw, why: str):
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Til alle")
        hide(canvas)

    found = read(lambda canvas: canvas.drawString(70, 700, "Forside"), page)

    assert found.text == "Forside\n\fTil alle\n"
    assert told(found) == [(Concern.HIDDEN, f"hidden text left out: 8 characters, {why}", 2)]
    assert "hemmelig" not in str(found)


def test_a_redaction_that_was_never_applied_hides_its_words():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Borger Anna bor her")
        box = [70 + width("Borger "), 696, 70 + width("Borger Anna"), 712]
        canvas.highlightAnnotation("", box)

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 12)
    page(canvas)
    canvas.save()
    data = file.getvalue().replace(b"/Subtype /Highlight", b"/Subtype /Redact")

    found = extract(data, "sag.pdf", Options())

    assert found.text == "Borger █ bor her\n"
    assert "Anna" not in str(found)
    assert [x.concern for x in found.findings] == [Concern.HIDDEN]


def test_only_what_a_box_covers_is_hidden():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "CPR 010203-1234 er oplyst")
        canvas.rect(70 + width("CPR "), 697, width("010203-1234"), 14, fill=1)

    assert read(page).text == "CPR █ er oplyst\n"


def test_grey_text_and_text_on_a_picture_are_seen():
    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "navy")), 60, 640, 200, 30)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(70, 650, "På billedet")
        canvas.setFillColorRGB(0.7, 0.7, 0.7)
        canvas.drawString(70, 600, "Grå tekst")

    found = read(page)

    assert found.text.split("\n") == ["På billedet", "", "Grå tekst", ""]
    assert not found.findings


def on_pictures(canvas: Canvas) -> None:
    """Dark text on a picture that covers a small page, and pale text that is lost in it."""
    canvas.setPageSize((150, 720))
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 28), "gainsboro")), 0, 0, *A4)
    canvas.drawString(70, 700, "Til alle")
    canvas.setFillColorRGB(0.9, 0.9, 0.9)
    canvas.drawString(70, 650, "hemmelig")


def test_pages_that_are_too_many_to_be_painted_show_dark_text_only_and_are_told():
    found = read(*[on_pictures] * (MAX_PAINTED + 1))

    last = [x for x in told(found) if x[2] == MAX_PAINTED + 1]
    assert "hemmelig" not in found.text
    assert found.text.count("Til alle") == MAX_PAINTED + 1
    assert last == [
        (Concern.HIDDEN, "hidden text left out: 8 characters, of the colour behind it", 151),
        (Concern.HIDDEN, "not looked at whether text is seen: 15 characters", 151),
    ]


def test_white_text_on_a_dark_box_needs_no_painting():
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 640, 200, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(70, 650, "Overskrift")

    found = read(*[page] * (MAX_PAINTED + 1))

    assert found.text.count("Overskrift") == MAX_PAINTED + 1
    assert not found.findings


@pytest.mark.parametrize("hole", [(62, 642, 196, 26), (100, 600, 300, 100)])
def test_white_text_in_the_hole_of_a_dark_frame_is_hidden(hole: tuple[float, ...]):
    def page(canvas: Canvas) -> None:
        frame = canvas.beginPath()
        frame.rect(60, 640, 200, 30)
        frame.rect(*hole)
        canvas.drawPath(frame, stroke=0, fill=1, fillMode=0)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(110, 650, "hemmelig")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(70, 500, "Til alle")

    assert read(page).text == "Til alle\n"


def scanned(*lines: str) -> ImageReader:
    """A picture of a page of text."""
    picture = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(picture)
    for number, text in enumerate(lines):
        pen.text((150, 150 + 60 * number), text, fill=0, font_size=36)
    return ImageReader(picture)


def test_the_text_layer_of_a_scan_is_read_and_told():
    def page(canvas: Canvas) -> None:
        canvas.drawImage(scanned("Referat"), 0, 0, *A4)
        without_ink(canvas)

    found = read(page)

    assert found.text == "hemmelig\n"
    assert told(found) == [(Concern.SCANNED, "read from an unseen text layer over a scan", 1)]


def test_a_scanned_page_among_others_is_told():
    found = read(
        lambda canvas: canvas.drawString(70, 700, "Tekst"),
        lambda canvas: canvas.drawImage(scanned("Referat"), 0, 0, *A4),
    )

    assert told(found) == [(Concern.SCANNED, "page without text", 2)]


@pytest.mark.skipif(NO_OCR, reason="the program tesseract is not installed")
def test_scans_are_read_by_text_recognition_where_it_is_asked_for():
    def page(canvas: Canvas) -> None:
        canvas.drawImage(scanned("Referat den 12. marts 2025", "Godkendelse af takster"), 0, 0, *A4)

    found = read(page, options=Options(ocr="dan"))

    assert "Referat den 12. marts 2025" in found.text
    assert "Godkendelse af takster" in found.text
    assert told(found) == [(Concern.SCANNED, "read by text recognition", 1)]


@pytest.mark.skipif(NO_OCR, reason="the program tesseract is not installed")
def test_a_language_that_is_not_installed_is_told():
    def page(canvas: Canvas) -> None:
        canvas.drawImage(scanned("Referat"), 0, 0, *A4)

    with pytest.raises(ConverterMissing, match="klingonsk"):
        read(page, options=Options(ocr="klingonsk"))


@pytest.mark.skipif(NO_OCR, reason="the program tesseract is not installed")
def test_the_packages_of_the_languages_asked_for_are_named():
    def page(canvas: Canvas) -> None:
        canvas.drawImage(scanned("Referat"), 0, 0, *A4)

    with pytest.raises(ConverterMissing, match="tesseract-ocr, tesseract-ocr-xkl, tesseract-ocr-a"):
        read(page, options=Options(ocr="xkl+a_b"))


def test_a_scan_says_how_text_recognition_is_turned_on():
    with pytest.raises(NoText, match="AFTALESVAR_OCR=dan"):
        read(lambda canvas: canvas.drawImage(scanned("Referat"), 0, 0, *A4))


def test_comments_are_told_and_not_read():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Tekst")
        canvas.textAnnotation("Er det rigtigt?", [200, 700, 220, 720])

    found = read(page)

    assert found.text == "Tekst\n"
    assert told(found) == [(Concern.COMMENT, "1 comment left out", 1)]


def test_the_text_of_form_fields_is_read():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Navn:")
        canvas.acroForm.textfield(
            name="navn", value="Fjordhuset", x=120, y=692, width=150, height=22, borderWidth=0
        )

    assert "Fjordhuset" in read(page).text
