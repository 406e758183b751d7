"""PDF files: lines in reading order, with headings, tables, strikes, and nothing that is hidden."""

from ingest.readers.pdf.reader import extract

__all__ = ["extract"]
