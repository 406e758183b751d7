"""The separate questions in one text; what leans on another stays with it."""

import re

from service.conversation.leaning import PREPOSITION, asks_of_case, asks_what_belongs, leans, led
from service.conversation.small_words import ASKING, HELPING

MOST_QUESTIONS = 5  # more are more than one answer can hold
QUOTED = re.compile(r"[\"“”„»«][^\"“”„»«]*[\"“”„»«]|\([^()]*\)")
PIECE = re.compile(r"[^?]*\?+[\"”]?|[^?]+\Z")
STATEMENT = re.compile(
    r"[^.!:?]{4,}[.!:](?=\s)(?<!\b\w\.)(?<!\d\.)(?<!nr\.)(?<!pr\.)(?<!pct\.)(?<!kl\.)"
)
OPENING = re.compile(
    r"\A(?:(?:hej,? )?(?:kan|vil) (?:i|du|nogen) (?:godt )?hjælpe(?: mig| os)?\?\s*"
    r"|(?:hej|goddag|kære|hello|hi)\b[^.?!:,]{0,30}[,.!:]+\s*"
    r"|(?:jeg|vi|i) (?:har|vil gerne|have)\b[^.?!:]{0,50}\b(?:spørgsmål|spørge|vide|questions)\b"
    r"[^.?!:]{0,20}[:.]\s*)+",
    re.I,
)
CLOSING = re.compile(
    r"(?:på forhånd )?(?:mange )?(?:tak|thanks|thank you|vh|hilsen)\b.{0,40}", re.I
)
BEGINNING = re.compile(
    rf"(?:{PREPOSITION} )?(?:{'|'.join(sorted(ASKING - {'hvis'}))})\b"
    rf"|(?:{'|'.join(sorted(HELPING))})\b",
    re.I,
)
VERB = re.compile(r"[a-zæøå]{2,}(?:er|es|de|te|følger|findes)\b (?!eller\b|or\b)", re.I)
LISTED = re.compile(r"\A(?:\d{1,2}[.)]|[-•*–])\s+")


def separate(text: str) -> tuple[str, ...]:
    """The questions in `text` that each can be asked alone, in order; one that cannot be divided
    is the whole text.
    """
    lines = [LISTED.sub("", line.strip()) for line in text.splitlines() if line.strip()]
    whole = " ".join(text.split())
    pieces = lines if len(lines) > 1 and all(map(_asks, lines)) else _pieces(" ".join(lines))
    if len(pieces) < 2 or not all(map(_asks, pieces)):
        return (whole,) if whole else ()
    parts: list[str] = []
    for piece in pieces:
        if parts and _leans(piece):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return tuple(parts) if len(parts) > 1 else (whole,)


def _pieces(text: str) -> list[str]:
    """The text cut after each question mark outside quotes and brackets, without courtesies."""
    plain = OPENING.sub("", text, count=1)
    hidden = QUOTED.sub(lambda match: "_" * len(match[0]), plain)
    pieces = [plain[m.start() : m.end()].strip() for m in PIECE.finditer(hidden)]
    pieces = [LISTED.sub("", piece) for piece in pieces if piece]
    if len(pieces) > 1 and CLOSING.fullmatch(pieces[-1]):
        pieces.pop()
    return pieces


def _asks(piece: str) -> bool:
    """Whether it is a question and nothing else: no background before it."""
    rest = led(piece)[0]
    return not STATEMENT.search(rest) and (piece.endswith("?") or bool(BEGINNING.match(rest)))


def _leans(piece: str) -> bool:
    """Whether it needs the one before; what no question begins with is the rest of one."""
    rest, joined = led(piece)
    if joined or not (BEGINNING.match(rest) or VERB.match(rest)):
        return True
    return leans(rest) or asks_what_belongs(rest) or asks_of_case(rest)
