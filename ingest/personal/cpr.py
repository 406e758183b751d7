"""Where CPR numbers stand in a text, told by date, format and context.

Modulus 11 tells nothing: numbers without it have been given out since 2007. Some 4 % of all runs of
ten digits begin with a date, so numbers of other kinds are known by the word before them.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

Range = tuple[int, int]

DASH = r"[\-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
BLANK = r"[ \u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]"  # and those without width
LINE_END = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
SPACE = rf"(?:{BLANK}|{LINE_END.pattern})"
A_DASH = re.compile(DASH)
MARK = r"(?:~~|\{\+\+|\+\+\})?"
JOIN = rf"(?P<join>{SPACE}{{0,6}}{MARK}(?:{DASH}{{1,2}}{MARK}{SPACE}{{0,6}})?{MARK})"
POINT = rf"(?:[./]|{DASH})?{SPACE}?"
ALONE = r"\d(?<!\d\d)"  # a digit with none before it; the class first, for the search's speed
NO_DIGIT = re.compile(r"\D+")
TWO_DIGITS = re.compile(r"\d\d")

# Ten digits, or eleven: a footnote's mark or a slip of the key sticks to the number.
PLAIN = re.compile(rf"{ALONE}\d{{5,6}}{JOIN}\d{{4,5}}(?!\d)")
POINTED = re.compile(rf"{ALONE}\d(?P<one>{POINT})\d\d(?P<two>{POINT})\d\d{JOIN}\d{{4}}(?!\d)")

# Near the word: whatever ten digits, read badly or spread over boxes; long runs; whole years.
WORD = re.compile(
    r"[cCpP](?:(?<=[cC])\.?[pP]\.?[rR]|(?<=[pP])(?:ersonn(?:r|um)|ERSONN|erson[- .]{1,2}n(?:r|um)))"
)
BEFORE_WORD, AFTER_WORD = 40, 80
DIGIT = r"[\dOolI]"
GAP = rf"(?:[\t.,/_~{{}}+]|{DASH}|{SPACE}){{0,4}}"
LOOSE = re.compile(rf"(?<![^\W_]){DIGIT}(?:{GAP}{DIGIT}){{9}}(?![^\W_])(?![.,/]\d)")
LONG = re.compile(r"(?<!\d)\d{12,24}(?!\d)")
WHOLE_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d\d){POINT}(?P<month>\d\d){POINT}(?:19|20)(?P<year>\d\d){JOIN}"
    r"(?P<tail>\d{4})(?!\d)"
)
REST_OF_WORD = re.compile(r"\w{0,40}")
MISREAD = str.maketrans("OolI", "0011")
A_DIGIT, SPACES = re.compile(DIGIT), re.compile(rf"{SPACE}*")
TRUE_DIGITS = 7  # of ten; with fewer it is a word

# What another kind of number is called. A case may be filed under its citizen's CPR number, so the
# names of case numbers speak only of those without a hyphen.
NR = r"(?:nr|nummer|numre|id)"
OTHER = (
    rf"p[- .]{{0,2}}{NR}|produktionsenhed\w*|ean\w*|gln|cvr|se[- .]?nr|konto\w*|reg|iban"
    r"|bank\w*|giro\w*|fik?|isbn|issn|tlf|telefon\w*|mobil\w*|mob|fax|kr|dkk|faktura\w*|ordre\w*"
)
CASE = (
    rf"sags?[- .]{{0,2}}{NR}|sags\w{{0,12}}{NR}|journal\w*|j[. ]{{0,2}}nr"
    rf"|dok(?:ument)?s?[- .]{{0,2}}{NR}|dok|løbe[- .]?{NR}|projekt[- .]?{NR}|ref"
)
BETWEEN = (
    rf"[-.\s:#/]{{0,6}}(?:{NR}\b[-.\s:#]{{0,4}}|1[03]:?\s){{0,2}}(?:(?:er|var|på)\s)?"
    r"\(?(?:\d{4}[\s-]{1,3})?"
)
OTHER_BEFORE = re.compile(rf"\b(?:{OTHER}){BETWEEN}\Z", re.I)
ANY_BEFORE = re.compile(rf"\b(?:{OTHER}|{CASE}){BETWEEN}\Z", re.I)
WORDS_BEFORE = 48
AMOUNT_AFTER = re.compile(r"[.,]\d{1,2}(?!\d)|\s?(?:kr\b|dkk\b|,-|t\.?kr|mio|euro?\b|%)", re.I)
FRACTION_BEFORE = re.compile(r"(?<!\d)\d{1,3}\.\Z")
CODE_AROUND = (
    re.compile(r"\d(?!cpr|personn)[a-z]{1,8}\Z", re.I),  # the word for it makes no code of it
    re.compile(r"[a-z]{1,8}\d", re.I),
)
NUMBER_BEFORE = re.compile(rf"\d{BLANK}{{1,3}}\Z")
NUMBER_AFTER = re.compile(rf"{BLANK}{{1,3}}\d")
GAPS = (1, 2, 3)  # blanks, as in these two
LISTED = re.compile(r"[\s,;/&]{0,6}(?:(?:og|eller)\s)?\s{0,4}")


def find(text: str, *, today: date | None = None) -> list[Range]:
    """The ranges that must be masked, from first digit to last; `today` is the latest birth."""
    latest = today or datetime.now(UTC).date()
    found = list(_near_word(text, latest))
    if TWO_DIGITS.search(text):
        found += [*_plain(text, latest), *_pointed(text, latest)]
    return _merged(found)


def plausible(number: str, today: date) -> bool:
    """Whether ten digits begin with the birthday of someone born from 1900 until `today`.

    Replacement numbers have 60 added to the day.
    """
    century = _century(int(number[4:6]), int(number[6]))
    try:
        born = date(century + int(number[4:6]), int(number[2:4]), int(number[:2]) % 60)
    except ValueError:
        return False
    return born.year >= 1900 and born <= today


def _century(year: int, seventh: int) -> int:
    """As cpr.dk tells it from the year and the seventh digit."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _plain(text: str, today: date) -> list[Range]:
    """Six digits and four, with at most a dash, blanks or a line end between them."""
    found: list[Range] = []
    amid: list[Range] = []
    other_until = -1
    for match in PLAIN.finditer(text):
        digits = _digits(match[0])
        if not _any_plausible(digits, today) or not _formed(match, len(digits)):
            continue
        listed = other_until >= 0 and LISTED.fullmatch(text, other_until, match.start())
        other, between = listed or _other(match), _amid_figures(match)
        if not other:
            (amid if between else found).append(match.span())
        elif not between:
            other_until = match.end()
    return [*found, *_beside(amid, found)]


