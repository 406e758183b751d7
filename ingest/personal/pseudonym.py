"""A first name that slipped through where a person is called by a letter.

The names are known from a list, and from standing where only persons stand: "mor til …", "… bor".
Who has a surname in the text is there in office and no slip.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from ingest.personal.first_names import NAMES, WORDS
from ingest.terms import MONTHS

LISTED = NAMES | WORDS
ABOUT = 120  # characters looked at on either side of a word
REACH = 3000  # characters from a letter to a name that can be of the same case

GENERAL = r"(?:er|har|kan|vil|skal|var|havde|får|fik|blev|bliver|må|kunne|ville|skulle|bør)"
PERSONAL = (
    r"(?:bor|boede|går|gik|flytter|flyttede|trives|trivedes|ønsker|ønskede|modtager|modtog|deltager"
    r"|deltog|oplever|oplevede|sover|spiser|lider|udviser|reagerer|reagerede|fungerer|fungerede"
    r"|starter|startede|begyndte|begynder|taler|siger|sagde|fortæller|fortalte|lærer|leger|besøger"
    r"|kender|savner|føler|arbejder|opholder|anbringes|visiteres|indskrives|profiterer|kommer|kom"
    r"|mistede|bruger|læser|cykler|klarer|beder|græder|slår|vokser|passer|fylder|fyldte|fødtes"
    r"|selv|og (?:hans|hendes|dennes))"
)
KIN = (
    r"(?:mor|far|moder|fader|forældre\w*|mormor|farmor|morfar|farfar|søster|bror|søskende\w*"
    r"|tvilling\w*|kæreste|ægtefælle|hustru|mand|kone|datter|søn|børn|værge|familie\w*|pleje\w+"
    r"|pårørende|netværk|kontaktperson\w*|støtteperson\w*|opvækst|barndom|lejlighed|bolig|hjem"
    r"|værelse|skolegang|diagnose\w*|adfærd|udvikling|trivsel|funktionsnedsættelse\w*|hverdag"
    r"|behov|handleplan|udredning|fødsel|alder|hørelse|syn|helbred|sygdom|ophold|anbringelse)"
)
PERSON = (
    r"(?:[Bb]orger(?:en)?|[Bb]arn(?:et)?|[Dd]reng(?:en)?|[Pp]ige(?:n)?|[Ee]lev(?:en)?|[Kk]lient(?:en)?"
    r"|[Bb]eboer(?:en)?|[Kk]vinde(?:n)?|[Mm]and(?:en)?|[Pp]atient(?:en)?|[Dd]atter(?:en)?|[Ss]øn(?:nen)?"
    r"|[Ss]øster(?:en)?|[Bb]ror(?:en)?|[Uu]nge?|[Pp]erson(?:en)?|[Hh]r\.|[Ff]ru|[Mm]oder(?:en)?)"
)
LETTER = r"(?P<letter>N\.? ?N\.?|X\.?X\.?|Y\.?Y\.?|[A-ZÆØÅ]\.?)"
ALONE = r"(?![\w-]|\.\w)(?! ?[A-ZÆØÅ][\w.])"
OPEN = r"(?<![\w.§-])"
GENITIVE = r"(?:['’´]?s|['’´]s?)"

# What a letter does that only a person's letter does, and what others do too (one alone may be a
# category: "A er opfyldt").
STRONG = (
    re.compile(rf"\b{PERSON} \(?{LETTER}{ALONE}"),
    re.compile(rf"{OPEN}{LETTER}\s{PERSONAL}\b"),
    re.compile(rf"{OPEN}{LETTER}{GENITIVE}\s(?:\w+\s)?{KIN}\b"),
    re.compile(rf"\b{KIN} til {LETTER}{ALONE}"),
)
WEAK = (
    re.compile(rf"{OPEN}{LETTER}\s{GENERAL}\b"),
    re.compile(rf"\b(?:{GENERAL}|for|til|af|med|om|hos|at) {LETTER}{ALONE}"),
)
ENOUGH = 2  # points; a strong sign has two, a weak one has one
LINKS = frozenset(
    """af for til med om at og som hos fra når da hvor hvis mens men både så samt fordi idet efter
    siden inden end eller har er vil skal kan var fik blev her derfor også nu i dag hvordan hvad
    imellem mellem ved mod på uden over vejledt hvorfor""".split()
)

CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zæøåéüöäß][\w’'-]*(?:\.(?=[A-ZÆØÅ]\b))?")
SMALL_WORD = re.compile(r"\b[a-zæøåéüöäß]+\b")
SENTENCE_BEFORE = re.compile(r"(?:\A|[.!?:•–\n|\t>])[ \u00a0\"”»(]*\Z")
WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]\Z")
WORD_AFTER = re.compile(
    r"[ \u00a0](?:(?:von|van|der|de|al|el|bin|[A-ZÆØÅ]\.) ){0,2}([^\W\d_a-zæøåéüöä]\w+)"
)
# "Senere flyttede hun": the verb has its subject behind it, so what stands before it is none.
TURNED = re.compile(
    rf" \w+ (?:(?:han|hun|de|den|det|der|man|vi|familien|forældrene|{PERSON})\b|[A-ZÆØÅ])"
)
GENERAL_AFTER = re.compile(rf",? (?:som )?(?:(?:nu|også|i dag|stadig|aldrig|ikke) )?({GENERAL})\b")
PERSONAL_AFTER = re.compile(
    rf",? (?:som |der )?(?:(?:nu|også|i dag|stadig) )?(?:{PERSONAL}\b|på \d+ år|\(\d+ år\)|\d+ år\b"
    rf"|(?:er|var) (?:\d+ år|født|flyttet|glad|ked|tryg|anbragt|visiteret|indskrevet|diagnosticeret"
    r"|startet|begyndt|barn|enebarn|søn|datter|blind|døv|autist|vred|indlagt|vokset)"
    r"|har (?:brug for|behov for|svært|haft|autisme|ADHD|gået|boet|det svært|det godt|sin|sit|sine"
    r"|en bror|en søster|diagnosen))"
)
PLACE_AFTER = re.compile(r" (?:kommune|region|amt|by)\w*")
KIN_AFTER = re.compile(rf" (?:[a-zæøå]+ )?{KIN}\b")
LIKE_A_LETTER = re.compile(rf"\b(?:{GENERAL}|for|med|hos|[Ii]følge|[Bb]åde) \Z")
PLACE_BEFORE = re.compile(r"\b(?:[Ii]|[Vv]ed|[Pp]å) \Z")
PERSON_BEFORE = re.compile(rf"(?:\b{KIN} til|\b{PERSON}|\bkalde[rst] \w*|\bhedder) ?[(\"”»]?\Z")
OFFICE_BEFORE = re.compile(
    r"(?:konsulent|leder|chef|direktør|formand|koordinator|rådgiver|sagsbehandler|pædagog|psykolog"
    r"|lærer|læge|medarbejder|forstander|referent|terapeut|ordstyrer|botilbud\w*|bosted\w*|tilbuddet"
    r"|børnehave\w*|skole\w*|projekt\w*|villa|fonden|huset|hus|institution\w*|sankt|skt\.?|sct\.?"
    r"|kong|dronning|prins\w*|system\w*|program\w*|metode\w*) [\"”»]?\Z",
    re.I,
)
OFFICE_AFTER = re.compile(
    r"s? (?:orienter|fremlæ|fremlag|gennemg|præsenter|redeg|indled|bemærk|foresl|supplere|opfordr"
    r"|takke|indstill|følger op|undersøger|sender|vender tilbage|refererer|oplyste|deltog i mødet"
    r"|deltager i mødet|tager kontakt|sørger|fra (?:[A-ZÆØÅ]|sekretariat|forvaltning))"
)
ATTENDANCE = re.compile(
    r"(?:afbud|deltager\w*|til stede|fraværende|mødedeltager\w*|referent|gæster?)\s?:"
    r"(?:[^\n.]|\b\w\.)*\Z",
    re.I,
)
# Endings of places, offices and things; a name off the list that has one is none.
NO_NAME = re.compile(
    r"(?:hus(?:et)?|gård(?:en)?|skole(?:n)?|cent(?:er|ret|eret)|hjem(?:met)?|vej(?:en)?|gade|by(?:en)?"
    r"|borg|rup|lev|inge|sted|købing|ager|bæk|holm|lund|næs|sund|fjord(?:en)?|land|bjerg|dal|skov"
    r"|styrelsen?|nævn(?:et)?|udvalg(?:et)?|råd(?:et)?|ministeriet|tilsyn(?:et)?|kommune[rn]?\w*"
    r"|region\w*|forvaltning(?:en)?|forening(?:en)?|afdeling(?:en)?|gruppe[rn]?|lov(?:en)?|aftale[rn]?"
    r"|erne|ene|ingen|heden|tionen|eren|eleven|barnet|drengen|pigen|manden|kvinden|moren|faren|vis|igt"
    r"|tilbud(?:det)?|indsats(?:en)?|ydelse[rn]?|ning|hed|sen|else[rn]?)\Z",
    re.I,
)
NO_NAMES = frozenset(
    """Han Hun Den Det De Der Som Når Hvis Mor Far Forældre Man Vi Jeg Du Mange Nogle Alle Ingen
    Begge Dette Disse Denne Hvem Hvad Hvor Her Og Men At Eleven Barnet Barn Borger Borgeren Dreng
    Drengen Pige Pigen Mormor Farmor Søster Bror Familien Familie Skolen Ung Unge Beboeren Manden
    Kvinden Moderen Faderen Moren Faren Kommunen Tilbuddet Danmark Grønland Personalet Sagen
    Enhver Broren Søsteren Ingens Andre Flere Ofte Desuden Samtidig Dog Efter Siden Kun Selv Ja
    Nej Senere Derefter Herefter Derfor Nu Hjemme Tidligere Fremover Aktuelt Endelig Sidst Først
    Ligeledes Endvidere Fortsat Hidtil Stadig Snart Imidlertid Aldrig Altid Således Dermed Hertil
    Dertil Igen Sammen Alligevel Sidenhen Samlet Inden Uden Ved Hos Med For Til Fra Hvilket Hvordan
    Hvorfor Hvornår Yderligere Særligt Især""".split()
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A capitalised word; `name` is what it would be as a name, without the genitive's s."""

    start: int
    text: str
    name: str
    before: str
    after: str
    opens: bool

    @property
    def genitive(self) -> bool:
        return self.name != self.text

    @property
    def end(self) -> int:
        return self.start + len(self.name)


