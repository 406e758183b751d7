"""For sources that keep copies: harmless names, and files that are whole or not there."""

import hashlib
import os
import re
import unicodedata
from pathlib import Path

UNSAFE = re.compile(r"[^\w.,()+=&@-]+")
LONGEST = 80  # characters


def plain(text: str) -> str:
    """Letters, digits and harmless signs; nothing that begins or ends with a dot."""
    text = UNSAFE.sub("-", unicodedata.normalize("NFC", text))
    return text.strip(".-_ ")[:LONGEST].rstrip(".-_")


def digest(text: str) -> str:
    """What tells a text from others, with nothing in it but digits and small letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def write(path: Path, data: bytes) -> None:
    """All of it or nothing, also when the power goes."""
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
