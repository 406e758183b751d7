"""Struck text is told where the question is whether or where a rule stands, after what stands."""

import re
from collections.abc import Sequence

from service.question import Question
from service.selection import OTHERS, Picked, Read, telling

WHERE = re.compile(
    r"\bgælder\b.*\b(?:stadig|fortsat|endnu)\b|\bstadig\b.*\bgælde|\bhvor\b.*\bst(?:år|od)\b"
    r"|\bafsnit \d|\bstill (?:apply|in force)|\bkræver\b.*\bstadig",
    re.IGNORECASE,
)
NEAR = 1.0  # of the logarithm of the odds, below the best piece that stands


def with_struck(question: Question, told: Sequence[Picked], read: Sequence[Read]) -> list[Picked]:
    """What is told, and the best struck section where its words fit as well as those that stand."""
    if question.deleted or not told or not WHERE.search(question.text):
        return list(told)
    struck = [each for each in read if each[0].first.ref.struck and each[1]]
    if not struck:
        return list(told)
    section, pieces = max(struck, key=lambda each: max(piece.worth for piece in each[1]))
    best = max(piece.worth for one in told for piece in one.pieces)
    if max(piece.worth for piece in pieces) < best - NEAR:
        return list(told)
    return [*told, Picked(section, telling(question, pieces, OTHERS), 0.0)]
