"""Nugget recall: the share of the facts a right answer has that the answer says.

Nuggets are those of the TREC question answering track (Voorhees 2003), told from the answer by
words and figures alone: offline, the same at every call, and deaf to paraphrase. A nugget that
stands in a long quote counts, whatever else the quote says; so an answer is read no further than
its first 1,500 characters.
"""

import re

from eval.measures.measure import Measure, Pair
from eval.measures.quotes import words

READ = 1500  # characters of an answer
SAID = 0.7  # share of the nugget's words
PART = 5  # letters that a word has more than, to be looked for inside compounds
STEM = 4  # letters that an ending leaves at least
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
ENDINGS = "ernes erne enes eres ene ens ers ets ede er en et es e s".split()
SMALL = frozenset(
    "og i at det er en et den til på de af for med der som har om ikke var ved fra skal kan vil "
    "blev ift vedr mv samt the of to and in a is was".split()
)


def of(pair: Pair) -> float | None:
    """`None` where the documents do not answer, or no nuggets were written."""
    item, answer = pair.item, pair.record.answer[:READ]
    if not item.answerable or not item.nuggets:
        return None
    return sum(says(answer, nugget) for nugget in item.nuggets) / len(item.nuggets)


def says(answer: str, nugget: str) -> bool:
    """Whether `answer` has all figures of `nugget` and most of its words, endings aside."""
    if not _figures(nugget) <= _figures(answer):
        return False
    wanted = [_stem(word) for word in words(nugget) if word not in SMALL and not word.isdigit()]
    said = {_stem(word) for word in words(answer)}
    return not wanted or sum(_among(word, said) for word in wanted) / len(wanted) >= SAID


def _figures(text: str) -> set[str]:
    return {figure.replace(".", "").replace(",", "") for figure in FIGURE.findall(text)}


def _stem(word: str) -> str:
    """The word without the first of the endings that leaves enough of it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word


def _among(word: str, said: set[str]) -> bool:
    return word in said or (len(word) > PART and any(word in other for other in said))


NUGGETS = Measure(
    "nuggets",
    "Share of the facts of a right answer that the answer's first 1,500 characters say.",
    "share",
    1,
    of,
)
