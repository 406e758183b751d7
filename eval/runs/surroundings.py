"""Where a run was made: the machine in words, the versions, and the code that answered."""

import hashlib
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import service

# What rankings and answers depend on, and what measures them.
LIBRARIES = ("aftalesvar", "numpy", "pystemmer", "qdrant-edge-py", "rapidfuzz", "ir-measures")
CODE = ("ingest", "index", "service")
READ = (".py", ".txt", ".tsv", ".npz")  # code, words, and the model of meaning


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def machine() -> str:
    """The machine in words, such as "2 of 4 cores, 23 GiB of memory, Linux x86_64"."""
    usable, every = cores(), os.cpu_count()
    of = f"{usable} cores" if usable == every else f"{usable} of {every} cores"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{of}, {memory:.0f} GiB of memory, {platform.system()} {platform.machine()}"


def versions() -> dict[str, str]:
    """Of Python, the product and the libraries; those that are not installed are left out."""
    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # from a checkout, or without the extra
            continue
    return found


def code() -> str:
    """A fingerprint of all that reads, searches and answers here."""
    root = Path(service.__file__).parent.parent
    made = hashlib.sha256()
    for floor in CODE:
        files = (path for path in (root / floor).rglob("*") if path.suffix in READ)
        for path in sorted(files):
            made.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:16]
