"""Sets of questions with their reference answers."""

from eval.sets.item import Item, Reference
from eval.sets.reading import read

__all__ = ["Item", "Reference", "read"]