def find(text: str) -> list[tuple[int, int]]:
    """The ranges of bare first names near letters that stand for persons."""
    letters = sorted(_letters(text))
    if not letters:
        return []
    near = (match for match in CAPITAL.finditer(text) if _near(letters, match.start()))
    words = [_word(match) for match in near if len(match[0]) > 1]
    known = {word.name for word in words if _in_company(word) or _in_office(word)}
    inside = {word.name for word in words if not word.opens}
    ordinary = set(SMALL_WORD.findall(text))
    return [
        (word.start, word.end)
        for word in words
        if word.name not in known
        and not OFFICE_AFTER.match(word.after)
        and (_listed(word) or (word.name.lower() not in ordinary and _framed(word, inside)))
    ]


def _letters(text: str) -> set[int]:
    """Where letters show that they stand for persons."""
    points: Counter[str] = Counter()
    found: list[tuple[str, int]] = []
    for weight, patterns in ((2, STRONG), (1, WEAK)):
        for match in (match for pattern in patterns for match in pattern.finditer(text)):
            letter = re.sub(r"[. ]", "", match["letter"])
            if match["letter"] != "I" and not _of_a_thing(match):
                points[letter] += weight
                found.append((letter, match.start("letter")))
    return {start for letter, start in found if points[letter] >= ENOUGH}


