"""Where e-mail addresses and telephone numbers of private persons stand in a text.

An address is private by its provider. A telephone number is private unless its paragraph says whose
it is: an office's, an official's.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

ADDRESS = "private e-mail address"
TELEPHONE = "private telephone number"

# Where people have their own mail; no organisation here writes from these.
PROVIDERS = "|".join(
    """gmail googlemail hotmail live outlook msn windowslive passport icloud me mac yahoo ymail
    rocketmail aol gmx proton protonmail pm tutanota tuta zoho fastmail yandex mail email post web
    t-online telia telenor jubii ofir stofanet youmail tdcadsl tdc webspeed tdcspace privat get2net
    mobilixnet sol city image cybercity vip\\.cybercity adslhome pc dlgmail fibermail kabelmail
    nal-net bbsyd energimail forum oncable comxnet profibermail waoo altiboxmail mailme adr c hafnet
    dsa-net post\\.tele tele worldonline wanadoo andelsnet kabelnettet turbopost hjem newmail sport
    post1 post3 post4 post5 post6 post7 post8 post9 post10 post11 post12""".split()
)
AT = r"(?:@|＠|[(\[](?:at|snabel-?a)[)\]])"
MAIL = re.compile(rf"{AT}\s?(?:{PROVIDERS})\.(?:dk|com|net|org|de|no|se|me|ru|ch|co\.uk)", re.I)
MAIL_END = re.compile(r"(?![\w@-]|\.[a-z]{2})")
LOCAL = re.compile(r"[\w.+%'-]+\s?\Z")
LONGEST_LOCAL = 64

PHONE = re.compile(
    r"[2-9](?:(?<![\d,.\-–/+]\d)|(?<=\+45\d)|(?<=0045\d))"
    r"\d(?:\d[ -]?\d\d[ -]?\d{3}|(?:[ .\-\u00a0]?\d\d){3})"
    r"(?![\d%]|[.,-]\d|,-)"
)
COUNTRY = re.compile(r"(?:\+|00) ?45\)?[ -]?\Z")
SAID_BEFORE = re.compile(
    r"\b(?:tele?f?|tlf|telefon\w*|mobil\w*|mob|ring|ringe[sr]?|sms|træffes)\b[^\n]{0,24}\Z", re.I
)
SAID_AFTER = re.compile(r" ?\((?:mobil|privat|tlf|telefon|mob)\b", re.I)
ABOUT = 48

PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*")
SHORT = 60  # characters; lines of a name and address stand apart although they belong together
NEIGHBOURS = 3
ORGANISATION = re.compile(
    r"kommune|region|sekretariat|konsulent|chef|leder|koordinator|cent(?:er|re)|forvaltning"
    r"|direktør|afdeling|hovednummer|kontor|styrelse|tilsyn|ministeri|sagsbehandler"
    rf"|socialrådgiver|reception|omstilling|vagttelefon|\bcvr|\bean\b|www\.|@(?!(?:{PROVIDERS})\.)",
    re.I,
)


def find(text: str) -> list[tuple[int, int, str]]:
    """The ranges of private addresses and numbers, each with what it is, in order."""
    return sorted([*_addresses(text), *_telephones(text)])


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    for match in MAIL.finditer(text):
        local = LOCAL.search(text[max(0, match.start() - LONGEST_LOCAL) : match.start()])
        if local and MAIL_END.match(text, match.end()):
            yield match.start() - len(local[0]), match.end(), ADDRESS


def _telephones(text: str) -> Iterator[tuple[int, int, str]]:
    said = [span for match in PHONE.finditer(text) if (span := _said(match))]
    paragraphs = _Paragraphs(text) if said else None
    for start, end in said:
        if paragraphs and not paragraphs.of_organisation(start):
            yield start, end, TELEPHONE


def _said(match: re.Match[str]) -> tuple[int, int] | None:
    """The whole number, where a country code or a word beside it says that it is one."""
    before = match.string[max(0, match.start() - ABOUT) : match.start()]
    country = COUNTRY.search(before)
    said = country or SAID_BEFORE.search(before) or SAID_AFTER.match(match.string, match.end())
    return (match.start() - (len(country[0]) if country else 0), match.end()) if said else None


class _Paragraphs:
    """The paragraphs of a text, and which of them are an organisation's."""

    def __init__(self, text: str) -> None:
        ends = [match.span() for match in PARAGRAPH_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(text)]
        self._texts = [text[a:b] for a, b in zip(self._starts, stops, strict=True)]
        self._known: dict[int, bool] = {}

    def of_organisation(self, position: int) -> bool:
        """Whether the paragraph, or one of the short ones it is set with, names an office."""
        at = bisect_right(self._starts, position) - 1
        if self._says(at):
            return True
        if len(self._texts[at]) > SHORT:
            return False
        return any(map(self._says, self._beside(at, -1))) or any(
            map(self._says, self._beside(at, 1))
        )

    def _beside(self, at: int, step: int) -> Iterator[int]:
        for other in range(at + step, at + step * (NEIGHBOURS + 1), step):
            if not 0 <= other < len(self._texts) or len(self._texts[other]) > SHORT:
                return
            yield other

    def _says(self, at: int) -> bool:
        if at not in self._known:
            self._known[at] = bool(ORGANISATION.search(self._texts[at]))
        return self._known[at]
