"""Where a text has a question's words: for showing a reader why it was found."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from index import Filters, Snapshot

WORD = re.compile(r"§{1,2} ?\d+(?: ?[a-h]\b)?|\d+(?:[.,/:-]\d+)+|\w+", re.IGNORECASE)
# Of a word's weight. Words that the question was taken to mean reach it; parts of its compounds
# and concepts do not: what is marked should be seen to be what was asked for.
SURE = 0.7

Ranges: TypeAlias = tuple[tuple[int, int], ...]


def met(state: Snapshot, question: str, among: Iterable[str], filters: Filters) -> list[Ranges]:
    """For each text the ranges of the question's words, in other forms and inside compounds too.

    Words with one space between them are one range.
    """
    weights = state.asked(question, filters).words
    sought = {word for word, weight in weights.items() if weight >= SURE}
    analyzer = state.subject(question, filters.visibility, english=False).analyzer

    def ranges(text: str) -> Ranges:
        found: list[tuple[int, int]] = []
        for word in WORD.finditer(text):
            if sought.isdisjoint(analyzer.words(word.group())):
                continue
            start, end = word.span()
            if found and text[found[-1][1] : start] == " ":
                start = found.pop()[0]
            found.append((start, end))
        return tuple(found)

    return [ranges(text) for text in among]
