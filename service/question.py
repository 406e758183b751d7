"""What is asked: the question's text, checked, and what sort of answer it wants."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index import cues, is_english, translations, words
from ingest.dates import MONTH, NUMERIC, WRITTEN
from service import texts
from service.errors import QuestionRefused
from service.measure import Measure, measure
from service.mentions import EDITION

ENGLISH = re.compile(
    r"\b(?:the|what|how|did|was|were|which|who|whose|when|where|why|are|does|do|is|can|must)\b",
    re.IGNORECASE,
)
MAX_QUESTION = 2_000  # characters

FIGURE = re.compile(
    r"\bhvor (?:mange|meget|stor[et]?|lang[et]?|højt?|lavt?|ofte|tit|gammel)\b|\bantal|\bkoste"
    r"|procent|\bpct\b|\bhow (?:many|much|long|often)",
    re.IGNORECASE,
)
# Nouns of amounts: asked for as figures unless the question is what was decided about them.
AMOUNT = re.compile(
    r"\w*(?:takst|pris|sats|beløb|budget|underskud|overskud|merforbrug|belægning)"
    r"(?:en|et|er|ter|erne|terne|tet|ket|s)?\b",
    re.IGNORECASE,
)
MOMENT = re.compile(
    r"\bhvornår|\bwhen\b|\bdato|\btidsplan|\bfrist|\bdeadline|\bhvilket år", re.IGNORECASE
)
COURSE = re.compile(
    r"\bforløb|\budvikl(?:e|et|er|ede)\b|\btidslinje|\bhistorik|\bgennem (?:årene|tiden)"
    r"|\bsammenlign|\bfra (?:19|20)\d\d til|\b(?:19|20)\d\d (?:og|til|vs\.?|mod|-) (?:19|20)\d\d\b"
    r"|\bover tid|\bsiden (?:19|20)\d\d|\btimeline|\bover time",
    re.IGNORECASE,
)
DELETED = re.compile(
    r"\bslett\w*|\bstreget|\boverstreg\w*|\budstreg\w*|\bfjernet|\bstruck|\bdelet\w*"
    r"|\bstod der før",
    re.IGNORECASE,
)
# What a meeting did is also asked for without a word of deciding.
EVENT = re.compile(
    r"^(?:blev|tog|valgte|sagde|did|was|were)\b|\bblev (?:det|der)\b"
    r"|\bhvad (?:skete|blev|gjorde|mente|sagde)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d-])")
STANDING = re.compile(
    r"\bvedtage\w*|\bgodkendt\b|\bgælder\b|\bi kraft\b|\bendelig\w*|\badopted|\bin force"
    r"|\bapproved\b",
    re.IGNORECASE,
)
# Years that belong to a date are asked for with the date.
UNDATED = re.compile(
    rf"{NUMERIC.pattern}|{WRITTEN.pattern}|\b{MONTH}\.? (?:19|20)\d\d\b", re.IGNORECASE
)
# A capital inside a sentence; one that begins it tells nothing.
NAME = re.compile(r"(?<![.?!:] )(?<=[\s(\"”„/])[A-ZÆØÅ][a-zæøåé][\wæøåÆØÅ-]*[\wæøåÆØÅ]")
MONTH_NAME = re.compile(rf"{MONTH}$", re.IGNORECASE)


class Wanted(StrEnum):
    """A sort of answer a question wants, where its words tell; it may want several."""

    FIGURE = "figure"
    MOMENT = "moment"
    PERSON = "person"
    REASON = "reason"
    DEFINITION = "definition"
    LIST = "list"
    RULE = "rule"
    YES_OR_NO = "yes or no"


SORTS = {
    Wanted.MOMENT: MOMENT,
    Wanted.PERSON: re.compile(r"\bhvem|\bwho\b|\bwhose\b", re.IGNORECASE),
    Wanted.REASON: re.compile(
        r"\bhvorfor\b|\bårsag|\bgrund(?:en|e)?\b|\bforklaring|\bbegrund|\bwhy\b", re.IGNORECASE
    ),
    Wanted.DEFINITION: re.compile(
        r"^hvad (?:er|betyder|dækker|menes|vil det sige)\b|\bdefinition|\bbetyder\b|\bmenes der\b"
        r"|^what (?:is|does)",
        re.IGNORECASE,
    ),
    Wanted.LIST: re.compile(
        r"\bhvilke\b|\bhvad er (?:de|kriterierne|kravene)|\bliste|\balle\b|\bnævn\b|\bemner\b"
        r"|\bpunkter\b|\bwhich\b|\blist\b",
        re.IGNORECASE,
    ),
    Wanted.RULE: re.compile(r"\b(?:skal|må|kan|bør|must|may|can)\b", re.IGNORECASE),
    Wanted.YES_OR_NO: re.compile(
        r"^(?:er|kan|skal|må|har|blev|gælder|var|tog|findes|bruges|bliver|får|did|was|is|are|can"
        r"|does|do|were|has|have|går|kommer|sker)\b|[.?!:] (?:er|kan|skal|må|har|gælder|går)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be searched for.

    `course` says that it asks how something went over several meetings, `decision` that it asks
    what a meeting did, `deleted` that it asks for rules that were struck out, `standing` that it
    asks whether something is adopted or in force, `draft` that it asks for a draft. `years`,
    `days`, `months` (year, month) and `names` are the years, dates and proper names in it, `punkt`
    the number of an agenda item, `sought` the figure it outright asks for.
    """

    text: str
    wanted: frozenset[Wanted]
    course: bool
    decision: bool
    deleted: bool
    standing: bool
    years: tuple[str, ...]
    days: tuple[date, ...]
    months: tuple[tuple[int, int], ...]
    names: tuple[str, ...]
    punkt: str | None = None
    draft: bool = False
    sought: Measure | None = None


