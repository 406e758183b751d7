"""Reading files so that none of them can harm the program that asks for it.

`Reader` ──▶ `Helper` ──▶ `python -m ingest.contained.worker` ──▶ one child for each file
"""

from ingest.contained.limits import Limits
from ingest.contained.reader import NotStarted, Reader

__all__ = ["Limits", "NotStarted", "Reader"]
