"""The files that documents were read from, as they are handed out."""

from pathlib import PurePath

import index
from service.archive.records import Original

# A browser must never show a file of the collection as a page of ours, so no format that it could
# run has its own type.
PLAIN = "application/octet-stream"
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".doc": "application/msword",
}


def original(found: index.Original) -> Original:
    """The file with its type."""
    suffix = PurePath(found.name).suffix.lower()
    return Original(found.name, MEDIA_TYPES.get(suffix, PLAIN), found.data)
