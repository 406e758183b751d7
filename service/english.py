"""Our own words of an answer, in English. Quotes, titles and names stay as they are.

A sentence of ours is known by its Danish template: each of its fields is a place in a regular
expression. What is none of ours is left alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index import Kind
from ingest.terms import MONTHS
from service import texts
from service.answer import Answer, Citation, Outcome, Sentence
from service.narrowing import KINDS as KINDS_OF
from service.telling import text

SENTENCES = {
    texts.NOTHING_FOUND: "The documents do not answer the question.",
    texts.NOTHING_OF: "The documents do not answer the question for {what}.",
    texts.NO_MEETING: (
        "The minutes of the meeting of {when} are not in the collection, "
        "so the decision is not known here."
    ),
    texts.NO_FIGURE: "We did not find the figure asked for.",
    texts.NO_FIGURE_OF: "For {what}, we did not find the figure asked for.",
    texts.NOTHING_AT_ALL: "Nothing in the documents is like the question.",
    texts.LISTED_ONLY: "The annex is only named. What it says is not in the collection.",
    texts.ABOUT_PERSON: (
        "Questions about the circumstances of individual people are not answered here. "
        "Ask about rules, decisions and agreements, and do not write the names or CPR numbers "
        "of citizens."
    ),
    texts.AGENDA_ONLY: (
        "The decision is not recorded here. Only the agenda of the meeting on {held} is in the "
        "collection, and an agenda has no decisions."
    ),
    texts.OTHER_MEETING: (
        "No decision on this was found from the meeting on {asked}. "
        "This is from the meeting on {held}."
    ),
    texts.FIRST_READING: "The matter had its first reading at the meeting on {held}.",
    texts.NOTHING_DECIDED: "The minutes have no express decision on this.",
    texts.ONLY_DRAFT: (
        "“{title}” is in the collection only as a draft. "
        "The documents do not show whether it was adopted."
    ),
    texts.PART_OF_QUESTION: "Question {n}: {question}",
    texts.SOURCES_DISAGREE: (
        "The sources disagree: source {n} says “{value}”, source {m} says “{against}”."
    ),
    texts.PARTS_DISAGREE: (
        "The figures in source {n} do not add up: “{value}” in total, but the parts are {against}."
    ),
    texts.AGENDA_ONLY_NOTE: (
        "Source {n} is from an agenda. "
        "The minutes of the meeting on {held} are not in the collection."
    ),
    texts.NOT_DECIDED_NOTE: "Source {n} is a recommendation, not a decision.",
    texts.DRAFT_NOTE: "Source {n} is a draft. The source does not show that it was adopted.",
    texts.STRUCK_NOTE: "Source {n} is deleted text. It does not apply.",
    texts.PROPOSED_NOTE: (
        "Source {n} has changes that are proposed and not approved in the document."
    ),
    texts.ANNEX_NOTE: "Source {n} is an annex to the item. It is not the meeting’s decision.",
    texts.CUT_NOTE: "Deleted words are left out of source {n}. See them in the document.",
    texts.STRUCK_SKIPPED: (
        "There is also deleted text on the subject. It does not apply and was not used."
    ),
    texts.NOT_MENTIONED: "The places quoted do not mention {what}.",
    texts.UNSURE: "We are not sure that this is the answer. Read the sources before you use it.",
    texts.WITHOUT_MODEL: "The answer was written without a language model.",
    texts.INSTRUCTIONS_CUT: "We have ignored the part of the text that is not a question.",
    texts.masked(1): (
        "A CPR number was removed from your question. It was neither searched for nor stored."
    ),
    texts.masked(2).replace("2", "{count}", 1): (
        "{count} CPR numbers were removed from your question. "
        "They were neither searched for nor stored."
    ),
    texts.SEARCHED_IN: "Searched first in {place}.",
    texts.WIDENED: "Nothing was found in {place}. The search was widened.",
    "{number}.": "{number}.",
    f"{texts.CLOSED_LIST} {{number}}.": (
        "The list shows only what you have access to. "
        "Closed items are shown only to those who have access. {number}."
    ),
    texts.LISTED_TIMES: "{number} about {subject}, at {times}.",
    texts.LISTED_ABOUT: "{number} about {subject}.",
}
# These follow another sentence in the same text. None has a field that is quoted.
FOLLOWING = {
    texts.FIGURES_OF.strip(): "There are figures for {years}.",
    texts.SEARCHED: "Searched: {number} from {first} to {last}.",
    texts.SEARCHED_ONE: "Searched: {number}, {first}.",
    texts.SEARCHED_UNDATED: "Searched: {number}.",
    texts.PROPOSED_TOO: "Also {number} found only on an agenda. The minutes are missing.",
    texts.ONLY_AGENDA_ONE: "Of the meeting on {days}, only the agenda is here.",
    texts.ONLY_AGENDAS: "Of the meetings on {days}, only the agendas are here.",
    texts.SHOWN_OF: "{shown} of {total} are shown here.",
}
# What stands in the fields of the others.
PHRASES = {
    texts.ITEM_OF: "item {punkt} of the meeting on {when}",
    texts.THE_MEETING: "the meeting on {date}",
    texts.LATEST_MEETING: "the latest meeting, {date}",
    texts.OF_YEAR: "{kind} from {year}",
    **{word: "minutes" if kind is Kind.REFERAT else "agendas" for word, kind in KINDS_OF.items()},
}
# As `texts.LISTED`.
LISTED = {
    "decisions": ("item", "items"),
    "treated": ("item", "items"),
    "items": ("item", "items"),
    "meetings": ("meeting", "meetings"),
    "documents": ("document", "documents"),
    "without minutes": ("meeting without minutes", "meetings without minutes"),
    "named": ("annex that is only named", "annexes that are only named"),
}
# As `texts.STATUS_LABELS` and `texts.KINDS`.
STATUS_LABELS = {
    "besluttet": "decided",
    "taget til efterretning": "noted",
    "anbefalet videre": "sent on with a recommendation",
    "enighed": "agreement or support",
    "drøftet": "discussed",
    "udsat": "postponed",
    "referat": "minutes",
    "indstillet": "recommendation, not a decision",
    "ikke registreret": "recommendation on the agenda, decision not known",
    "sagsfremstilling": "background to the case, not a decision",
}
KINDS = {
    "referat": "Minutes",
    "dagsorden": "Agenda",
    "socialaftale": "Social agreement",
    "styringsaftale": "Steering agreement",
    "guide": "Guide",
    "aarsrapport": "Annual report",
    "notat": "Memo",
    "kommissorium": "Terms of reference",
    "andet": "Other document",
}
LABELS = {
    texts.DRAFT_LABEL: "draft",
    texts.STRUCK_LABEL: "deleted text",
    texts.PROPOSED_LABEL: "proposed change",
    texts.PUNKT_LABEL: "item {number}",
    texts.ANNEX_LABEL: "annex to {place}",
}
ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()

ENTRY = "– "  # begins an entry of a list that has no quote

MONTH = rf"(?:{'|'.join(MONTHS)})"
DAY = rf"\d{{1,2}}\. {MONTH} \d{{4}}"
WRITTEN = re.compile(rf"(?:\b(\d{{1,2}})\. )?\b({MONTH}) (\d{{4}})\b")
THINGS = "|".join(sorted({re.escape(n) for both in texts.LISTED.values() for n in both}))
COUNTED = re.compile(rf"(\d+) ({THINGS})")
# What a field can hold; any other holds anything.
HOLDS = {
    **dict.fromkeys(("n", "m", "count", "shown", "total"), r"\d+"),
    **dict.fromkeys(("held", "asked", "first", "last", "date"), DAY),
    **dict.fromkeys(("number", "times"), rf"\d+ (?:{THINGS})"),
    "when": rf"(?:{DAY}|{MONTH} \d{{4}})",
    "days": rf"{DAY}(?:, {DAY})*(?: og {DAY})?",
    "years": r"\d{4}(?:, \d{4})*(?: og \d{4})?",
}
QUOTED = frozenset({"title", "question", "value", "against", "subject"})
FIELD = re.compile(r"\{(\w+)\}")
Pairs = Sequence[tuple[re.Pattern[str], str]]


def _pattern(template: str) -> str:
    """The template as a regular expression, its fields as groups of the same names."""
    return "".join(
        rf"(?P<{part}>{HOLDS.get(part, '.+?')})" if at % 2 else re.escape(part)
        for at, part in enumerate(FIELD.split(template))
    )


def _pairs(templates: Mapping[str, str]) -> Pairs:
    return [(re.compile(_pattern(danish), re.DOTALL), said) for danish, said in templates.items()]


WHOLE, FOLLOWS, INSIDE = _pairs(SENTENCES), _pairs(FOLLOWING), _pairs(PHRASES)
ENDS = [re.compile(rf"(?P<rest>.+\.) (?P<end>{_pattern(e)})", re.DOTALL) for e in FOLLOWING]
PART = re.compile(_pattern(texts.PART_OF_QUESTION), re.DOTALL)


def in_english(answer: Answer) -> Answer:
    """`answer` with what we say ourselves in English; its quotes and titles are not touched."""
    cited = {each.n: each for each in answer.citations}
    said = tuple(_sentence(each, cited) for each in answer.sentences)
    return replace(
        answer,
        text=text(said) if said else _told(answer.text),
        sentences=said,
        notes=tuple(_told(note) for note in answer.notes),
    )


def _sentence(said: Sentence, cited: Mapping[int, Citation]) -> Sentence:
    """Under a label stands a quote; what has no label may be ours."""
    if not said.label:
        return replace(said, text=_told(said.text))
    source = cited.get(said.citations[0]) if said.citations else None
    return replace(said, label=_label(said.label, source)) if source else said


def _told(said: str) -> str:
    """A text of one sentence of ours, or of one and those that follow it."""
    if said.startswith(ENTRY):
        return _entry(said)
    rest, after = said, list[str]()
    # A part's question may itself end like one of those that follow.
    while not PART.fullmatch(rest) and (found := _end(rest)):
        rest = found["rest"]
        after.insert(0, _filled(found["end"], FOLLOWS) or found["end"])
    first = _filled(rest, WHOLE)
    return " ".join((first, *after)) if first else said


def _end(said: str) -> re.Match[str] | None:
    return next(filter(None, (end.fullmatch(said) for end in ENDS)), None)


def _filled(said: str, pairs: Pairs) -> str | None:
    """The English of the first template that is all of `said`; `None` where none is."""
    for danish, english in pairs:
        if found := danish.fullmatch(said):
            fields = found.groupdict().items()
            return english.format(**{k: v if k in QUOTED else _phrase(v) for k, v in fields})
    return None


def _phrase(value: str) -> str:
    """What stands in a field of ours: a place, a number of things, days, years or names."""
    if counted := COUNTED.fullmatch(value):
        key = next(key for key, names in texts.LISTED.items() if counted[2] in names)
        one, several = LISTED[key]
        return f"{counted[1]} {one if counted[1] == '1' else several}"
    return _filled(value, INSIDE) or dated(value).replace(" og ", " and ")


def dated(said: str) -> str:
    """`said` with its days and months in English: "22 May 2025"."""
    return WRITTEN.sub(_written, said)


def _written(found: re.Match[str]) -> str:
    day = f"{found[1]} " if found[1] else ""
    return f"{day}{ENGLISH_MONTHS[MONTHS.index(found[2])]} {found[3]}"


def _entry(said: str) -> str:
    """An entry without a quote: it ends in its day, its edition, the document's kind and file."""
    parts = said.split(", ")
    kinds = {texts.KINDS[key]: english for key, english in KINDS.items()}
    if len(parts) > 2:
        parts[-2] = kinds.get(parts[-2], parts[-2])
    for at in (-3, -4):
        if len(parts) > -at and re.fullmatch(DAY, parts[at]):
            parts[at] = dated(parts[at])
            break
    return ", ".join(parts)


