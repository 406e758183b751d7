"""What tells a model's folder from another, without reading gigabytes."""

import hashlib
import os
from pathlib import Path

ENDS = 64 * 1024  # bytes; weights that were trained on differ everywhere


def fingerprint(folder: Path) -> str:
    """Changes with the names, sizes, beginnings and ends of the files in `folder`."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder)}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(ENDS))
            file.seek(max(0, size - ENDS), os.SEEK_SET)
            digest.update(file.read(ENDS))
    return digest.hexdigest()[:12]
