"""LIX, how hard a text is to read (Björnsson 1968, "Läsbarhet").

The average length of a sentence in words, and the long words of a hundred: about 25 is a
children's book, 35 a novel, 45 a newspaper, 55 an official text and more a law.
"""

import re

from eval.measures.measure import Measure, Pair
from eval.measures.statements import WRITTEN

LONG = 6  # letters that a long word has more than
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# A full stop within a date ("12. marts") or a figure ends no sentence.
SENTENCE = re.compile(r"[.!?:;](?=\s+[A-ZÆØÅ„“\"(]|\s*$)|\n")


def of(pair: Pair) -> float | None:
    """The LIX of our own words; `None` where there are none.

    Quotes are others' words: what counts is statements that cite nothing and remarks, and all
    that a language model writes. With few words one long one changes it much.
    """
    record = pair.record
    written = record.mode == WRITTEN
    ours = [said.text for said in record.said if written or not said.citations]
    return lix("\n".join((*ours, *record.notes)))


def lix(text: str) -> float | None:
    """Words by sentences, and 100 times long words by words; `None` where there are no words."""
    words = WORD.findall(text)
    sentences = sum(bool(WORD.search(part)) for part in SENTENCE.split(text))
    if not words:
        return None
    long = sum(len(word.replace("-", "")) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


LIX = Measure("LIX", "How hard our own words are to read; 45 is a newspaper.", "points", -1, of)