def _label(said: str, cited: Citation) -> str:
    """The label above a quote from `cited`; one of another form stays as it is."""
    title = re.escape(cited.title)
    draft = rf"(?: \({texts.DRAFT_LABEL}\))?"
    held = f"(?: {DAY})?" if cited.meeting_date else draft
    punkt = re.escape(texts.PUNKT_LABEL.format(number=cited.punkt))
    marks = f"(?:, {texts.STRUCK_LABEL})?(?:, {texts.PROPOSED_LABEL})?"
    if cited.outcome is Outcome.ANNEX:
        annex = texts.ANNEX_LABEL.format(place="")
        place = rf"({title})({draft})(.*, )({annex})(.+?)({held}(?: {punkt})?{marks})"
    else:
        opening = re.escape(cited.body) if cited.meeting_date and cited.body else title
        place = rf"({opening})({held}(?:, {punkt})?)(.*?)({marks})"
    status = texts.STATUS_LABELS.get(cited.outcome.value)
    end = f" – {status}:" if status else ":"
    found = re.fullmatch(place + re.escape(end), said, re.DOTALL)
    if found is None:
        return said
    # A title and words of ours by turns.
    told = "".join(_ours(part) if at % 2 else part for at, part in enumerate(found.groups()))
    return f"{told} – {STATUS_LABELS[cited.outcome.value]}:" if status else f"{told}:"


def _ours(said: str) -> str:
    """A part of a label that has no title in it."""
    for danish, english in LABELS.items():
        said = said.replace(danish.partition("{")[0], english.partition("{")[0])
    return dated(said)
