"""What belongs together in a sentence of the source belongs together in the model's.

Words, names and figures that all stand there can still say another thing: "højere belægning" of
"lavere belægning og højere udgifter", "til 1. april" of "fra 1. april".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.tokens import SMALL, stem, tokens
from service.model.figures import YEAR, value
from service.model.numerals import in_figures
from service.model.wording import NEGATION, NEUTRAL

PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*|[,;:()]")
ARTICLES = frozenset("den det de en et d the a an".split())
# "i Engholm" may be told as "på" or "for Engholm"; these may not be told otherwise.
DIRECTED = frozenset(
    "af fra til med mod imod over under før inden efter uden siden mellem per".split()
)
SITUATED = frozenset("i på for om hos ved".split())
SUBJECT = 5  # words of a subject that stands behind its verb, and one
LEADING = re.compile(r"(?:I|På|Ved|Ifølge|Efter|Den|Fra|For|Desuden|Derudover|Her|Samlet)\b")
PASSIVE = re.compile(r"\b(?:blev|bliver|blevet|blive|er|var|[^\W\d_]{3,}es)\b")
COMPARED = re.compile(
    r"(?:\w{3,}ere|flest|færrest|øge\w*|faldende|stigende|ekstra|ny(?:e|t)?|sen(?:e|t)?|dårlig\w*"
    r"|god(?:e|t)?|stor(?:e|t)?|små|lille|lav(?:e|t)?|høj(?:e|t)?|mange|få|mere|mindre)$"
)


@dataclass(frozen=True, slots=True)
class Bond:
    """A word or figure, the preposition that leads to it, and the words on both sides."""

    term: str
    by: str
    before: str
    following: str


def torn(text: str, best: str) -> bool:
    """Whether a word stands with another preposition or quality than in the source's sentence."""
    source = list(_bonds(best))
    for bond in _bonds(text):
        same = [other for other in source if other.term == bond.term]
        if same and not any(_alike(bond, other) for other in same):
            return True
    return False


def reordered(text: str, best: str) -> bool:
    """Whether words or figures come in another order: who acts, and "from 5 to 3", is told by it.

    A passive sentence may turn an active one round, but who acts there does not begin it.
    """
    said, source = [b.term for b in _bonds(text)], [b.term for b in _bonds(best)]
    if not _in_order([t for t in said if _is_figure(t)], source):
        return True
    words = [term for term in said if _is_word(term) and term in source]
    if PASSIVE.search(text) and not PASSIVE.search(best):
        return words[:1] == [term for term in source if _is_word(term)][:1]
    return not any(_in_order(each, source) for each in _inverted(words, text))


def _inverted(words: list[str], text: str) -> Iterator[list[str]]:
    """The words as they stand, and without the inversion that a first "I 2022" brings about."""
    yield words
    if LEADING.match(text):
        for at in range(len(words) - 1):
            rest = words[:at] + words[at + 1 :]
            yield from ([*rest[:to], words[at], *rest[to:]] for to in range(at + 1, at + SUBJECT))


def _in_order(said: Sequence[str], source: Sequence[str]) -> bool:
    told = iter(source)
    return all(term in told for term in said if term in source)


def _is_word(term: str) -> bool:
    return not term[0].isdigit() and term not in SMALL


def _alike(claim: Bond, source: Bond) -> bool:
    if claim.by != source.by:
        free = {claim.by, source.by} <= SITUATED
        # "et underskud på 1,9 mio." may be told as "underskuddet var 1,9 mio.", for figures only.
        if not free and not (_is_figure(claim.term) and {claim.by, source.by} <= SITUATED | {""}):
            return False
    if NEGATION.fullmatch(claim.term):
        return bool({claim.before, claim.following} & {source.before, source.following})
    compared = bool(COMPARED.match(claim.term)) and bool(source.following)
    return not compared or claim.following == source.following


def _is_figure(term: str) -> bool:
    return term[0].isdigit() and not YEAR.fullmatch(term)


def _bonds(text: str) -> Iterator[Bond]:
    written = PIECE.findall(in_figures(text, english=False))
    pieces = [piece.lower() for piece in written]
    led = ""
    for at, piece in enumerate(pieces):
        if piece in ARTICLES | DIRECTED | SITUATED | NEUTRAL or not piece[0].isalnum():
            led = led if piece in ARTICLES else ""
            continue
        before = [word for word in pieces[max(0, at - 3) : at] if word not in ARTICLES]
        by = before[-1] if before and before[-1] in DIRECTED | SITUATED else ""
        # In "om botilbuddet Kystvejen" the name has the preposition of the noun it belongs to.
        if not by and written[at][0].isupper() and not written[at - 1][0].isupper():
            by = led
        led = by
        following = _term(pieces[at + 1]) if at + 1 < len(pieces) else ""
        yield Bond(_term(piece), by, _term(pieces[at - 1]) if at else "", following)


def _term(piece: str) -> str:
    if piece[0].isdigit():
        return value(piece, english=False)
    return stem("".join(tokens(piece))) or piece
