"""A follow-up understood by what was asked and cited before it, by its form alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from service.conversation import swap
from service.conversation.leaning import (
    CONDITION,
    asks_of_case,
    asks_what_belongs,
    content,
    leans,
    led,
    words_of,
)
from service.conversation.small_words import THIN
from service.conversation.turn import Cited, Turn, about, things
from service.question import MAX_QUESTION

__all__ = ["Cited", "Resolved", "Turn", "resolved"]

LONGEST = 200  # characters; who writes more tells what it is about
MOST_WORDS = 6  # of what takes another thing's place
POLITE = frozenset("tak thanks thank ok okay ja nej yes no fint super godt hej hello hi".split())
ABOUT = re.compile(
    r"\A(?:(?:hvad|hvordan)(?: så)? (?:med|var det|så det ud)|hvad så|(?:what|how) about"
    r"|jeg (?:mente|mener)|i mean|i meant|i stedet|også)\b[ ,]*(?:for )?",
    re.I,
)
OPENING = re.compile(
    r"\A(?:(?:i|for|på|hos|til|fra|af|ved|om|med|ifølge|under|mødet|in|at|about|with|by|on"
    r"|den|d\.) )+",
    re.I,
)
NEXT_YEAR = re.compile(
    r"(?:(?:i|til|for) )?(?:(?:året|år|det år) (?:efter|derefter)|næste år)"
    r"|the year after|next year",
    re.I,
)
LAST_YEAR = re.compile(r"(?:i )?(?:året|det år) (?:før|forinden)|the year before", re.I)
COMPARED = re.compile(
    r"(?:(?:kan du )?sammenlign\w*|compare)(?: det| den| it)? (?:med|with|to)"
    r" (?P<other>\S+(?: \S+){0,4})",
    re.I,
)
TODAY = re.compile(r"(?:i dag|nu|lige nu|today|now)", re.I)
IN_ENGLISH = re.compile(
    r"(?:what|who|when|where|why|how|which|is|are|was|were|did|does|do|can|must|should)\b", re.I
)
ALONE = re.compile(r"(?:hvornår|hvorfor|hvordan|when|why|how)", re.I)
MORE = frozenset(
    """uddyb uddybe uddybes forklar forklare nærmere yderligere flere mere dansk engelsk danish
    english kilde kilder kilden elaborate explain details detaljer more source står henvisning
    find finde læse læs skriv skrive kort kortere opsummer opsummere shorter""".split()
)
ADVERB = re.compile(r"(?:hvornår|hvorfor|hvordan|when|why)\b(?! (?:mange|meget|many|much))", re.I)
VERB_FIRST = re.compile(
    r"(?:er|var|har|havde|skal|skulle|kan|kunne|vil|må|blev|bliver|får|fik|tog|did|does|is|was|has"
    r"|are|were|can|must|should|[a-zæøå]+er)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question as it was written, and in full where it leans on the one before it."""

    text: str
    understood_as: str | None


def resolved(text: str, before: Turn | None) -> Resolved:
    """`text` understood by the turn before; one with a subject of its own begins afresh."""
    plain = " ".join(text.split())
    if before is None or len(plain) > LONGEST or not _asks(plain):
        return Resolved(text, None)
    rest, joined = led(plain)
    asked = replace(before, question=_capital(led(before.question)[0]))
    full = _in_place(rest, asked, joined=joined) or _leaning(rest, asked)
    return Resolved(text, full if full and len(full) <= MAX_QUESTION else None)


def _asks(text: str) -> bool:
    said = {word.lower() for word in words_of(text)} - {","}
    return bool(said) and not said <= POLITE and not (said & {"tak", "thanks"} and "?" not in text)


def _in_place(text: str, before: Turn, *, joined: bool) -> str | None:
    """The question before with another time or thing in it: "i 2023?", "hvad med Birkegården?"."""
    rest = ABOUT.sub("", text, count=1)
    other = rest != text
    bare = rest.strip(" ?!.,")
    if compared := COMPARED.fullmatch(bare):
        return swap.added(before.question, compared["other"])
    return _at_time(bare, before) or (
        _of_other(bare, before) if joined or other or _one_name(rest) else None
    )


def _at_time(bare: str, before: Turn) -> str | None:
    held = before.cited.meeting_date if before.cited else None
    for pattern, years in ((NEXT_YEAR, 1), (LAST_YEAR, -1)):
        if pattern.fullmatch(bare):
            return swap.moved_year(before.question, years, held.year if held else None)
    if TODAY.fullmatch(bare):
        return swap.added(before.question, bare, bare=True)
    time = OPENING.sub("", bare, count=1)
    if not swap.TIME.fullmatch(time):
        return None
    return swap.with_time(
        before.question, time, before="in" if IN_ENGLISH.match(before.question) else "i"
    )


def _of_other(bare: str, before: Turn) -> str | None:
    thing = OPENING.sub("", bare, count=1)
    said = words_of(thing)
    if not said or len(said) > MOST_WORDS or CONDITION.match(thing):
        return None
    if swap.NUMBER.fullmatch(thing):
        return swap.with_name(before.question, thing)
    own = [word for word in said if word.lower() not in THIN]
    named = [name for name in swap.names(f"- {thing}") if name.text == thing]
    small = {word.lower() for word in said} & THIN
    if not own or (not named and (len(own) > 2 or small - {"en", "et", "den", "det", "a", "the"})):
        return None
    return swap.with_name(before.question, thing) or swap.added(before.question, thing)


def _one_name(text: str) -> bool:
    """Whether it is a name with a question mark, and nothing more."""
    bare = OPENING.sub("", text.rstrip(" ?"), count=1)
    return text.endswith("?") and any(n.text == bare for n in swap.names(f"- {bare}"))


def _leaning(text: str, before: Turn) -> str | None:
    """`text` with what it is about; `None` where it stands alone."""
    bare = text.strip(" ?!.")
    if not content(bare):
        if MORE.intersection(map(str.lower, words_of(bare))):
            return before.question
        if ALONE.fullmatch(bare) and (whole := _asked_with(bare, before.question)):
            return whole
    if asks_what_belongs(bare):
        return _about(bare, [things(before.question)])
    if not (leans(bare) or asks_of_case(bare)):
        return None
    return _about(bare, about(bare, before))


def _asked_with(word: str, question: str) -> str | None:
    """ "Hvornår" and "Blev guiden godkendt?" are one question; `None` where they make none."""
    if adverb := ADVERB.match(question):
        return _capital(word) + question[adverb.end() :]
    if VERB_FIRST.match(question):
        return f"{_capital(word)} {question[0].lower()}{question[1:]}"
    return None


def _about(bare: str, subjects: Iterable[str]) -> str | None:
    said = "; ".join(dict.fromkeys(filter(None, subjects)))
    return f"{_capital(bare)} ({said})?" if said else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
