"""Files that only the service's own user may read."""

from pathlib import Path

FOLDER, FILE = 0o700, 0o600


def private(path: Path) -> None:
    """Make `path` an empty file where there is none, closed to others; raises `OSError`.

    What SQLite puts beside a file gets the file's own mode.
    """
    path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    path.parent.chmod(FOLDER)
    path.touch(FILE)
    path.chmod(FILE)
