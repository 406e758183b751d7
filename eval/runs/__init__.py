"""Runs: every question of a set asked, and all that came back kept."""

from eval.runs.record import Cited, Passage, Record, Said

__all__ = ["Cited", "Passage", "Record", "Said"]
