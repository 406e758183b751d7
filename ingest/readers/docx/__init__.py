"""Word documents (.docx, .docm, .dotx): read from their XML, as the reader of a page sees them.

What is struck out or proposed is marked in the text; what nobody sees is left out and told.
"""

from ingest.errors import Dangerous, NoText
from ingest.extract import Extract, Options, Sheet
from ingest.readers.docx.document import WordDocument
from ingest.readers.docx.package import Package
from ingest.readers.docx.writer import Writer


def extract(data: bytes, name: str, options: Options) -> Extract:
    """The lines of a Word document; raises an `IngestError`."""
    try:
        return _written(WordDocument(Package(data, name), name), name)
    except RecursionError as error:
        raise Dangerous(f"{name}: tables or text boxes stand too deep in each other") from error


def _written(document: WordDocument, name: str) -> Extract:
    sheet, said = Sheet(paged=False), set[str]()
    writer = Writer(sheet, document.note, name)
    for where, paragraphs in document.margins():
        writer.furniture(paragraphs, where, said)
    writer.write(document.body())
    if writer.empty:
        raise NoText(f"{name}: no text that can be seen; it may be pictures of pages")
    return sheet.extract(
        paragraphs=True,
        findings=tuple(writer.findings),
        links=tuple(writer.links),
        title=document.title(),
    )
