"""Files that only the service's own user may read."""

from pathlib import Path

from sqlalchemy import URL, Engine, NullPool, create_engine

FOLDER, FILE = 0o700, 0o600


def private(path: Path) -> None:
    """Make `path` an empty file where there is none, closed to others; raises `OSError`.

    What SQLite puts beside a file gets the file's own mode.
    """
    path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    path.parent.chmod(FOLDER)
    path.touch(FILE)
    path.chmod(FILE)


def asked_each_time(path: Path) -> Engine:
    """SQLite with a connection for each question, to a file that must be there when it is asked.

    A file restored in the other's place counts from then on.
    """
    address = URL.create(
        "sqlite",
        database=path.absolute().as_uri(),
        query={"mode": "rw", "uri": "true"},
    )
    return create_engine(address, poolclass=NullPool, hide_parameters=True)
