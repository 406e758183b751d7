"""Text files, such as what converters made of a PDF: the text is what it is."""

from ingest.decode import decode
from ingest.extract import Extract, Options
from ingest.lines import split


def extract(data: bytes, name: str, options: Options) -> Extract:
    """The lines of a text; raises `WrongType` or `NotText`."""
    text = decode(data, name)
    return Extract(text, tuple(split(text)))
