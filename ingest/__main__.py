"""`python -m ingest FILE...` prints each document as it was read."""

import argparse
import signal
import sys
from pathlib import Path

from ingest.errors import IngestError
from ingest.outline import printed
from ingest.read import read


def main(arguments: list[str] | None = None) -> int:
    """Print the files' outlines; 1 if one of them could not be read."""
    parser = argparse.ArgumentParser(
        prog="python -m ingest", description="Print documents as they are read."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--full", action="store_true", help="whole paragraphs")
    options = parser.parse_args(arguments)
    failed = 0
    for path in options.files:
        try:
            print("\n".join(printed(read(path), full=options.full)))
        except IngestError as error:
            print(f"error: {error}", file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly where a reader such as `head` does
    sys.exit(main())
