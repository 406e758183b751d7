"""Whether a question asks about one person's private matters, which no document here may tell."""

import re

from ingest.personal.first_names import NAMES, WORDS

FULL_NAME = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåéüö]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?(?: [A-ZÆØÅ]\.?)?"
    r"(?: [A-ZÆØÅ][a-zæøåéüö-]{2,}){1,3}(?!\w)(?! [Kk]ommune)"
)
PRIVATE = re.compile(
    r"\b(?:diagnose|fejler\b|sygdom|syg\b|sygemeld|helbred|sundhedstilstand|autis|adhd|psykisk|psykiatr|misbrug"
    r"|alkohol|medicin|handicap|udviklingshæm|dømt|straff|anbragt|anbring|tvangsfjern|indlagt"
    r"|indlægg|kontanthjælp|førtidspension|pension\b|gæld|bopæl|privatadresse|bor\b|skilt\b|gravid"
    r"|værge|kræft|depress|selvmord|selvskad|journal|bevilge|bevilling|støtte\b|sag\b|børnesag"
    r"|diagnosis|illness|\bsick\b|disab|medication|health|address|lives\b|pregnan)",
    re.I,
)
# What people do in office; their names stand in minutes for that.
IN_OFFICE = re.compile(
    r"\b(?:sagde|siger|mente|mener|oplyste|orienterede|fremlagde|redegjorde|gennemgik|holdt|foreslog"
    r"|spurgte|bemærkede|afløste|oplæg|formand|konsulent|chef|leder|direktør|rådgiver|koordinator"
    r"|repræsent\w+|ansat|medlem|deltog|afbud|sad med|stemte|arbejdsgruppe\w*|said"
    r"|presented|chair)\b",
    re.I,
)
ONE = (
    r"(?:[Bb]orger(?:en)?|[Bb]arn(?:et)?|[Dd]reng(?:en)?|[Pp]ige(?:n)?|[Ee]lev(?:en)?|[Bb]eboer(?:en)?"
    r"|[Uu]nge|[Kk]lient(?:en)?|[Pp]atient(?:en)?|[Cc]itizen|[Cc]hild)"
)
BY_LETTER = re.compile(
    rf"\b{ONE} [A-ZÆØÅ](?![\w-])(?!\.\d)|\b(?:[Hh]vem er|der med) [A-ZÆØÅ]\.?\s?\??\Z"
)
IN_THE_CASE = re.compile(rf"\b{ONE} i (?:den (?:her )?)?(?:sagen|casen|forløbet|eksemplet)\b")


def asks_privately(text: str) -> bool:
    """Whether `text` has a word of private matters and none of an office."""
    return bool(PRIVATE.search(text)) and not IN_OFFICE.search(text)


def asks_of_person(text: str) -> bool:
    """Whether `text` asks who a citizen of a case is, or about a named person's private matters."""
    if BY_LETTER.search(text) or IN_THE_CASE.search(text):
        return True
    if not asks_privately(text):
        return False
    return any(_of_person(match) for match in FULL_NAME.finditer(text))


def _of_person(match: re.Match[str]) -> bool:
    """Whether a first name stands in it, with a name after it; a word that is one may begin."""
    first, *others = match[0].split()
    return first in NAMES or any(word in NAMES or word in WORDS for word in others[:-1])
