"""Runs in the shapes that other evaluation tools read."""

from eval.adapters.shapes import Shape, export

__all__ = ["Shape", "export"]
