"""Pages without text read by text recognition (Tesseract), where the caller asks for it."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium

from ingest.errors import ConverterMissing
from ingest.extract import literal

RESOLUTION = 300  # dots per inch, which Tesseract is made for
MAX_DOTS = 5000  # at a page's longer side; A3 at 300 dpi
WORD = 5  # the level of a word in Tesseract's answer


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line of a scan; `joins` as in `Line`, `first` says that a block begins."""

    text: str
    joins: bool
    first: bool


def recognise(page: pdfium.PdfPage, language: str, name: str) -> list[Recognised]:
    """The lines on the page; raises `ConverterMissing`."""
    advice = _advice(language)
    try:
        tesseract = importlib.import_module("pytesseract")
    except ImportError as error:
        raise ConverterMissing(f"{name}: pytesseract is missing; {advice}") from error
    scale = min(RESOLUTION / 72, MAX_DOTS / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    image = bitmap.to_pil()
    try:
        found = tesseract.image_to_data(image, lang=language, output_type=tesseract.Output.DICT)
    except tesseract.TesseractNotFoundError as error:
        raise ConverterMissing(f"{name}: the program tesseract is missing; {advice}") from error
    except tesseract.TesseractError as error:
        raise ConverterMissing(
            f"{name}: tesseract cannot read '{language}' ({error.message[:200]}); {advice}"
        ) from error
    finally:
        bitmap.close()
    return list(_lines(found))


def _advice(language: str) -> str:
    """What to install; several languages are written as "dan+eng"."""
    packages = (f"tesseract-ocr-{one.lower().replace('_', '-')}" for one in language.split("+"))
    needed = ", ".join(("tesseract-ocr", *packages))
    return f"install {needed} and `aftalesvar[ocr]`, or turn recognition off"


def _lines(found: dict[str, list[Any]]) -> Iterator[Recognised]:
    """The words put to lines, and lines to paragraphs, as Tesseract tells them apart."""
    columns = ("block_num", "par_num", "line_num", "level", "text")
    words = (
        (row[:3], row[4].strip())
        for row in zip(*(found[column] for column in columns), strict=True)
        if row[3] == WORD and row[4].strip()
    )
    before: tuple[Any, ...] = ()
    for place, line in groupby(words, key=lambda word: word[0]):
        text = " ".join(word for _, word in line)
        joins = place[:2] == before[:2]
        yield Recognised(literal(text), joins, first=not joins)
        before = place
