"""What a question for a figure measures, and whether a text gives a figure of that.

"Hvor mange ansatte" is answered by a figure of people employed, not by any figure.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from index import is_english, words
from service.mentions import PARAGRAPH, YEAR

COUNT = re.compile(
    r"\b(?:hvor mange|antal(?:let)?(?: af)?|how many)\b(?: af)?(?: de| the)?((?: [\w-]+){1,4})",
    re.IGNORECASE,
)
OUTRIGHT = re.compile(
    r"\bhvor (?:mange|meget|stor[et]?)\b(?! af\b)|\bantallet?\b|\bprocent|\bpct\b"
    r"|\bhow (?:many|much)\b|\bhvad (?:koster?|kostede|betaler|betalte)\b|\bwhat does .* cost\b"
    r"|\bhvad (?:er|var|bliver)\b.{0,40}?(?:takst|pris|sats|beløb|budget|underskud|overskud"
    r"|merforbrug|belægning)"
    # Without a verb: "Birkegårdens døgntakst i 2025?"
    r"|^(?!hv|wh|how|did|was|is\b|are|does|blev|var|får|tog|\w+(?:[td]e|es)\b)[^,.:;]{0,80}"
    r"(?:takst|pris|sats|beløb|budget|underskud"
    r"|overskud|merforbrug|belægning|finansiering)\w*[^,.:;]{0,50}\?$",
    re.IGNORECASE,
)
# A yes or no, a rule or an explanation of a figure is no figure.
FIRST_ASKS_ELSE = re.compile(
    r"^(?:er|kan|skal|må|har|blev|gælder|kræver|hvorfor|hvordan|hvem)\b|[.:–] (?:er|kan|skal|må)\b",
    re.IGNORECASE,
)
MONEY_ASKED = re.compile(
    r"\bkost|\bpenge|\bmoney|\bbetal|\bpris|\w*takst|\bbeløb|\w*budget|\bkroner\b|\bkr\b|\bdøgnpris|\bsats"
    r"|\w*finansiering|\bcosts?\b|\bpay|\brates?\b|\bprice",
    re.IGNORECASE,
)
MONEY_ITSELF = re.compile(r"\b(?:penge|kroner|kr|mio|money)\b", re.IGNORECASE)
SHARE_ASKED = re.compile(r"procent|\bpct\b|\bhvor stor (?:en )?andel|\bpercent", re.IGNORECASE)
MONEY = re.compile(
    r"\bkr\b|\bkroner\b|\bmio\b|\bmia\b|\bmillion|\bt\.kr|\d{1,3}(?:\.\d{3})+", re.IGNORECASE
)
SHARE = re.compile(r"%|\bpct\b|procent", re.IGNORECASE)
NUMBER_WORDS = (
    "én ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten"
    " atten nitten tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede ingen"
    " halvdelen halvdel dobbelt"
).split()
FIGURE = re.compile(rf"(?<![\w.,])\d[\d.,]*|\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
# A figure of the one is none of the other, however near they stand.
CALLED = (("underskud", "merforbrug"), ("overskud", "mindreforbrug"), ("belægning", "belagt"))
BEFORE_NOUN = frozenset("af andre de flere nye".split())
REACH = 4  # words from a figure to what it counts
FEWEST = 4  # letters of a word that may be a compound's part


class Of(StrEnum):
    """What sort of figure it is."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured.

    `nouns` are the stems of what is counted, where the question says it, `own` its own figures,
    `called` the words one of which must stand with the figure.
    """

    of: Of
    nouns: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()
    called: tuple[str, ...] = ()

    def given(self, text: str, around: str) -> bool:
        """Whether `text`, under the headings `around`, gives such a figure."""
        plain = PARAGRAPH.sub(" ", text)
        figures = [f for f in FIGURE.finditer(plain) if self._counts(f[0])]
        said = f"{text} {around}".lower()
        if not figures or (self.called and not any(word in said for word in self.called)):
            return False
        if self.of is Of.MONEY:
            return bool(MONEY.search(f"{text} {around}") or SHARE.search(text))
        if self.of is Of.SHARE:
            return bool(SHARE.search(f"{text} {around}"))
        if not self.nouns:
            return True
        return self._named(around) or any(self._counted(plain, figure) for figure in figures)

    def _counts(self, figure: str) -> bool:
        bare = figure.rstrip(".,")
        return bare not in self.own and not YEAR.fullmatch(bare)

    def _counted(self, text: str, figure: re.Match[str]) -> bool:
        after = WORD.findall(text[figure.end() :])[:REACH]
        before = WORD.findall(text[: figure.start()])[-REACH:]
        return self._named(" ".join((*before, *after)))

    def _named(self, text: str) -> bool:
        said = words(text)
        return any(
            noun == word or (len(noun) >= FEWEST and noun in word)
            for noun in self.nouns
            for word in said
        )


def measure(question: str) -> Measure | None:
    """What a question measures; `None` where it does not outright ask for a figure."""
    if not OUTRIGHT.search(question) or FIRST_ASKS_ELSE.search(question):
        return None
    own = frozenset(f[0].rstrip(".,") for f in FIGURE.finditer(question))
    called = next((names for names in CALLED if any(n in question.lower() for n in names)), ())
    if SHARE_ASKED.search(question):
        return Measure(Of.SHARE, own=own, called=called)
    counted = COUNT.search(question)
    if counted and not MONEY_ITSELF.search(counted[1]):
        return Measure(Of.COUNT, () if is_english(question) else tuple(_nouns(counted[1])), own)
    of = Of.MONEY if MONEY_ASKED.search(question) else Of.ANY
    return Measure(of, own=own, called=called)


def _nouns(following: str) -> list[str]:
    """The stems of what is counted: up to two words, before the first that tells nothing."""
    found: list[str] = []
    for word in following.split():
        stems = words(word)
        if not stems and word not in BEFORE_NOUN:
            break
        found += stems
    return found[:2]
