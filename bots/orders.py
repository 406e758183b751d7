"""What a line asks for: an answer, or that a subject is followed."""

import re
from dataclasses import dataclass
from enum import StrEnum

HELP = frozenset({"", "?", "hjælp", "hjaelp", "help"})
LIST = frozenset({"følger", "foelger", "liste"})
# "Følg op på takster" asks what became of it; what ends with a question mark is a question.
FOLLOW = re.compile(r"(?:følg|foelg)(?! op\b)(?:\s+(?P<subject>.+))?", re.IGNORECASE | re.DOTALL)
STOP = re.compile(r"stop(?:\s+(?:med\s+)?(?P<subject>.+))?", re.IGNORECASE | re.DOTALL)
AROUND = " \t\n\r\"'„“”«»*_`.,;:!"


class Wish(StrEnum):
    """What is wanted."""

    ANSWER = "answer"
    FOLLOW = "follow"
    STOP = "stop"
    LIST = "list"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Order:
    """A wish, and the question or the subject it is about; empty where none was named."""

    wish: Wish
    text: str = ""


def order(line: str) -> Order:
    """What `line` asks for; what is no order is a question."""
    plain = line.strip()
    if plain.lower() in HELP:
        return Order(Wish.HELP)
    if plain.lower() in LIST:
        return Order(Wish.LIST)
    if not plain.endswith("?"):
        for wish, form in ((Wish.FOLLOW, FOLLOW), (Wish.STOP, STOP)):
            if found := form.fullmatch(plain):
                return Order(wish, _subject(found["subject"] or ""))
    return Order(Wish.ANSWER, plain)


def _subject(text: str) -> str:
    return " ".join(text.split()).strip(AROUND)
