"""What is done with a question's text before it is searched, logged or sent to a model."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from ingest.personal import cpr
from service.conversation.small_words import THIN
from service.intake.commands import without_commands
from service.intake.person import asks_of_person, asks_privately
from service.intake.several import separate

# Nothing in it is searched; an "x" for each digit would find the documents' masked numbers.
MASK = "[…]"
# Ten digits one by one: in a question no column of a table looks like that.
SPREAD = re.compile(r"(?<!\d)\d(?:[ \u00a0.,_/\-\u2010-\u2015]\d){9}(?!\d)(?![.,_/ -]\d\b)")
# And divided by signs that in a document divide the numbers of cases.
DIVIDED = re.compile(
    r"(?<!\d)(?P<day>\d\d)[./ -]?(?P<month>\d\d)[./ -]?(?:19|20)??(?P<year>\d\d)"
    r"\s?[_/.\-\u2010-\u2015\u2212]\s?(?P<tail>\d{4})(?!\d)"
)
LEAST_SHOUTED = 3  # words; fewer are an abbreviation and a place


@dataclass(frozen=True, slots=True)
class Intake:
    """A question's text as it goes on.

    `text` is clean, without CPR numbers and without what tells the system what to do; empty where
    nothing is left to search for. `masked` counts the CPR numbers, `questions` are the parts that
    can be asked alone (`several.MOST_QUESTIONS` at most can be answered together), `instructions`
    says that something was cut out, `person` that one person's private matters are asked for.
    """

    text: str
    masked: int
    questions: tuple[str, ...]
    instructions: bool
    person: bool


def presentable(text: str) -> tuple[str, int]:
    """`text` without CPR numbers and what does not print, and how many numbers there were."""
    hidden, before = _masked(unicodedata.normalize("NFC", text))
    shown, after = _masked(_printable(hidden))
    return shown, before + after


def taken(text: str) -> Intake:
    """`text` made ready; nothing of a CPR number is left in what it gives."""
    shown, masked = presentable(text)
    asked, instructions = without_commands(_calm(_tidy(shown)))
    if not any(sign.isalnum() for sign in asked):
        asked = ""
    return Intake(
        text=" ".join(asked.split()),
        masked=masked,
        questions=separate(asked),
        instructions=instructions,
        person=asks_of_person(asked) or (masked > 0 and asks_privately(asked)),
    )


def _masked(text: str) -> tuple[str, int]:
    """The text with a mark for each CPR number, and how many there were."""
    spread = (match.span() for match in SPREAD.finditer(text))
    divided = (match.span() for match in DIVIDED.finditer(text) if _birthday(match))
    ranges = sorted({*cpr.find(text), *spread, *divided})
    pieces: list[str] = []
    last = count = 0
    for start, end in ranges:
        if start >= last:
            pieces += [text[last:start], MASK]
            count += 1
        last = max(last, end)
    return "".join([*pieces, text[last:]]), count


def _birthday(match: re.Match[str]) -> bool:
    digits = "".join(match.group("day", "month", "year", "tail"))
    return cpr.plausible(digits, datetime.now(UTC).date())


def _printable(text: str) -> str:
    """The text without what has no width, and with a blank for other signs that do not print.

    A soft hyphen stands inside a word, which must stay whole; line ends tell questions apart.
    """
    return "".join(sign if sign == "\n" else _shown(sign) for sign in text)


def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":
        return ""
    return " " if category in ("Cc", "Cs", "Zs", "Zl", "Zp") else sign


def _tidy(text: str) -> str:
    """One blank between words, one mark at the end of a question, no empty lines."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\?(?:\s*[?!])+|!+\?[?!]*", "?", "\n".join(line for line in lines if line))


def _calm(text: str) -> str:
    """Text that is all in capitals in small letters, so that no word looks like a name."""
    words = re.findall(r"[^\W\d_]+", text)
    small = {word.lower() for word in words if len(word) > 2} & THIN
    if len(words) < LEAST_SHOUTED or not small or any(sign.islower() for sign in text):
        return text
    return re.sub(r"(?:\A|[.?!]\s*)[a-zæøå]", lambda match: match[0].upper(), text.lower())
