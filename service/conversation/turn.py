"""What was asked and cited before: what a follow-up can be about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index import words
from service.conversation import swap
from service.conversation.leaning import THE_MEETING, THE_PAPER, content
from service.conversation.small_words import THIN

# The verb stands first or after the question word, and tells less than what comes after it.
VERB_AFTER = re.compile(
    r"\A(?:(?:(?i:hvor (?:meget|længe|ofte|tit)|hvad|hvem|hvor|hvornår|hvordan|hvorfor|what|who"
    r"|when|why|how)) [^\W\d_]+"
    r"|[A-ZÆØÅ][a-zæøå]+er(?! (?:for|på|i|til|fra|af|om|med|og|ved|hos)\b))"
    r"(?= \S)"
)
BRACKETED = re.compile(r"(?P<asked>[^(]*) \((?P<about>.+)\)\??")
ADOPTED = re.compile(r"\b(?:vedtaget|godkendt|adopted|approved|in force|i kraft)\b", re.I)
DECIDED = re.compile(
    r"\b(?:beslut\w+|vedt\w+|godkendt|afgjort|udfald\w*|skete|decided|outcome)", re.I
)
TIME_IN_TITLE = re.compile(rf"(?: (?:fra|for|i|af|til|den|d\.))*\s*(?:{swap.TIME.pattern})", re.I)
# Items that every agenda has tell of no subject.
EVERY_AGENDA = re.compile(
    r"eventuelt|evt\.?|næste møde|godkendelse af (?:dagsorden|referat).*"
    r"|orientering(?:er)?(?: fra .*)?|meddelelser",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What an answer's first citation says of its place; `headings` end with the innermost."""

    title: str
    body: str | None = None
    meeting_date: date | None = None
    item_title: str | None = None
    headings: tuple[str, ...] = ()
    edition: str | None = None

    @property
    def topic(self) -> str | None:
        """What the place is about: its item's title, or its heading in an agreement."""
        title = self.item_title or (self.headings[-1] if self.headings else None)
        if not title or EVERY_AGENDA.fullmatch(title):
            return None
        # Its own years and first capital would be read as conditions on the answer.
        plain = TIME_IN_TITLE.sub("", title).strip()
        return plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain

    @property
    def meeting(self) -> str | None:
        """The meeting's date and body."""
        if self.meeting_date is None:
            return None
        return ", ".join(filter(None, (f"{self.meeting_date:%d.%m.%Y}", self.body)))


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, and what its answer cited; `None` where it found nothing."""

    question: str
    cited: Cited | None = None


def about(asked: str, before: Turn) -> list[str]:
    """What a follow-up `asked` is about; a meeting or document it asks for is that alone."""
    place = _place(asked, before)
    return [place] if place and not DECIDED.search(asked) else [*_subjects(asked, before)]


def _place(bare: str, before: Turn) -> str | None:
    """The meeting or document cited, where just that is asked for."""
    if before.cited is None:
        return None
    if THE_MEETING.search(bare):
        return before.cited.meeting
    return before.cited.title if THE_PAPER.search(bare) else None


def _subjects(bare: str, before: Turn) -> Iterator[str]:
    """What the turn before was about: its question, and its answer where that is of one matter."""
    yield _subject(before.question)
    cited = before.cited
    if cited is None:
        return
    if cited.topic:
        stems, known = set(words(cited.topic)), set(words(before.question))
        if stems - known and (stems & known or len(known) < 2):
            yield cited.topic
    if ADOPTED.search(bare) and cited.edition and cited.edition not in before.question:
        yield cited.edition
    elif DECIDED.search(bare) and cited.meeting and not swap.times(before.question):
        yield cited.meeting


def things(question: str) -> str:
    """The names and times in the question, else all it is about."""
    found = swap.names(question)
    if not found:
        return _subject(question)
    times = (time for time in swap.times(question) if not any(time in n.text for n in found))
    return " ".join(dict.fromkeys([*(name.text for name in found), *times]))


def _subject(question: str) -> str:
    """What a question is about: without question words, and what an earlier one is about."""
    bracketed = BRACKETED.fullmatch(question)
    if not bracketed:
        return _headless(question)
    first, *others = bracketed["about"].split("; ")
    own = _headless(bracketed["asked"])
    # Where it began, what came last and the last question; so it does not grow turn by turn.
    kept = [first, *others[-1:], *([own] if len(content(own)) > 1 else [])]
    return "; ".join(dict.fromkeys(kept))


def _headless(question: str) -> str:
    bare = VERB_AFTER.sub("", question.strip(" ?!."), count=1)
    for match in re.finditer(r"\S+", bare):
        if match[0].strip(",.?").lower() not in THIN:
            return bare[match.start() :]
    return ""
