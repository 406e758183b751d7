"""What a line asks for: an answer, that a subject is followed, or nothing but to be polite."""

import re
from dataclasses import dataclass
from enum import StrEnum

from service.conversation.small_words import ASKING, THIN

HELP = frozenset({"", "?", "hjælp", "hjaelp", "help"})
LIST = frozenset({"følger", "foelger", "liste"})
# "Følg op på takster" asks what became of it; what ends with a question mark is a question.
FOLLOW = re.compile(r"(?:følg|foelg)(?! op\b)(?:\s+(?P<subject>.+))?", re.IGNORECASE | re.DOTALL)
STOP = re.compile(r"stop(?:\s+(?:med\s+)?(?P<subject>.+))?", re.IGNORECASE | re.DOTALL)
# To somebody who says no more than this, a quote from the documents is no answer.
GREETING = re.compile(
    r"(?:hej+(?:sa)?|halløj(?:sa)?|hallo|god\s?(?:morgen|dag|aften)|davs|mojn|hi|hello)"
    r"(?:\s+(?:hej|med dig|igen|alle|aftalesvar))*",
    re.IGNORECASE,
)
THANKS = re.compile(r"\b(?:tak|takker|thanks|thank you|thx|okay|ok|super|perfekt)\b", re.IGNORECASE)
POLITE = frozenset(
    "hjælpen hjælp svaret svarene det mange tusind tusinde hej fint godt fedt dejligt rigtig dit "
    "super perfekt takker thx very okay ok du dig".split()
)
EMOJI = re.compile(r":[a-z0-9_+'-]+:")
AROUND = " \t\n\r\"'„“”«»*_`.,;:!"


class Wish(StrEnum):
    """What is wanted."""

    ANSWER = "answer"
    FOLLOW = "follow"
    STOP = "stop"
    LIST = "list"
    HELP = "help"
    GREET = "greet"
    THANK = "thank"


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
        if polite := _polite(plain):
            return Order(polite)
    return Order(Wish.ANSWER, plain)


def asks(text: str) -> bool:
    """Whether words between people, which do not name us, can be a question to us.

    They are not where they only say thanks or that it is so; who wants something other than an
    answer names us.
    """
    words = _words(text) if order(text).wish is Wish.ANSWER else frozenset()
    return bool(words) and ("?" in text or bool(ASKING & words) or not words <= THIN)


def _polite(plain: str) -> Wish | None:
    words = _words(plain)
    said = EMOJI.sub(" ", plain).strip().strip(AROUND)
    if GREETING.fullmatch(said):
        return Wish.GREET
    thanks = THANKS.search(said) and not ASKING & words and words <= THIN | POLITE
    return Wish.THANK if thanks else None


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", EMOJI.sub(" ", text.lower())))


def _subject(text: str) -> str:
    return " ".join(text.split()).strip(AROUND)