def _amid_figures(match: re.Match[str]) -> bool:
    """Whether it is divided by blanks in a row of figures, which go on on either side."""
    join = match["join"]
    plain = join and not _dashed(join) and not LINE_END.search(join)
    return bool(plain and _before(match, NUMBER_BEFORE) and _after(match, NUMBER_AFTER))


def _beside(amid: list[Range], found: list[Range]) -> Iterator[Range]:
    """Those that stand next to a number, as a row of numbers is no row of figures."""
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    for start, end in (*amid, *reversed(amid)):
        if any(start - gap in ends or end + gap in starts for gap in GAPS):
            starts.add(start)
            ends.add(end)
            yield start, end


def _formed(match: re.Match[str], length: int) -> bool:
    """Whether what joins the two halves, and what stands around them, lets them be one number."""
    join = match["join"]
    if length > 11 or (length == 11 and join and not _dashed(join)):
        return False
    if _dashed(join):
        return True
    if LINE_END.search(join):
        return _in_running_text(match)
    return bool(join) or not (
        _before(match, FRACTION_BEFORE)
        or _after(match, AMOUNT_AFTER)
        or _before(match, CODE_AROUND[0])
        or _after(match, CODE_AROUND[1])
    )


def _pointed(text: str, today: date) -> Iterator[Range]:
    """A date with points, dashes or blanks in it and four digits more."""
    for match in POINTED.finditer(text):
        if not (match["one"] or match["two"]) or not plausible(_digits(match[0]), today):
            continue
        if not _dashed(match["join"]) and not _spaced_alone(match):
            continue
        if not _other(match):
            yield match.span()


def _spaced_alone(match: re.Match[str]) -> bool:
    """Whether it is divided by blanks only and no column of figures stands beside it."""
    gaps = (match["one"], match["two"], match["join"])
    return all(re.fullmatch(rf"{BLANK}{{1,3}}", gap) for gap in gaps) and not (
        _before(match, NUMBER_BEFORE) or _after(match, NUMBER_AFTER)
    )


def _near_word(text: str, today: date) -> Iterator[Range]:
    """What only the word CPR beside it shows to be a number."""
    for window in _windows(text):
        found = (
            *(m for m in LOOSE.finditer(text, *window) if _loose(m, today)),
            *(m for m in LONG.finditer(text, *window) if _any_plausible(_digits(m[0]), today)),
            *(m for m in WHOLE_YEAR.finditer(text, *window) if plausible(_short(m), today)),
        )
        yield from (match.span() for match in found if not _before(match, ANY_BEFORE))


def _windows(text: str) -> list[Range]:
    """The places around the word CPR, which end with a word or number and not inside one."""
    words = [(m.start(), m.end() + AFTER_WORD) for m in WORD.finditer(text)]
    ends = (REST_OF_WORD.search(text, end) for _, end in words)
    return _merged(
        [
            (max(0, start - BEFORE_WORD), rest.end() if rest else len(text))
            for (start, _), rest in zip(words, ends, strict=True)
        ]
    )


def _short(match: re.Match[str]) -> str:
    """The number without its year's century."""
    return _digits(match["day"] + match["month"] + match["year"] + match["tail"])


def _loose(match: re.Match[str], today: date) -> bool:
    """Whether ten signs are digits enough and a date; points divide it after the sixth at least."""
    signs = "".join(A_DIGIT.findall(match[0]))
    if sum(sign.isdecimal() for sign in signs) < TRUE_DIGITS:
        return False
    gaps = A_DIGIT.split(match[0])[1:-1]
    divided = bool(gaps[5]) or all(SPACES.fullmatch(gap) for gap in gaps)
    return divided and plausible(_digits(signs.translate(MISREAD)), today)


def _any_plausible(digits: str, today: date) -> bool:
    return any(plausible(digits[at : at + 10], today) for at in range(len(digits) - 9))


def _digits(text: str) -> str:
    """The digits, of whatever script; `int` reads them all."""
    return NO_DIGIT.sub("", text)


def _dashed(join: str) -> bool:
    return bool(A_DASH.search(join))


def _other(match: re.Match[str]) -> bool:
    """Whether the word before says that it is a number of another kind."""
    return _before(match, OTHER_BEFORE if _dashed(match["join"]) else ANY_BEFORE)


def _before(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    start = match.start()
    return bool(pattern.search(match.string[max(0, start - WORDS_BEFORE) : start]))


def _after(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(match.string, match.end()))


def _in_running_text(match: re.Match[str]) -> bool:
    """Whether something else stands on either line; two figures alone are cells of a table."""
    start, end = match.span()
    before = LINE_END.split(match.string[max(0, start - WORDS_BEFORE) : start])[-1]
    after = LINE_END.split(match.string[end : end + WORDS_BEFORE])[0]
    return bool(before.strip() or after.strip())


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
