"""Where two sources give the same thing another value."""

from service.conflicts.compared import Conflict, Stated, disagreeing, statements, sums

__all__ = ["Conflict", "Stated", "disagreeing", "statements", "sums"]