def _of_a_thing(match: re.Match[str]) -> bool:
    """Whether the word before the letter is what it counts: "kategori A er", "tilbud X har"."""
    start = match.start("letter")
    before = WORD_BEFORE.search(match.string[max(0, start - 30) : start].rstrip("("))
    return (
        start == match.start()
        and before is not None
        and before[1].casefold() not in LINKS
        and not re.fullmatch(PERSON, before[1])
    )


def _word(match: re.Match[str]) -> _Word:
    start, end = match.span()
    before = match.string[max(0, start - ABOUT) : start]
    after = match.string[end : end + ABOUT]
    opens = bool(SENTENCE_BEFORE.search(before))
    return _Word(start, match[0], _name(match[0], after), before, after, opens)


def _name(word: str, after: str) -> str:
    """The word without the s of the genitive, where that makes it a name."""
    plain = re.sub(r"['’]s?\Z", "", word)
    if plain in LISTED or not plain.endswith("s"):
        return plain
    return plain[:-1] if plain[:-1] in LISTED or KIN_AFTER.match(after) else plain


def _in_company(word: _Word) -> bool:
    """Whether it is part of a longer name: of an official, an office, a place."""
    if WORD_AFTER.match(word.after) or PLACE_AFTER.match(word.after):
        return True
    before = WORD_BEFORE.search(word.before)
    if not before or not before[1][0].isupper() or re.fullmatch(PERSON, before[1]):
        return False
    opens = SENTENCE_BEFORE.search(word.before[: before.start()])
    return not opens or before[1] in NAMES


def _near(letters: list[int], position: int) -> bool:
    at = bisect_left(letters, position)
    return any(abs(letter - position) <= REACH for letter in letters[max(0, at - 1) : at + 1])


def _in_office(word: _Word) -> bool:
    """Whether it is called an official, a house or a place, or stands among those present."""
    place = word.name not in LISTED and PLACE_BEFORE.search(word.before)
    return bool(place or OFFICE_BEFORE.search(word.before) or ATTENDANCE.search(word.before))


def _listed(word: _Word) -> bool:
    """A name of the list speaks for itself; one that is a word too needs a person's place."""
    if word.name not in WORDS:
        return word.name in NAMES
    if PERSONAL_AFTER.match(word.after) or _personal(word):
        return True
    return not word.opens and word.name.lower() not in MONTHS


def _framed(word: _Word, inside: set[str]) -> bool:
    """Whether a word off the list stands where only persons stand, or where the letters do."""
    name = word.name
    if (
        name in LISTED
        or not re.fullmatch(r"\w[a-zæøåéüöäß]{2,}", name)
        or name in NO_NAMES
        or NO_NAME.search(name)
    ):
        return False
    if _personal(word):
        return True
    if word.opens and TURNED.match(word.after):
        return False
    if PERSONAL_AFTER.match(word.after):
        return True
    if not word.opens and LIKE_A_LETTER.search(word.before):
        return True
    return name in inside and bool(GENERAL_AFTER.match(word.after))


def _personal(word: _Word) -> bool:
    kin = word.genitive and KIN_AFTER.match(word.after)
    return bool(kin or PERSON_BEFORE.search(word.before))
