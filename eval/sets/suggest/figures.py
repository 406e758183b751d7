"""Questions about figures in sentences and tables, and the same asked where nothing answers."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from eval.sets.row import Difficulty
from eval.sets.suggest.spot import Proposal, Spot, clause, proposal, subject
from service.texts import danish_date

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FIGURE = r"\d[\d.,]*(?:\s?(?:pct\.|%|mio\. kr\.|mia\. kr\.|kr\.))?"
NAME = r"[A-ZÆØÅ][\w'’-]*(?:,? (?!var|er|havde|har|i)[\w'’-]+){0,7}"
# "Belægningen på Fyrtårnet var 78 pct. i 2024": "Hvad var belægningen på Fyrtårnet i 2024?"
WAS = re.compile(
    rf"^(?P<it>{NAME}) (?P<verb>var|er|udgjorde|udgør)(?P<on> på)? (?P<figure>{FIGURE})"
    r"(?= i (?P<year>(?:19|20)\d\d))"
)
# "TKO modtog 34 henvendelser i 2024": "Hvor mange henvendelser modtog TKO i 2024?"
DID = re.compile(
    rf"^(?P<it>{NAME}) (?P<verb>har|havde|modtog|aflagde|gav|købte|solgte|omfatter|får|fik) "
    rf"(?P<figure>\d[\d.]*) (?P<what>(?!pct|%|kr|mio)[a-zæøå]+)(?= i (?P<year>(?:19|20)\d\d)|[ .,])"
)
VAGUE = re.compile(
    r"^(?:Det|Den|De|Dette|Denne|Disse|Der|Her|Heraf|Tallet|Antallet|Andelen|Alle|Hver)\b"
)
DEFINITE = re.compile(r"(?:en|et|erne|ene|ne)$")  # "belægningen", "pladserne"; a name seldom
FULL = re.compile(r"(?!0$)\d")  # a figure, and not nought
LABEL = re.compile(r"^[A-ZÆØÅ][^\d:]{3,60}$")


def figures(spots: Iterable[Spot]) -> Iterator[Proposal | None]:
    """A question for each sentence or row that plainly says how much or how many."""
    for spot in spots:
        if spot.block.struck or spot.block.inserted:
            continue
        if spot.block.cells:
            yield _row(spot)
        else:
            for sentence in spot.sentences:
                yield _sentence(spot, sentence)


def _sentence(spot: Spot, sentence: str) -> Proposal | None:
    found = WAS.match(sentence) or DID.match(sentence)
    if found is None or VAGUE.match(found["it"]):
        return None
    question, figure = _asked(found, spot)
    made = proposal(
        "figure",
        spot,
        (sentence,),
        question=question,
        type="number",
        answer=sentence,
        nuggets=[figure],
        difficulty=Difficulty.EASY,
    )
    return made and replace(made, about=found["it"], years=frozenset(YEAR.findall(sentence)))


def _asked(found: re.Match[str], spot: Spot) -> tuple[str, str]:
    """The question that a sentence answers, and with what."""
    year = f" i {found['year']}" if found["year"] else ""
    what = found.groupdict().get("what")
    if what:
        whose = "" if year else _according(spot)
        asked = f"Hvor mange {what} {found['verb']} {_inside(found['it'], spot)}{year}{whose}?"
        return asked, f"{found['figure']} {what}"
    named = any(word[:1].isupper() for word in found["it"].split()[1:])
    whose = "" if named else _according(spot)
    on = " på" if found["on"] else ""
    return f"Hvad {found['verb']} {_inside(found['it'], spot)}{on}{year}{whose}?", found["figure"]


def _inside(it: str, spot: Spot) -> str:
    """A subject inside a sentence: "Belægningen" begins small there, a name does not."""
    first = it.split(" ", 1)[0]
    name = re.search(rf"[a-zæøå,] {re.escape(first)}\b", spot.file.text)
    return it[0].lower() + it[1:] if DEFINITE.search(first) and not name else it


def _according(spot: Spot) -> str:
    """Whose it is, where a single word ("belægningen") does not say."""
    above = spot.annex or spot.chapter or spot.item
    return f" ifølge {subject(above.heading)}" if above else ""


def _row(spot: Spot) -> Proposal | None:
    """A cell under a year, asked for by the label of its row and the name of its table."""
    label, *rest = spot.block.cells
    named = LABEL.match(label.text) and not label.text.lower().startswith("i alt")
    years = [cell for cell in rest if YEAR.fullmatch(cell.heading) and FULL.match(cell.text)]
    above = spot.table or spot.annex or spot.item
    if not named or len(years) < 2 or above is None:
        return None
    cell = years[len(spot.block.text) % len(years)]  # now one year, now another
    made = proposal(
        "figure",
        spot,
        (spot.block.text,),
        question=f"Hvad er tallet for „{label.text}“ i {cell.heading} ifølge "
        f"{subject(above.heading)}?",
        type="number",
        answer=cell.text,
        nuggets=[cell.text],
        difficulty=Difficulty.MEDIUM,
    )
    known = frozenset(YEAR.findall(" ".join([above.heading, *(c.heading for c in rest)])))
    return made and replace(made, about=label.text, years=known)


def moved(found: Iterable[Proposal], answered: Callable[[str], bool]) -> Iterator[Proposal]:
    """The same questions for a year that is not known; `answered` looks whether one is after all.

    Only years next to known ones are asked for: those that somebody might ask.
    """
    for one in found:
        if one.kind != "figure" or not (year := YEAR.search(one.row.question)):
            continue
        known = sorted(map(int, {*one.years, year[0]}))
        for other in (known[-1] + 1, known[0] - 1, known[-1] + 2):
            question = YEAR.sub(str(other), one.row.question, count=1)
            if not answered(f"{one.about} {other}"):
                yield _unanswerable(one, question, year[0])
                break


def elsewhere(found: Iterable[Proposal], held: frozenset[date]) -> Iterator[Proposal]:
    """What was decided, asked of a day a year later on which there was no meeting that is here."""
    for one in found:
        day = one.row.meeting
        if one.kind != "outcome" or day is None:
            continue
        after = date(day.year + 1, day.month, min(day.day, 28))
        question = one.row.question.replace(danish_date(day), danish_date(after))
        if after not in held and question != one.row.question:
            yield _asked_in_vain(one, question, "Fremgår ikke. Det møde er ikke i samlingen.")


def _unanswerable(one: Proposal, question: str, year: str) -> Proposal:
    known = clause(one.row.gold[0].quote)
    return _asked_in_vain(one, question, f"Fremgår ikke. Kendt er tallet for {year}: {known}.")


def _asked_in_vain(one: Proposal, question: str, answer: str) -> Proposal:
    fields = {
        "question": question,
        "type": "unanswerable",
        "answerable": False,
        "answer": answer,
        "must_not": [],
        "nuggets": [],
        "gold": [],
        "meeting": None,
        "punkt": None,
        "section": None,
        "difficulty": one.row.difficulty,
    }
    return replace(one, kind="unanswerable", row=one.row.model_copy(update=fields))
