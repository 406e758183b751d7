"""`python -m eval.bench.pages [--pages N]`: what indexing PDF files costs here and now.

The files are minutes of 20 pages each, with headings, lists, struck words and a footer.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from eval.bench.__main__ import row
from index import Updater
from ingest.extract import Options
from ingest.read import read
from ingest.readers.pdf import extract

FILE_PAGES = 20
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=7)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=13, leading=17)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)]
SENTENCES = (
    "Styregruppen drøftede udviklingen i taksterne for midlertidige botilbud efter § 107.",
    "Region Østfjorden har sammen med kommunerne udarbejdet en analyse af belægningen i {year}.",
    "Belægningen var <strike>{old} pct.</strike> {new} pct., og udgifterne steg med {cost} kr.",
    "Sekretariatet foreslår, at ordningen evalueres, når alle kommuner har svaret på høringen.",
    "Driftsherren skal give besked fire uger før en ændring, så myndigheden kan nå at svare.",
)


def main() -> int:
    """Print the figures as a table."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.pages", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--tables", action="store_true", help="a ruled table on every page")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "files"
        folder.mkdir()
        files = max(wanted.pages // FILE_PAGES, 1)
        paths = list(_built(folder, files, tables=wanted.tables))
        _index(Path(scratch) / "home", folder, len(paths) * FILE_PAGES)
        _read(paths)
    return 0


def _index(home: Path, folder: Path, pages: int) -> None:
    """Print what the whole job costs; first, while this process has read nothing itself."""
    before = _peak(resource.RUSAGE_SELF)
    read_at = start = time.perf_counter()

    def shown(stage: str, done: int, total: int) -> None:
        nonlocal read_at
        if stage == "reading" and done == total:
            read_at = time.perf_counter()

    first, _ = _measured(lambda: Updater(home, progress=shown).update(folder))
    reading = read_at - start
    again, _ = _measured(lambda: Updater(home).update(folder))
    row("reading, by two processes", f"{pages / reading:.0f} pages a second, {reading:.1f} s")
    row("reading and indexing", f"{pages / first:.0f} pages a second, {first:.1f} s")
    row("unchanged folder again", f"{again:.2f} s")
    row("peak memory, and before indexing", f"{_peak(resource.RUSAGE_SELF):.0f}, {before:.0f} MB")
    row("peak memory of a reading process", f"{_peak(resource.RUSAGE_CHILDREN):.0f} MB")


def _read(paths: list[Path]) -> None:
    """Print what reading alone costs."""
    texts: list[int] = []
    seconds, cpu = _measured(lambda: texts.extend(map(_extracted, paths)))
    whole, whole_cpu = _measured(lambda: [read(path) for path in paths])
    pages = len(paths) * FILE_PAGES
    row("pages", f"{pages} in {len(paths)} files, {sum(texts) / pages:.0f} characters a page")
    row("extraction", _rate(pages, seconds, cpu))
    row("extraction and structure", _rate(pages, whole, whole_cpu))


def _built(folder: Path, files: int, *, tables: bool) -> Iterator[Path]:
    for number in range(files):
        path = folder / f"referat-{number:04}.pdf"
        document = SimpleDocTemplate(str(path), pagesize=A4, title=f"Referat {number}")
        document.build(
            list(_minutes(number, tables=tables)), onFirstPage=_footer, onLaterPages=_footer
        )
        yield path


def _minutes(number: int, *, tables: bool) -> Iterator[Flowable]:
    for item in range(1, FILE_PAGES + 1):
        for text in ("Mødet den 12.03.2025 Styregruppe Social", "Åben", f"Punkt {item}."):
            yield Paragraph(text, BODY)
        yield Paragraph(f"Takster og belægning, sag {number}-{item}", HEADING)
        for heading in ("Resumé", "Sagsfremstilling", "Beslutning:"):
            yield Paragraph(f"<b>{heading}</b>", BODY)
            for paragraph in range(2):
                yield Paragraph(_prose(number + item + paragraph), BODY)
        for point in ("godkender taksterne", "drøfter den videre proces"):
            yield Paragraph(f"Styregruppe Social {point}", BODY, bulletText="•")
        if tables:
            cells = [[f"Tilbud {n}", f"{900 + n * item}", f"{950 + n * item}"] for n in range(6)]
            yield Table([["Tilbud", "2024", "2025"], *cells], style=GRID)
            yield Spacer(1, 6)
        yield PageBreak()


def _prose(seed: int) -> str:
    facts = {
        "year": 2015 + seed % 10,
        "old": 90 + seed % 7,
        "new": 91 + seed % 8,
        "cost": seed * 997,
    }
    return " ".join(SENTENCES[(seed + n) % len(SENTENCES)] for n in range(4)).format(**facts)


def _footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 30, f"Region Østfjorden   Side {document.page}")


def _extracted(path: Path) -> int:
    return len(extract(path.read_bytes(), path.name, Options()).text)


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of the processor."""
    start, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - cpu


def _rate(pages: int, seconds: float, cpu: float) -> str:
    return f"{pages / seconds:.0f} pages a second, {cpu / pages * 1000:.1f} ms of one core a page"


def _peak(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
