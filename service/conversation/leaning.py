"""Whether a question can be read alone, or leans on what was said before it."""

import re
from collections.abc import Sequence

from service.conversation.small_words import THIN

WORD = re.compile(r"§{1,2} ?\d+\w?|\d+(?:[.,/-]\d+)*|[^\W\d_]+(?:[-'’][^\W_]+)*|,")
NAME = re.compile(r"(?<=[\s(/])[A-ZÆØÅ]\w+")

LEAD = re.compile(
    r"\A\s*(?:(?:og|and|men|but|so|så|nå|jamen|ok|okay|ja|nej|no|yes|samt|also)\b[ ,]+)+", re.I
)
CONDITION = re.compile(r"(?:(?:hvad|what)(?: så)? )?(?:hvis|if|selv om|selvom|even if)\b", re.I)
PREPOSITION = r"(?:i|på|til|fra|for|af|ved|med|hos|om|over|under|efter|in|at|by|from|to|with)"
# A question word that waits for the rest: "hvor mange pladser?", "til hvem?", "hvem betaler?"
ELLIPTIC = re.compile(
    rf"(?:{PREPOSITION} )?(?:hvor (?:mange|meget|stort?|store|langt?|længe|ofte|tit|hurtigt)"
    r"|hvilke[nt]?|hvem|hvad|hvornår|hvordan|hvorfor|how many|how much|how long|which|who|what)"
    r"(?: \w+)?",
    re.I,
)

# What something has: asked for alone, it is that of the thing just spoken of.
OF_SOMETHING = re.compile(
    r"(?:belægning|takst|pris|målgruppe|ventetid|økonomi|normering|udvikling|baggrund|tidsplan|frist"
    r"|formand|forstander|leder|adresse|størrelse|kapacitet)e?n"
    r"|(?:underskud|overskud|budget|regnskab|antal|beløb|formål|forløb)d?t?et|status"
    r"|pladser(?:ne)?|takster(?:ne)?|medlemmer(?:ne)?|deltager(?:e|ne)|bilag(?:et|ene)?"
    r"|occupancy|deficit|surplus|budget|price|leader|chair|places|target group",
    re.I,
)
OF_SOMEONE = re.compile(
    r"(?:bebo|medarbejd|deltag)erne|borgerne|personalet|lederen|ledelsen|medlemmerne", re.I
)
THE_PRICE = re.compile(r"(?:hvem|hvornår) [a-zæøå]+ (?:prisen|taksten|budgettet|fristen)", re.I)
OF_A_CASE = re.compile(
    r"resultatet|konklusionen|beslutningen|begrundelsen|årsagen|forklaringen|indstillingen"
    r"|konsekvense(?:n|rne)|anbefalingen|udfaldet|forslaget|reason|outcome|result|conclusion",
    re.I,
)
# "The place", "the meeting": the one just spoken of.
THE_SAME = re.compile(r"stedet|tilbuddet|sagen|punktet|emnet|huset|institutionen|the place", re.I)
THE_MEETING = re.compile(r"\b(?:mødet|referatet|dagsordenen|meeting|minutes|agenda)\b", re.I)
THE_PAPER = re.compile(
    r"\b(?:dokumentet|aftalen|rapporten|notatet|document|agreement|report)\b", re.I
)
SPOKEN_OF = re.compile("|".join(p.pattern for p in (THE_SAME, THE_MEETING, THE_PAPER)), re.I)
LEFT_OUT = re.compile(  # how many of what, with or against what
    r"\A(?:hvor mange|hvilke[nt]?|how many|which)"
    r" (?:er|var|har|havde|kan|skal|blev|bliver|are|were)\b"
    r"|\b(?:i?mod|med|(?<=stemte )for|under|uenige?|against)\Z",
    re.I,
)
# Who says what: of what, is not said. Whether there is any: for what, is not said.
NO_MATTER = re.compile(
    r"(?:hvad (?:siger|sagde|mener|mente|skrev|skriver|svarer|svarede|synes|syntes|foreslog"
    r"|foreslår)"
    r"|what (?:do|does|did)|(?:er|var|kom|findes) der (?:nogen|nogle|noget|andre|flere|også|stadig)"
    r"|(?:are|were|is) there (?:any|other))"
    r"(?: (?!(?:om|til|i|på|for|ved|hos|med|fra|about|for|in|to)\b)[\w-]+){1,3}",
    re.I,
)
OPEN_VERB = frozenset("hvad hvem hvor hvordan hvornår hvorfor meget længe ofte tit".split())
# "A rate", and "about rates", a plural without an article: a subject of its own.
INDEFINITE = re.compile(r"\b(?:(?:en|et|a|an) \w|om \w{3,}er\b)", re.I)
MEASURED = re.compile(r"\b(?:hvor (?:mange|stor[et]?)|how many)\b", re.I)