def understood(text: str) -> Question:
    """The question in `text`; raises `QuestionRefused` where there is nothing to search for."""
    plain = " ".join(_printable(text).split())
    if not plain:
        raise QuestionRefused(texts.QUESTION_EMPTY)
    if len(plain) > MAX_QUESTION:
        raise QuestionRefused(texts.question_too_long(len(plain), MAX_QUESTION))
    if not any(c.isalnum() for c in plain):
        raise QuestionRefused(texts.QUESTION_WITHOUT_WORDS)
    said = cues(plain)
    decision = said.decision or bool(EVENT.search(plain))
    return Question(
        text=plain,
        wanted=_wanted(plain, decision=decision),
        course=bool(COURSE.search(EDITION.sub(" ", plain))),
        decision=decision,
        deleted=bool(DELETED.search(plain)),
        standing=bool(STANDING.search(plain)),
        years=tuple(dict.fromkeys(YEAR.findall(UNDATED.sub(" ", EDITION.sub(" ", plain))))),
        days=tuple(sorted(said.days)),
        months=tuple(sorted(said.months)),
        names=tuple(dict.fromkeys(_names(plain))),
        punkt=said.punkt,
        draft=said.draft,
        sought=measure(plain),
    )


def asks_in_english(text: str) -> bool:
    """Whether a question is written in English; bare words that both languages have are Danish."""
    return bool(ENGLISH.search(text)) and is_english(text)


def _names(text: str) -> Iterator[str]:
    """The proper names in a question; English ones write titles with capitals, which are none."""
    english = is_english(text)
    for name in NAME.findall(text):
        if _is_name(name) and not (english and translations(name.lower())):
            yield name


def _is_name(word: str) -> bool:
    """Whether a word with a capital is a name: no month, and no word that tells nothing."""
    return bool(words(word)) and not MONTH_NAME.match(word)


def _printable(text: str) -> str:
    """The text in normal form C without control and format characters."""
    normal = unicodedata.normalize("NFC", text)
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in normal)


def _wanted(text: str, *, decision: bool) -> frozenset[Wanted]:
    found = {sort for sort, said in SORTS.items() if said.search(text)}
    if FIGURE.search(text) or (AMOUNT.search(text) and not decision and Wanted.MOMENT not in found):
        found.add(Wanted.FIGURE)
    return frozenset(found)
