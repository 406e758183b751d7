"""PDF files: reading order, paragraphs, headings, links, and files that cannot be read."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import Damaged, Encrypted, IngestError, NoText, WrongType
from ingest.extract import Extract, Options
from ingest.readers.pdf import extract

Draw = Callable[[Canvas], None]
FILES = Path(__file__).parents[1] / "files"
SENTENCE = (
    "Region Østfjorden har sammen med kommunerne udarbejdet en analyse af de stigende udgifter, og"
    " den viser, at der er behov for en fælles indsats på tværs af alle sektorerne i regionen, så"
    " borgerne mærker det."
)
WIDE = simpleSplit(SENTENCE, "Helvetica", 11, 420)  # three lines


def drawn(*pages: Draw, **settings: object) -> bytes:
    """A PDF file with a page for each function."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, **settings)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def written(*texts: str, top: float = 780, x: float = 70, step: float = 14) -> Draw:
    """A page with these lines of text, one below the other."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, top - number * step, text)

    return draw


def read(*pages: Draw) -> Extract:
    return extract(drawn(*pages), "sag.pdf", Options())


def texts(found: Extract) -> list[str]:
    return [line.text for line in found.lines if line.text]


def paragraphs(found: Extract) -> list[str]:
    """The lines put together where they join."""
    out: list[str] = []
    for line in found.lines:
        if line.joins:
            out[-1] += f" {line.text}"
        elif line.text:
            out.append(line.text)
    return out


def test_every_line_stands_at_its_place_in_the_text():
    found = read(written(*WIDE), written("Næste side"))

    assert all(found.text[x.start : x.start + len(x.text)] == x.text for x in found.lines)


def test_pages_without_text_are_counted():
    found = read(written("Først"), lambda canvas: None, written("Til sidst"), lambda canvas: None)

    assert [(x.text, x.page) for x in found.lines] == [
        ("Først", 1),
        ("", 2),
        ("Til sidst", 3),
        ("", 4),
    ]


def test_printed_page_numbers_are_labels():
    data = drawn(written("Forord"), written("Kapitel"))
    labelled = data.replace(
        b"/Type /Catalog", b"/PageLabels << /Nums [ 0 << /S /r >> ] >> /Type /Catalog"
    )

    assert extract(labelled, "sag.pdf", Options()).labels == ("i", "ii")
    assert extract(data, "sag.pdf", Options()).labels == ()


def test_lines_of_a_paragraph_join_and_a_short_line_ends_it():
    found = read(written(*WIDE, "Et nyt afsnit begynder her."))

    assert paragraphs(found) == [SENTENCE, "Et nyt afsnit begynder her."]


def test_space_parts_paragraphs():
    def page(canvas: Canvas) -> None:
        written(*WIDE[:2])(canvas)
        written("Udgifterne stiger derfor igen til næste år, og taksterne følger med op.", top=730)(
            canvas
        )

    found = read(page)

    assert [line.joins for line in found.lines if line.text] == [False, True, False]
    assert found.lines[2].text == ""


def test_a_sentence_goes_on_over_the_page_break():
    found = read(written(*WIDE[:2]), written(WIDE[2], "Ny sag."))

    assert paragraphs(found) == [SENTENCE, "Ny sag."]


def test_a_finished_sentence_ends_its_paragraph_at_the_page_break():
    last = "Styregruppen tager det hele til efterretning og fortsætter arbejdet i dette år."

    found = read(written(WIDE[0], last), written("og sådan begynder en side."))

    assert len(paragraphs(found)) == 2


def test_list_items_begin_with_their_label_and_keep_their_lines():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 780, "Det indstilles, at")
        canvas.drawString(80, 766, "1.")
        canvas.drawString(98, 766, WIDE[0])
        canvas.drawString(98, 752, WIDE[1])
        canvas.drawString(98, 738, WIDE[2])
        canvas.drawString(80, 724, "2.")
        canvas.drawString(98, 724, "Drøfter sagen")

    assert paragraphs(read(page)) == [
        "Det indstilles, at",
        f"1. {SENTENCE}",
        "2. Drøfter sagen",
    ]


def hanging(*lines: tuple[float, str]) -> Draw:
    """A page with these lines, each at its place from the left, below three full lines."""

    def draw(canvas: Canvas) -> None:
        written(*WIDE)(canvas)
        for number, (x, text) in enumerate(lines):
            canvas.drawString(x, 720 - 14 * number, text)

    return draw


def test_an_item_goes_on_below_its_text_with_a_lone_figure():
    begin = "2. Godkender, at skemaet tages i brug ved indmeldingen af takster for"

    found = read(hanging((70, begin), (84, "2026")))

    assert paragraphs(found)[-1] == f"{begin} 2026"


def test_what_stands_below_a_finished_item_is_a_line_of_its_own():
    found = read(hanging((70, "• Fjordhuset"), (84, "24 pladser")))

    assert paragraphs(found)[-2:] == ["• Fjordhuset", "24 pladser"]


def test_bullets_of_symbol_fonts_and_drawn_dots_are_bullets():
    def page(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 8)
        canvas.drawString(70, 780, "l")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(84, 780, "Fra en skrifttype")
        canvas.circle(73, 769, 2, stroke=0, fill=1)
        canvas.drawString(84, 766, "Tegnet")

    assert texts(read(page)) == ["• Fra en skrifttype", "• Tegnet"]


def test_larger_text_and_bold_lines_are_headings_in_the_order_of_their_size():
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(70, 790, "Socialaftale for Region Østfjorden")
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(70, 740, "Takster")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(70, 715, "Indstilling")
        canvas.setFont("Helvetica", 11)
        written(*WIDE, top=690)(canvas)

    found = read(page)

    assert [(x.text, x.level) for x in found.lines if x.level] == [
        ("Socialaftale for Region Østfjorden", 1),
        ("Takster", 2),
        ("Indstilling", 3),
    ]


def test_a_heading_broken_by_the_edge_joins():
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(70, 790, "Fælles retningslinjer for samarbejdet om de højt")
        canvas.drawString(70, 770, "specialiserede tilbud")
        canvas.setFont("Helvetica", 11)
        written(*WIDE, top=740)(canvas)

    found = read(page)

    assert [(x.level, x.joins) for x in found.lines[:2]] == [(1, False), (1, True)]


def test_columns_are_read_one_after_the_other_below_a_heading_over_both():
    left = [f"spalte et linje {n} med noget længere tekst" for n in range(8)]
    right = [f"spalte to linje {n} med noget længere tekst" for n in range(8)]

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 790, "En overskrift, som står hen over begge sidens spalter")
        canvas.setFont("Helvetica", 10)
        written(*left, x=60, top=760)(canvas)
        written(*right, x=310, top=755)(canvas)

    assert texts(read(page))[1:] == left + right


def test_rotated_pages_are_read_as_they_are_seen():
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(300, 100)
        canvas.rotate(90)
        written("Øverst på siden", "Nederst på siden", x=0, top=0)(canvas)

    assert texts(read(page)) == ["Øverst på siden", "Nederst på siden"]


def test_a_page_whose_text_is_turned_is_read_as_if_the_page_were():
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 100)
        canvas.rotate(90)
        written(*WIDE, x=0, top=0)(canvas)

    assert paragraphs(read(page)) == [SENTENCE]


def test_turned_text_stands_apart_at_the_end_of_its_page():
    def page(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "UDKAST til høring")
        canvas.restoreState()
        written(*WIDE)(canvas)

    assert texts(read(page)) == [*WIDE, "UDKAST til høring"]


def test_text_printed_twice_is_read_once():
    def page(canvas: Canvas) -> None:
        written("Fed skrift")(canvas)
        written("Fed skrift", x=70.4)(canvas)

    assert texts(read(page)) == ["Fed skrift"]


def test_letters_that_a_browser_places_one_by_one_are_words():
    data = (FILES / "chromium" / "sidste-linjer.pdf").read_bytes()

    assert extract(data, "sag.pdf", Options()).text == (
        "høres. Ændringer, der skyldes akutte forhold, meldes straks og følges af en skriftlig\n"
        "redegørelse inden 14 dage.\n"
    )


def test_text_in_forms_is_read():
    def page(canvas: Canvas) -> None:
        canvas.beginForm("brevhoved")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(0, 0, "Rådhuset i Nordhavn")
        canvas.endForm()
        canvas.translate(70, 700)
        canvas.doForm("brevhoved")

    assert texts(read(page)) == ["Rådhuset i Nordhavn"]


def test_raised_figures_are_marks_and_no_part_of_a_number():
    def page(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Efter § 13, stk. 3")
        end = 70 + canvas.stringWidth("Efter § 13, stk. 3", "Helvetica", 11)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(end, 704, "1")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(end + 8, 700, "kan kommunen")

    assert texts(read(page)) == ["Efter § 13, stk. 3¹ kan kommunen"]


def test_a_hyphen_at_the_end_of_a_line_stays_and_joins():
    found = read(written("Der arbejdes videre med forlæn-", "gelse af aftalen."))

    assert [(x.text[-7:], x.joins) for x in found.lines] == [("forlæn-", False), ("ftalen.", True)]


def test_links_lead_from_their_words():
    def page(canvas: Canvas) -> None:
        written("Se referatet fra mødet her.")(canvas)
        width = canvas.stringWidth("Se referatet fra mødet", "Helvetica", 11)
        start = canvas.stringWidth("Se ", "Helvetica", 11)
        canvas.linkURL("https://referat.example/3", (70 + start, 776, 70 + width, 792))
        canvas.linkURL("javascript:alert(1)", (70, 776, 84, 792))

    found = read(page)

    (link,) = found.links
    assert found.text[link.start : link.end] == "referatet fra mødet"
    assert link.address == "https://referat.example/3"


def test_the_notation_of_an_extract_cannot_be_forged():
    (line,) = read(written("Et ~~falsk~~ mærke og {++et til++}")).lines

    assert "~~" not in line.text
    assert "{++" not in line.text


def test_the_title_is_that_of_the_file():
    def page(canvas: Canvas) -> None:
        canvas.setTitle("Referat af 12. marts")
        written("Tekst")(canvas)

    assert read(page).title == "Referat af 12. marts"
    assert read(written("Tekst")).title is None


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", Damaged, "empty"),
        (b"<!DOCTYPE html><html>", WrongType, "a web page"),
        (b"PK\x03\x04 og noget mere", WrongType, "zip"),
        (b"%PDF-1.7\nintet andet", Damaged, "breaks off"),
        (b"%PDF-1.7\nintet andet\n%%EOF", Damaged, "broken"),
    ],
)
def test_what_is_no_whole_pdf_is_refused_with_the_reason(
    data: bytes, error: type[IngestError], says: str
):
    with pytest.raises(error, match=says):
        extract(data, "sag.pdf", Options())


def test_a_file_that_breaks_off_is_damaged():
    data = drawn(written(*WIDE))

    with pytest.raises(Damaged, match="breaks off"):
        extract(data[: len(data) // 2], "sag.pdf", Options())


def test_a_password_is_told():
    data = drawn(written("Hemmelig"), encrypt="kodeord")

    with pytest.raises(Encrypted, match="password"):
        extract(data, "sag.pdf", Options())


def test_a_file_without_text_says_what_to_do():
    with pytest.raises(NoText, match="turn on text recognition"):
        read(lambda canvas: None)


def test_broken_files_raise_nothing_but_errors_of_ingest():
    data = drawn(written(*WIDE), written("1. Punkt", "• Punkt"), pageCompression=0)
    chance = random.Random(7)

    for _ in range(200):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if chance.random() < 0.3:
            del broken[chance.randrange(len(broken)) : chance.randrange(len(broken))]
        try:
            found = extract(bytes(broken), "sag.pdf", Options())
        except IngestError:
            continue

        assert all(found.text[x.start : x.start + len(x.text)] == x.text for x in found.lines)
