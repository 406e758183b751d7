"""Readings are kept by content, whoever else keeps the same at that moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.parsed import Parsed
from ingest.extract import Options
from ingest.read import read_bytes


def test_files_with_the_same_content_are_kept_at_the_same_time(tmp_path: Path) -> None:
    parsed = Parsed(tmp_path, Options())
    document = read_bytes("Kommunen køber en zeppeliner.".encode(), "notat.txt")
    key = parsed.key(document.sha256, "notat.txt")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: parsed.put(key, document), range(50)))

    assert parsed.get(key) == document
    assert [path.name for path in tmp_path.iterdir()] == [key]


def test_what_is_not_used_any_more_is_dropped_finished_or_not(tmp_path: Path) -> None:
    for name in ("used", "older", "used.1", "used.1.new"):
        (tmp_path / name).touch()

    Parsed(tmp_path, Options()).prune({"used"})

    assert [path.name for path in tmp_path.iterdir()] == ["used"]