NEUTER, COMMON = frozenset({"det", "dette", "dets"}), frozenset({"den", "denne", "dens"})
MANY = frozenset({"de", "dem", "deres", "disse", "they", "them", "their", "these", "those"})
SOMEONE = frozenset({"han", "hun", "ham", "hende", "hans", "hendes", "he", "she", "him", "her"})
ENGLISH = frozenset({"it", "its", "this", "that"})
PRONOUNS = NEUTER | COMMON | MANY | (SOMEONE - {"her"}) | ENGLISH
ARTICLES = frozenset({"det", "den", "de", "denne", "dette", "disse", "this", "that", "these"})
AFTERWARDS = frozenset("bagefter derefter herefter efterfølgende dertil hertil derom".split())
# "Er det muligt at …", "betyder det, at …": the pronoun stands for what comes.
AHEAD = frozenset({"at", "der", "som", "om", "når", "hvis", "to", "that", "if", "when", "med"})
MOST_OWN, FEW_OWN = 4, 2  # words of its own; with more a question tells what it is about


def words_of(text: str) -> list[str]:
    """The words, numbers and commas of `text`."""
    return WORD.findall(text)


def content(text: str) -> list[str]:
    """The words that tell what `text` is about, in lower case."""
    return [word for word in map(str.lower, WORD.findall(text)) if _telling(word)]


def led(text: str) -> tuple[str, bool]:
    """`text` without the "og" or "men" it begins with, and whether it did."""
    rest = LEAD.sub("", text, count=1)
    return rest, rest != text


def leans(text: str) -> bool:
    """Whether `text`, without its lead, needs what was said before to be understood.

    A subject of its own, or a pronoun bound inside it, lets it stand alone.
    """
    own = content(text)
    if CONDITION.match(text) and len(own) <= MOST_OWN:
        return True
    bare = text.strip(" ?!.")
    if ELLIPTIC.fullmatch(bare) and not NAME.search(bare) and not _general(bare):
        return True
    if not own or (len(own) <= FEW_OWN and NO_MATTER.fullmatch(bare)):
        return True
    if len(own) > MOST_OWN:
        return False
    if len(own) <= FEW_OWN and (LEFT_OUT.search(bare) or any(map(SPOKEN_OF.fullmatch, own))):
        return not NAME.search(bare)
    said = [word.lower() for word in WORD.findall(text)]
    return _unbound(text, said) or (len(own) <= 1 and not AFTERWARDS.isdisjoint(said))


def asks_what_belongs(text: str) -> bool:
    """Whether all it asks for is something's occupancy, rate, leader: of what, is not said."""
    own = content(text)
    if not own or NAME.search(text):
        return False
    rest = [word for word in own if not OF_SOMETHING.fullmatch(word)]
    if not rest:
        return bool(MEASURED.search(text)) or not _indefinite(text)
    others = [word for word in rest if not OF_SOMEONE.fullmatch(word)]
    if len(own) == FEW_OWN and THE_PRICE.fullmatch(text.strip(" ?!.")):
        return True
    return len(others) < len(rest) and len(others) <= 1


def asks_of_case(text: str) -> bool:
    """Whether all it asks for is a case's reason, result or proposal."""
    own = content(text)
    return bool(own) and all(OF_A_CASE.fullmatch(word) for word in own)


def _telling(word: str) -> bool:
    return word != "," and word not in THIN


def _general(text: str) -> bool:
    """Whether it asks what something is: "hvad er"."""
    return text.lower().split()[0] == "hvad" and len(content(text)) == 1 and " er " in text


def _indefinite(text: str) -> bool:
    return bool(INDEFINITE.search(text))


def _unbound(text: str, said: Sequence[str]) -> bool:
    names = {name.lower() for name in NAME.findall(text)}
    return any(
        word in PRONOUNS
        and not _article(said, at)
        and not _ahead(said, at)
        and not _bound(said[:at], word, names)
        for at, word in enumerate(said)
    )


def _article(said: Sequence[str], at: int) -> bool:
    """Whether a noun follows: "det nye skema", "de borgere, der"; not so "blev det lukket"."""
    after = said[at + 1 : at + 4]
    if said[at] not in ARTICLES or not after or not _telling(after[0]):
        return False
    if after[0].endswith("e") or (len(after) > 1 and _telling(after[1])):
        return True
    return [word for word in after[1:] if word != ","][:1] in (["der"], ["som"], ["hvor"], ["til"])


def _ahead(said: Sequence[str], at: int) -> bool:
    if said[at] not in NEUTER | {"it", "that"}:
        return False
    if said[at] == "that" and any(map(_telling, said[:at])):
        return at + 1 < len(said)  # the conjunction
    later = said[at + 1 :]
    return any(
        word in AHEAD and any(map(_telling, later[place + 1 :])) for place, word in enumerate(later)
    )


def _bound(before: Sequence[str], pronoun: str, names: set[str]) -> bool:
    """Whether a noun before the pronoun can be what it stands for, by its ending and article."""
    for at, word in enumerate(before):
        if not _telling(word):
            continue
        article = before[at - 1] if at else ""
        if word in names and pronoun not in NEUTER:
            return True
        if pronoun in NEUTER and (article in {"et", "det"} or word.endswith("et")):
            return True
        if pronoun in NEUTER and "," in before[at:] and at:  # what the clause before says
            return True
        if pronoun in COMMON | SOMEONE and (article in {"en", "den"} or word.endswith("en")):
            return True
        if pronoun in MANY and word.endswith(("e", "er", "s")) and article not in OPEN_VERB:
            return True
        if pronoun in ENGLISH | SOMEONE | MANY and article in {"a", "an", "the"}:
            return True
    return False
