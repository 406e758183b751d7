"""Questions that ask for a list or a count over the collection, and not for a passage.

A question is one only where all of its words are read: anything left over makes it an ordinary one.
"""

import re
from dataclasses import dataclass
from datetime import date

from index import Kind
from service.answer import Outcome
from service.register.forms import DONE, FORMS, OVERVIEW, PREFIX, Form, Listed
from service.register.span import Span, span


@dataclass(frozen=True, slots=True)
class Register:
    """What is asked for. Empty and `None` are no condition.

    `subject` are the words for what the entries are about, `body` the body as the question calls
    it, `start` and `end` bound the meeting's date, both included. `latest` says that the last
    meeting is meant, `times` that the meetings count and not their items, `count` that a number is
    asked for, `closed` that closed items are, `english` that its words are English.
    """

    listed: Listed
    subject: str = ""
    body: str | None = None
    start: date | None = None
    end: date | None = None
    latest: bool = False
    outcome: Outcome | None = None
    kinds: frozenset[Kind] = frozenset()
    times: bool = False
    count: bool = False
    closed: bool = False
    english: bool = False


COUNTED = re.compile(r"hvor (?:mange|ofte|tit)|how (?:many|often)", re.IGNORECASE)
LONGEST = 300  # characters; whoever asks for a list asks shortly
HELD = (Listed.MEETINGS, Listed.WITHOUT_MINUTES)  # a meeting to come has not been held
ENGLISH = re.compile(r"(?:which|what|how|when|at which|all)\b", re.IGNORECASE)
TRIM = re.compile(r"^(?:emnet|sagen om|punktet om|spørgsmålet om) ", re.IGNORECASE)


def register(question: str, today: date) -> Register | None:
    """The list that `question` asks for; `None` where it asks for something else."""
    time = span(question, today) if len(question) <= LONGEST else None
    if time is None:
        return None
    rest = PREFIX.sub("", time.rest)
    rest = OVERVIEW.sub("alle ", rest)
    for form in FORMS:
        said = form.read(rest)
        if said is not None and (time.short or not form.needs_time):
            return _register(form, said, time, today)
    return None


def _register(form: Form, said: dict[str, str], time: Span, today: date) -> Register:
    done = said.get("done", "")
    outcomes = (o for o, words in DONE.items() if re.fullmatch(words, done, re.IGNORECASE))
    return Register(
        listed=form.listed,
        subject=TRIM.sub("", said.get("subject", "")),
        body=said.get("body"),
        start=time.start,
        end=min(time.end or today, today) if time.latest or form.listed in HELD else time.end,
        latest=time.latest,
        outcome=next(outcomes, None),
        kinds=form.kinds,
        times=form.times,
        count=bool(COUNTED.match(said.get("lead", ""))),
        closed=form.closed,
        english=bool(ENGLISH.match(said.get("lead", ""))),
    )
