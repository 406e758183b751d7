"""Quotes: what stands between quotation marks stands so in a source."""

import re
from collections.abc import Sequence

PAIRS = (("„", "“”"), ("“", "”"), ("”", "”"), ("»", "«"), ("«", "»"), ('"', '"'), ("‘", "’"))
ENDS = " .,;:!?"
SIGNS = re.compile('[„“”»«"‘]')


def are_verbatim(text: str, sources: Sequence[str]) -> bool:
    """Whether every quote of `text` stands in one of `sources`, white space apart."""
    flat = [" ".join(source.split()) for source in sources]
    quotes, rest = quoted(text)
    if SIGNS.search(rest):
        return False
    return all(quote and any(_holds(source, quote) for source in flat) for quote in quotes)


def quoted(text: str) -> tuple[list[str], str]:
    """The quotes of `text`, and `text` without them."""
    found: list[str] = []
    rest = ""
    while match := SIGNS.search(text):
        closing = next((shut for sign, shut in PAIRS if sign == match[0]), "")
        end = re.search(f"[{closing}]", text[match.end() :]) if closing else None
        if not end:
            break
        found.append(" ".join(text[match.end() : match.end() + end.start()].split()).strip(ENDS))
        rest += text[: match.start()] + " "
        text = text[match.end() + end.end() :]
    return found, rest + text


def _holds(source: str, quote: str) -> bool:
    """Whole words only: a quote that cuts "ikke-" off its word is another word."""
    return bool(re.search(rf"(?<![\w-]){re.escape(quote)}(?![\w-])", source))
