"""What people think of answers, and how well the measures agree with them."""

from eval.marks.mark import Mark, Verdict
from eval.marks.reading import read, write

__all__ = ["Mark", "Verdict", "read", "write"]
