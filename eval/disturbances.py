"""How people write other than the documents do: a typo, a compound in two words, ae for æ."""

import random
import re
from collections.abc import Collection

WORD = re.compile(r"[^\W\d_]+")
PART = 4  # letters of a compound's part
JOINTS = ("", "s", "e")
ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def typo(text: str, chance: random.Random) -> str:
    """`text` with one slip of the fingers in its longest word; its first letter stays right."""
    longest = max(WORD.finditer(text), key=lambda found: len(found.group()), default=None)
    if longest is None or len(longest.group()) < PART:
        return text
    return text[: longest.start()] + _slip(longest.group(), chance) + text[longest.end() :]


def _slip(word: str, chance: random.Random) -> str:
    """Two letters change places, or one is left out, doubled or another."""
    at = chance.randrange(1, len(word) - 1)
    here, after = word[at], word[at + 1]
    other = chance.choice([letter for letter in "aeinrst" if letter != here])
    # Two equal letters cannot be told to have changed places; one of them is left out instead.
    swapped = after + here if here != after else after
    slip = chance.choice([swapped, after, here * 2 + after, other + after])
    return word[:at] + slip + word[at + 2 :]


def apart(text: str, known: Collection[str]) -> str:
    """`text` with each compound in two words where both are `known`, a joining s or e kept."""
    return WORD.sub(lambda found: _two(found.group(), known), text)


def _two(word: str, known: Collection[str]) -> str:
    lower = word.lower()
    for cut in range(PART, len(word) - PART + 1):
        if lower[cut:] in known and any(_is_head(lower[:cut], joint, known) for joint in JOINTS):
            return f"{word[:cut]} {word[cut:]}"
    return word


def _is_head(piece: str, joint: str, known: Collection[str]) -> bool:
    head = piece.removesuffix(joint) if joint else piece
    return piece.endswith(joint) and len(head) >= PART and head in known


def plain_letters(text: str) -> str:
    """`text` as on a keyboard without Danish letters."""
    return text.translate(ASCII)
