"""Abbreviations that the documents themselves explain: "Den Administrative Styregruppe (DAS)".

A short form in brackets is explained by the words before it where its letters stand in them in
order, the first at the beginning of a word (Schwartz and Hearst 2003, "A simple algorithm for
identifying abbreviation definitions in biomedical text"). One that no bracket explains is that of a
name whose words begin with its letters, where the documents use both often.
"""

import re
from collections import Counter
from collections.abc import Iterable

SHORT = re.compile(
    r"\((?:(?:i det følgende|herefter|også|forkortet|kaldet|benævnt) )*[\"“”]?"
    r"([A-ZÆØÅ][\wÆØÅæøå/-]{1,9})[\"“”]?\)"
)
NAME = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ][a-zæøå]+){2,5}")
CAPITALS = re.compile(r"\b[A-ZÆØÅ]{3,6}\b")
TRAILING = re.compile(r"(?: (?:er|var|som|også|eller|og|i|på))+$")
OFTEN = 3  # times a name and its capitals are used
BOUNDARY = re.compile(r"[.!?:;•()\n]")
WORD = re.compile(r"[\w-]+")
SPARE = 5  # words a long form may have more than its short form has letters


def abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Short forms with the long form that explains them most often."""
    explained: dict[str, Counter[str]] = {}
    names: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for text in texts:
        names.update(NAME.findall(text))
        capitals.update(CAPITALS.findall(text))
        for match in SHORT.finditer(text):
            before = BOUNDARY.split(text[: match.start()])[-1].strip()
            if sum(letter.isupper() for letter in match[1]) > 1 and (
                long := long_form(match[1], before)
            ):
                explained.setdefault(match[1], Counter())[long] += 1
    spelled: dict[str, Counter[str]] = {}
    for name, times in names.items():
        short = "".join(word[0] for word in name.split())
        if times >= OFTEN <= capitals[short]:
            spelled.setdefault(short, Counter())[name] = times
    return {
        short: longs.most_common(1)[0][0] for short, longs in sorted((spelled | explained).items())
    }


def long_form(short: str, before: str) -> str | None:
    """The last words of `before` that `short` abbreviates; `None` where they do not."""
    words = list(WORD.finditer(before))[-min(len(short) + SPARE, 2 * len(short)) :]
    if not words:
        return None
    begin = words[0].start()
    place = len(before)
    letters = [letter for letter in short.lower() if letter.isalnum()]
    for number, letter in reversed(list(enumerate(letters))):
        place -= 1
        while place >= begin and not _stands(before, place, letter, first=number == 0):
            place -= 1
        if place < begin:
            return None
    long = TRAILING.sub("", before[place:])
    return long if len(long) > len(short) and short not in WORD.findall(long) else None


def _stands(text: str, place: int, letter: str, *, first: bool) -> bool:
    if text[place].lower() != letter:
        return False
    return not first or place == 0 or not text[place - 1].isalnum()
