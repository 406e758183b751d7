"""Danish sentences: a full stop after "bl.a.", "jf." or a day's number ends nothing."""

import re

ABBREVIATIONS = frozenset(
    """a.h.t adm afd afs akt alm art bek bl bl.a bla c/o ca cf cirk cit d d.d dec dir div dr dvs e.g
    eft eks ekskl el em etc evt excl f f.eks f.o.m feb ff fhv fm fx gns hhv hr i.e ibid ift ifm iht
    inc incl indkl inkl int jan jf jfr jr kap kgl kl kr kst kt lb lign m m.a.o m.fl m.h.t m.m m.v
    maks max mht mhp md mdr med mfl mia min mio ml mr mrs mv n.n nov nr nuv o.a o.lign o.s.v obs
    okt omr osv p p.a p.t pag pct pga pgf pkt pl pr pt ref reg resp s sept skr sml st stk sv t.o.m
    tab tidl tlf ugtl udg ult vedk vedr vha vol øv årg""".split()
)
# These stand last as often as not: before a capital letter they end the sentence.
CLOSING = frozenset("kr pct m.v mv m.m m.fl mfl osv o.s.v o.a o.lign lign".split())
END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“”'(]*[A-ZÆØÅ0-9§•])|\n+")
NEAR = 40  # characters; no abbreviation is longer
LAST_WORD = re.compile(r"([\w./]+?)\.?[.!?][\"”’)]*\s*$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences in `text`, in order, without the white space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in END.finditer(text):
        before = text[max(start, match.end() - NEAR) : match.end()]
        if "\n" not in match.group() and _goes_on(before, text[match.end()]):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        found.append((start + left, start + right))


def _goes_on(before: str, following: str) -> bool:
    """Whether the full stop that ends `before` belongs to its last word alone."""
    if not before.rstrip().endswith("."):
        return False
    last = LAST_WORD.search(before)
    if not last:
        return False
    word = last[1].lower()
    if word in CLOSING and following.isupper():
        return False
    return word in ABBREVIATIONS or (word.isdigit() and len(word) <= 2) or len(word) == 1
