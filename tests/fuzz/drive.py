"""Runs a target under atheris and goes on after a failure, of which the first of each kind is kept.

A file that raises anything but `IngestError`, or takes more processor time than it may, is one.
"""

import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import atheris

with atheris.instrument_imports(include=["ingest"]):
    from ingest.errors import IngestError
    from ingest.extract import Extract, Options
    from ingest.formats import extracted
    from ingest.read import read_bytes
    from tests.ingest.test_properties import assert_places_lead_back

FOUND = Path(tempfile.gettempdir(), "aftalesvar-fuzz")
SLOW = 4e-5  # seconds for each byte, four times what text takes where coverage is measured
PATIENCE = 0.5  # seconds that a short file may take


@dataclass(frozen=True, slots=True)
class Target:
    """How the fuzzer's bytes become a file, and what is checked of it."""

    build: Callable[[bytes], bytes]
    check: Callable[[bytes], None]


def run(targets: dict[str, Target]) -> None:
    """Fuzz the target named by the first argument; the others are libFuzzer's."""
    name = sys.argv.pop(1)
    target, kinds = targets[name], set[str]()
    FOUND.mkdir(exist_ok=True)

    def once(data: bytes) -> None:
        file = target.build(data)
        if (kind := _failure(target.check, file)) and kind not in kinds:
            kinds.add(kind)
            Path(FOUND, f"{name}-{len(kinds)}").write_bytes(file)
            print(f"FOUND {name}-{len(kinds)}: {kind}", flush=True)

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


def _failure(check: Callable[[bytes], None], file: bytes) -> str | None:
    """What went wrong and where, the same words for the same fault."""
    started = process_time()
    try:
        check(file)
    except IngestError:
        return None
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        last = ([one for one in frames if "/ingest/" in one.filename] or list(frames))[-1]
        what = str(error) if isinstance(error, AssertionError) else ""
        return f"{type(error).__name__} {what:.60} at {Path(last.filename).name}:{last.lineno}"
    seconds = process_time() - started
    return f"{seconds:.0f} seconds" if seconds > max(PATIENCE, SLOW * len(file)) else None


def reading(name: str) -> Callable[[bytes], None]:
    """Read a file of this name and check what is made of it."""

    def read(file: bytes) -> None:
        check(extracted(file, name, Options()))
        document = read_bytes(file, name)
        parts = (part for one in (document, *document.documents) for part in one.walk())
        blocks = [block for part in parts for block in (part.head, *part.blocks) if block]
        assert_places_lead_back(document, blocks)

    return read


def check(made: Extract) -> None:
    """Lines, links and findings stand where they say, and no mark is left open in a line."""
    end = 0
    for line in made.lines:
        here = made.text[line.start : line.start + len(line.text)].replace("\f", " ")
        assert here == line.text, "a line is not at its place"
        assert line.start >= end, "lines overlap"
        end = line.start + len(line.text)
        if made.paragraphs is not None:
            assert line.text.count("~~") % 2 == 0, "a strike without an end"
            assert line.text.count("{++") == line.text.count("++}"), "an insertion without an end"
    for link in made.links:
        assert 0 <= link.start < link.end <= len(made.text), "a link outside of the text"
        assert "\n" not in made.text[link.start : link.end], "a link over a line's end"
    assert all(1 <= one.line <= max(1, len(made.lines)) for one in made.findings), "no such line"
