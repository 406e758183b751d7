"""Comparing titles: the same thing is written in capitals, shortened, broken and misspelt."""

import re

from ingest.terms import SECTIONS, UNMISTAKABLE

WORD = re.compile(r"[a-zæøåéü]+|\d+", re.IGNORECASE)
VERSION = re.compile(r"\b\d+\.\d+(?:\.\d+)*\b|\budkast\b|\b[a-zæøå]{2,4}\b", re.IGNORECASE)
RUN_IN = re.compile(r"\s*(?P<label>[A-ZÆØÅ][^\W\d]{4,20}) ?:\s+(?=\S)")
LABEL_SUFFIX = re.compile(r"\s+[–-]\s+\S.*$")
SMALL = frozenset(
    "og i om for fra til med vedr vedrørende af på den det de en et som der ved under samt".split()
)


def section_label(text: str) -> str | None:
    """The standard section heading a line stands for; `None` where it is none."""
    folded = text.strip().rstrip(":").rstrip().casefold()
    return SECTIONS.get(folded) or (
        SECTIONS.get(LABEL_SUFFIX.sub("", folded)) if len(folded) < 60 else None
    )


def run_in(text: str) -> tuple[str, int] | None:
    """The standard section heading a line begins with, and where the text after it begins.

    "Beslutning: Godkendt." is a heading and its text on one line.
    """
    found = RUN_IN.match(text)
    label = SECTIONS.get(found["label"].casefold(), "") if found else ""
    return (label, found.end()) if found and label in UNMISTAKABLE else None


def words(title: str) -> list[str]:
    """The words that carry a title's meaning, folded; draft numbers and small words left out."""
    joined = re.sub(r"(?<=\w)-\s*(?=[a-zæøå])", "", title)
    return [w for w in WORD.findall(VERSION.sub(" ", joined).casefold()) if w not in SMALL]


def same_word(one: str, other: str) -> bool:
    """Equal, or the same beginning of at least six letters (centrale, central; guide, guiden)."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.startswith(short[: max(5, len(short) - 2)])


def overlap(one: str, other: str) -> float:
    """The share of the shorter title's words that the other title has too, 0 to 1."""
    first, second = words(one), words(other)
    short, long = sorted((first, second), key=len)
    if not short:
        return float(one.casefold().split() == other.casefold().split())
    return sum(any(same_word(w, x) for x in long) for w in short) / len(short)


def distinctive(title: str) -> list[str]:
    """The title's long words, which hardly occur by chance."""
    return [word for word in words(title) if len(word) >= 6]


def alike(one: str, other: str) -> bool:
    """Whether two titles name the same thing."""
    return overlap(one, other) >= 0.6
