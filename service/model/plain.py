"""Plain text: letters, figures and a writer's signs, and nothing that is a link or an address.

Questions and exclamations are no statements that a source could bear.
"""

import re
import unicodedata

SIGNS = frozenset(" .,;:()/%§&+-–—'\"„“”»«’‘·•°½=€")
LINK = re.compile(
    r"\w+:/|\bwww\b|//|\b(?:javascript|data|vbscript|mailto|file|tel|sms|ftp|blob|about) ?:"
    r"|\b(?!pct\.point)[a-z0-9-]{3,}\.[a-z]{2,24}\b|\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b"
    r"|&#?\w+;|%[0-9a-f]{2}",
    re.IGNORECASE,
)
LONGEST_WORD = 45  # letters; longer ones are keys or hidden messages
LONGEST = 500  # characters of a sentence


def is_plain(text: str) -> bool:
    """Whether a reader sees all of it and nothing of it can be followed."""
    if len(text) > LONGEST or LINK.search(text):
        return False
    if any(len(word) > LONGEST_WORD for word in text.split()):
        return False
    return all(c in SIGNS or _is_ours(c) for c in text)


def _is_ours(c: str) -> bool:
    """A letter of the Latin alphabet or one of our ten figures."""
    if c.isascii():
        return c.isalnum()
    return c.isalpha() and unicodedata.name(c, "").startswith("LATIN")
