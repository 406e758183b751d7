"""What bots must know again after a restart."""

from bots.memory.file import MemoryUnusable
from bots.memory.store import FileMemory

__all__ = ["FileMemory", "MemoryUnusable"]
