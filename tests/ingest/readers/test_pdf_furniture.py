"""Headers and footers of PDF pages, and what looks like them and is text."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.extract import Extract, Options
from ingest.read import read_bytes
from ingest.readers.pdf import extract

PROSE = "Sekretariatet har undersøgt sagen, og det viser sig, at side {} er sin egen."


def made(pages: list[list[tuple[float, str]]]) -> bytes:
    """A PDF file whose pages have lines at these heights."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        for y, text in page:
            canvas.drawString(70, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def read(pages: list[list[tuple[float, str]]]) -> Extract:
    return extract(made(pages), "sag.pdf", Options())


def removed(found: Extract) -> list[str]:
    return [line.removed for line in found.lines if line.removed]


def kept(found: Extract) -> list[str]:
    return [line.text for line in found.lines if line.text]


def prose(page: int, *, lines: int = 30) -> list[tuple[float, str]]:
    return [(740 - 18 * n, PROSE.format(page * 100 + n)) for n in range(lines)]


def test_headers_and_numbered_footers_are_set_aside_and_not_lost():
    found = read(
        [
            [(800, "Region Østfjorden"), *prose(n), (40, f"Notat om takster {n + 4} af 9")]
            for n in (1, 2, 3)
        ]
    )

    assert removed(found) == [
        text for n in (1, 2, 3) for text in ("Region Østfjorden", f"Notat om takster {n + 4} af 9")
    ]
    assert len(kept(found)) == 90


def test_two_pages_are_enough():
    found = read([[(800, "Region Østfjorden"), *prose(n)] for n in (1, 2)])

    assert removed(found) == ["Region Østfjorden"] * 2


def test_the_header_of_an_item_is_text():
    pages = [
        [
            (780, "Mødet den 12.03.2025 Styregruppe Social"),
            (760, "Åben"),
            (740, f"Punkt {n}."),
            (720, f"Sag om {word}"),
            (690, "Indstilling"),
            (670, f"Det indstilles, at {word} godkendes."),
            (640, "Beslutning:"),
            (620, "Godkendt."),
        ]
        for n, word in enumerate(("takster", "budget", "belægning", "høring"), 1)
    ]

    found = read(pages)
    document = read_bytes(made(pages), "referat.pdf")

    assert removed(found) == []
    assert [item.number for item in document.items] == ["1", "2", "3", "4"]
    assert all("Godkendt." in str(item) for item in document.items)


def test_a_meeting_on_every_page_without_items_is_a_running_header():
    header = "Mødet den 12.03.2025 Styregruppe Social"

    found = read([[(800, header), *prose(n)] for n in (1, 2, 3)])

    assert removed(found) == [header] * 3


def test_section_words_at_the_top_of_pages_are_text():
    found = read([[(800, "Indstilling"), *prose(n)] for n in (1, 2, 3)])

    assert removed(found) == []


def test_decisions_at_the_end_of_short_pages_are_text():
    found = read(
        [[*prose(n, lines=5), (120, "Godkendt.")] for n in (1, 2, 3)] + [prose(4, lines=38)]
    )

    assert kept(found).count("Godkendt.") == 3


def test_lines_of_text_that_return_at_the_foot_are_text():
    same = [(740 - 14 * n, f"Den samme linje {chr(97 + n)} på alle sider") for n in range(48)]

    found = read([[*same, (30, f"Side {n} af 3")] for n in (1, 2, 3)])

    assert removed(found) == ["Side 1 af 3", "Side 2 af 3", "Side 3 af 3"]


def test_a_paragraph_goes_on_past_the_footer():
    long = "Region Østfjorden har sammen med kommunerne lavet en analyse af udgifterne i"
    pages = [
        [*prose(1), (190, long), (40, "Fortroligt udkast 1")],
        [(740, "de seneste år."), *prose(2)[1:], (40, "Fortroligt udkast 2")],
    ]

    found = read(pages)

    line = next(x for x in found.lines if x.text == "de seneste år.")
    assert removed(found) == ["Fortroligt udkast 1", "Fortroligt udkast 2"]
    assert line.joins


def with_note(page: int) -> list[tuple[float, str]]:
    """A page whose last sentence goes on, with a footnote and the page's number right below it."""
    long = "Region Østfjorden har sammen med kommunerne lavet en analyse af udgifterne i"
    note = f"{page} Se bilag {page * 17} om opgørelsen."
    return [
        (740, f"de seneste {page * 17} år."),
        *prose(page)[1:],
        (190, long),
        (60, note),
        (46, f"Socialaftale side {page}"),
    ]


def test_a_footnote_stands_apart_from_the_text_that_goes_on_over_the_page():
    found = read([with_note(1), with_note(2)])

    lines = [x for x in found.lines if x.text]
    place = next(i for i, line in enumerate(lines) if line.text.startswith("1 Se bilag 17"))
    assert [line.joins for line in lines[place : place + 2]] == [False, False]


def test_a_page_number_right_below_a_footnote_is_set_aside():
    found = read([with_note(n) for n in (1, 2, 3)])

    assert removed(found) == [f"Socialaftale side {n}" for n in (1, 2, 3)]
    assert sum("Se bilag" in text for text in kept(found)) == 3


def test_title_pages_that_are_counted_are_text():
    found = read([[(700, f"Bilag {n}")] for n in (1, 2, 3)])

    assert kept(found) == ["Bilag 1", "Bilag 2", "Bilag 3"]


def test_a_page_with_nothing_but_its_footer_is_empty():
    pages = [[*prose(n), (40, f"Notat, side {n}")] for n in (1, 2)]

    found = read([*pages, [(40, "Notat, side 3")]])

    assert removed(found)[-1] == "Notat, side 3"


def test_a_stamp_across_all_pages_is_set_aside():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for n in (1, 2, 3):
        canvas.saveState()
        canvas.translate(200, 400)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 40)
        canvas.setFillGray(0.7)
        canvas.drawString(0, 0, "UDKAST")
        canvas.restoreState()
        canvas.drawString(70, 700, "Sag om " + ("takster", "budget", "høring")[n - 1])
        canvas.showPage()
    canvas.save()

    found = extract(file.getvalue(), "sag.pdf", Options())

    assert removed(found) == ["UDKAST"] * 3
