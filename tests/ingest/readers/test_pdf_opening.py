"""PDF files that are whole only in part, hold more than pages, or need what is not installed."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Concern
from ingest.errors import Damaged, FileTooLarge
from ingest.extract import Options
from ingest.readers.pdf import extract

READ_WITH_RECOGNITION = """
import sys
from pathlib import Path
from ingest.extract import Options
from ingest.readers.pdf import extract
extract(Path(sys.argv[1]).read_bytes(), "scan.pdf", Options(ocr="dan"))
"""


def pages(*texts: str) -> bytes:
    """A PDF file with a page for each text."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for text in texts:
        canvas.drawString(70, 700, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def without_pages(data: bytes, *, keep: int) -> bytes:
    """The file with nothing where its pages after the first `keep` were."""
    kids = re.search(rb"/Kids \[ (.*?) \]", data)
    assert kids
    references = re.findall(rb"\d 0 R", kids[1])
    made = b" ".join(references[:keep] + [b"null "] * (len(references) - keep))
    return data[: kids.start(1)] + made + data[kids.end(1) :]


def test_a_page_that_cannot_be_loaded_is_told_and_counted():
    data = without_pages(pages("Først", "Tabt"), keep=1)

    found = extract(data, "sag.pdf", Options())

    assert [(x.text, x.page) for x in found.lines] == [("Først", 1), ("", 2)]
    assert [(x.concern, x.what, x.page) for x in found.findings] == [
        (Concern.UNREAD, "page cannot be loaded; nothing of it is read", 2)
    ]


def test_a_file_of_which_no_page_can_be_loaded_is_damaged():
    data = without_pages(pages("Tabt", "Også tabt"), keep=0)

    with pytest.raises(Damaged, match="none of its pages"):
        extract(data, "sag.pdf", Options())


def test_a_file_of_too_many_pages_is_refused():
    data = pages("Side").replace(b"/Count 1 ", b"/Count 5001 ")

    with pytest.raises(FileTooLarge, match="5001 pages"):
        extract(data, "sag.pdf", Options())


def test_attached_files_are_told():
    document = pdfium.PdfDocument(pages("Se bilaget"))
    document.new_attachment("takster.xlsx").set_data(b"PK")
    file = io.BytesIO()
    document.save(file)

    found = extract(file.getvalue(), "sag.pdf", Options())

    assert [(x.concern, x.what) for x in found.findings] == [
        (Concern.UNREAD, "1 attached file is not read")
    ]


def test_text_outside_the_crop_box_is_hidden():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setCropBox((50, 400, 500, 800))
    canvas.drawString(70, 700, "Til alle")
    canvas.drawString(70, 300, "hemmelig")
    canvas.save()

    found = extract(file.getvalue(), "sag.pdf", Options())

    assert found.text == "Til alle\n"
    assert [x.what for x in found.findings] == ["hidden text left out: 8 characters, off the page"]


def test_recognition_without_its_program_says_what_to_install(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("L", (100, 140), 255)), 0, 0, *A4)
    canvas.save()

    done = subprocess.run(
        [sys.executable, "-c", READ_WITH_RECOGNITION, str(tmp_path / "scan.pdf")],
        env={**os.environ, "PATH": ""},
        capture_output=True,
        text=True,
    )

    assert "ConverterMissing: scan.pdf" in done.stderr
    assert "install tesseract-ocr" in done.stderr
