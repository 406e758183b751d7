"""Sets of questions with their reference answers."""

from eval.sets.item import Item, Reference

__all__ = ["Item", "Reference"]
