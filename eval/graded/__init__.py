"""Nuggets judged by a language model, where one is set; off unless asked for."""

from eval.graded.grading import grade, told
from eval.graded.judge import Graded, graded

__all__ = ["Graded", "grade", "graded", "told"]
