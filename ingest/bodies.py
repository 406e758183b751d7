"""What could be the name of the body that met: "Styregruppe Social", "Udvalget for Social og Unge".

Where a label or "møde i" says so, any name will do. Where only its place on the cover does, the
name's own noun must be that of a group of people. `None` where neither is sure.
"""

import re

from ingest.dates import MONTH
from ingest.marking import is_mark
from ingest.names import section_label
from ingest.present import people

MOST_WORDS = 12
MOST_WORDS_ALONE = 8  # of a name that only its place tells
GROUP = re.compile(
    r"\b(?:[\w-]*(?:(?<!mål)(?<!alders)(?<!borger)gruppe|udvalg|(?<!om)råd|forum(?:met)?|bestyrelse|netværk"
    r"|nævn|kreds|komit[eé]|kommission|partnerskab|klynge|repræsentantskab|direktion|panel)"
    r"(?:n|en|et|t)?|KKR|task ?force)\b",
    re.IGNORECASE,
)
ACRONYM = re.compile(r"\b[A-ZÆØÅ]{2,6}\b")
BEFORE = re.compile(r"\b(?:af|fra|til|om|på|i|ved|med|vedr|for)\b", re.IGNORECASE)
PLACE = re.compile(
    r"\b(?:møde)?(?:lokale|sal)\w*\b|\b(?:teams|zoom|skype|virtuelt|online|videomøde|kantinen?)\b"
    r"|\b\w*(?:rådhus|regionshus)\w*\b|\b\w+(?:gade|vej|allé|plads|torv)\w* \d|\b\d{4} [A-ZÆØÅ]",
    re.IGNORECASE,
)
# What else stands on a cover: other labels, people with their office, sentences.
OTHER = re.compile(
    r"(?:til|fra|vedr|vedrørende|kopi|att|emner?|(?:møde)?(?:sted|tid|dato)|tidspunkt|dato|afbud|nr"
    r"|godkend\w*|udarbejd\w*|udsend\w*|sendt|indkald\w*|medlem\w*|(?:øvrige )?deltag\w*|fravær\w*"
    r"|referent|mødeleder|ordstyrer|bilag|punkt|status|orientering|drøftelse|valg|næste|mødet?"
    r"|indhold\w*|dagsorden\w*|referat\w*|side|uge|(?:man|tirs|ons|tors|fre|lør|søn)dag)\b.*"
    r"|.*\b(?:\w*formand|\w*konsulent|\w*chef|\w*direktør|sekretær|\w*leder|koordinator"
    r"|medlemmer|er|var|blev|bliver|har|skal|kan|vil|mødes|deltager|holder|drøfter|aflyst)\b.*"
    r"|.*møde[rt]?|region [\w-]+|[\w-]+ kommune",
    re.IGNORECASE,
)
COMPASS = re.compile(r".*\b(?:nord|syd|øst|vest|midt|[nsøv])", re.IGNORECASE)
# Where the name ends and the day, the clock, the place or the next label begins.
DAY = rf"(?:den |d\. ?)?\d{{1,2}}(?:[./-] ?\d|\.? ?{MONTH}\b)"
WEEKDAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag\b"
END = re.compile(
    rf"[\s,.:;|(–-]*(?<![\w-])(?:{DAY}|20\d\d-\d\d|{WEEKDAY}|kl\b|nr\.|[A-ZÆØÅ]\w*:(?:\s|$)).*"
    rf"|(?:[,|–]| i| på| via| -)\s+(?:{PLACE.pattern}).*",
    re.IGNORECASE,
)


def trimmed(text: str) -> str:
    """A name without the day, the clock and the place after it."""
    return END.sub("", text, count=1).strip(" ,|–-")


def body_of(text: str) -> str | None:
    """The name of a body that a label or a title says `text` to be."""
    name = trimmed(text)
    words = name.split()
    if not 0 < len(words) <= MOST_WORDS or not name[0].isupper() or name[-1] in ".:;!?":
        return None
    if section_label(name) or is_mark(name) or OTHER.fullmatch(name) or PLACE.search(name):
        return None
    several = "," in name and not GROUP.search(name) and len(people(name)) > 1
    return None if several else name


def met_in(text: str) -> str | None:
    """The body of "møde i" `text`; a town is none."""
    name = body_of(text)
    if name and (GROUP.search(name) or ACRONYM.search(name)):
        return name
    return name if name and " " in name and not COMPASS.fullmatch(name) else None


def group_of(text: str, *, known: bool = False) -> str | None:
    """The name of a group of people, told by its noun; where it is `known` to be the name of
    something on a cover, an acronym will do ("DAS Social").
    """
    name = body_of(text)
    if name is None or len(name.split()) > MOST_WORDS_ALONE:
        return None
    noun = GROUP.search(name)
    if noun and not BEFORE.search(name[: noun.start()]):
        return name
    return name if known and " " in name and ACRONYM.match(name) else None
