"""The conditions a question sets, and those that what is told does not meet.

A figure of another year or place is worse than none, and so is another meeting's decision.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from ingest.terms import ANNEXES, MONTHS
from service import texts
from service.mentions import YEARS, has_name, names_year
from service.question import Question
from service.selection import Picked, Read

BEFORE = 500  # characters before a figure in which what it belongs to is named
LEAST_SHARED = 0.08  # of the question's words and of its concepts, together
MUNICIPALITY = re.compile(r"\b([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)?)s? [Kk]ommunes?\b")
PARAGRAPH = re.compile(r"§+ ?(\d+(?: ?[a-hj-z])?)\b")  # "§ 107 i loven": no letter i
# "mødet den 5. maj", "DAS-mødet i oktober 2019": the meeting is named, and not what it spoke of.
MEETING = re.compile(
    r"\w*møde(?:t|r|rne)?\b[^.?!,;]{0,25}?(?=\b\d{1,2}[./]|\bi \w+ 20\d\d)", re.IGNORECASE
)
SEASON = 3  # months


@dataclass(frozen=True, slots=True)
class Unmet:
    """What the sources told do not name, and why they are no answer, where they are none."""

    missing: tuple[str, ...] = ()
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece told, what stands above it (headings, annex, item) and `near` before it."""

    text: str
    above: str
    held: date | None
    row: bool
    near: str

    def of_year(self, year: str) -> bool:
        """Whether it tells of the year: it names it, or names none and stands under it.

        A row's headings may name another year than its table's title ("antal børn 2022").
        """
        if YEARS.search(self.text) and not self.row:
            return names_year(self.text, year)
        if YEARS.search(f"{self.text} {self.above}"):
            return names_year(f"{self.text} {self.above}", year)
        return bool(self.held and self.held.year == int(year))


def unmet(
    question: Question, picked: Sequence[Picked], read: Sequence[Read], held: Set[date]
) -> Unmet:
    """What of the question's conditions is not met.

    `read` are the sections that were chosen from, `held` the days of the meetings known.
    """
    if not picked:
        return Unmet()
    items = {one.section.first.group for one in picked}
    around = [each for each, _ in read if each.first.group in items]
    said = " ".join(f"{each.text} {each.first.context}" for each in around)
    days = [one.section.first.ref.held for one in picked if one.section.first.ref.held]
    dates = [
        *_missing_days(question.days, days, said),
        *_missing_months(question.months, days, said),
    ]
    years = [year for year in question.years if not _has_year(question, year, days, said)]
    names = [name for name in question.names if not has_name(name, said)]
    refusal = _nothing_in_common(picked) or _only_listed(picked) or _no_paragraph(question, said)
    if not question.course:
        refusal = (
            refusal
            or _no_meeting(question, held)
            or _other_item(question, picked, held)
            or _no_figure(question, picked)
            or (_other_time(question, years, dates) if _of_meetings(question) else None)
        )
    return Unmet((*years, *dates, *names), refusal)


def _other_time(question: Question, years: Sequence[str], dates: Sequence[str]) -> str | None:
    """None of the years, or none of the dates, that a decision is asked for of."""
    for missing, asked in ((years, question.years), (dates, (*question.days, *question.months))):
        if missing and len(missing) == len(asked):
            return texts.NOTHING_OF.format(what=missing[0])
    return None


def _nothing_in_common(picked: Sequence[Picked]) -> str | None:
    """Hardly a word or a concept of the question stands in what is told, or in its place."""
    signs = [piece.signs for one in picked for piece in one.pieces]
    shared = [its["words and place"] + its["concepts and place"] for its in signs]
    return texts.NOTHING_FOUND if max(shared) < LEAST_SHARED else None


def _no_meeting(question: Question, held: Set[date]) -> str | None:
    """A decision is asked for of a meeting that the collection does not have."""
    if not question.decision or not MEETING.search(question.text):
        return None
    if question.days and not held & set(question.days):
        return texts.NO_MEETING.format(when=texts.danish_date(question.days[0]))
    months = {(day.year, day.month) for day in held}
    if question.months and not months & set(question.months):
        year, month = question.months[0]
        return texts.NO_MEETING.format(when=f"{MONTHS[month - 1]} {year}")
    return None


def _other_item(question: Question, picked: Sequence[Picked], held: Set[date]) -> str | None:
    """An item is asked for by its number at a meeting, and another one is told."""
    if question.punkt is None or len(question.days) != 1 or question.days[0] not in held:
        return None
    ref = picked[0].section.first.ref
    if (ref.punkt, ref.held) == (question.punkt, question.days[0]):
        return None
    when = texts.danish_date(question.days[0])
    return texts.NOTHING_OF.format(what=texts.ITEM_OF.format(punkt=question.punkt, when=when))


def _only_listed(picked: Sequence[Picked]) -> str | None:
    """Nothing is told but the names of annexes."""
    listed = all(one.section.first.ref.section == ANNEXES for one in picked)
    return texts.LISTED_ONLY if listed else None


def _no_paragraph(question: Question, said: str) -> str | None:
    """A paragraph of a law is asked for that nothing told names."""
    for cited in PARAGRAPH.finditer(question.text):
        number = cited[1].replace(" ", "")
        written = re.sub(r"(?<=\d)(?=[a-z])", " ?", number)
        if not re.search(rf"§[^.;§]{{0,25}}?(?<!\d){written}(?![\da-zæøå])", said):
            return texts.NOTHING_OF.format(what=cited[0].strip())
    return None


def _no_figure(question: Question, picked: Sequence[Picked]) -> str | None:
    """A figure is asked for, and what is told has none of that sort, year or place."""
    sought = question.sought
    if sought is None:
        return None
    pieces = [piece for one in picked for piece in _pieces(one)]
    fitting = [piece for piece in pieces if sought.given(piece.text, piece.above)]
    if not fitting:
        return texts.NO_FIGURE
    right = [piece for piece in fitting if all(piece.of_year(year) for year in question.years)]
    if not right and len(question.years) == 1:
        known = sorted({year for piece in fitting for year in YEARS.findall(piece.text)})
        near = texts.FIGURES_OF.format(years=texts.listed(known)) if known else ""
        return f"{texts.NO_FIGURE_OF.format(what=question.years[0])}{near}"
    places = MUNICIPALITY.findall(question.text)
    if places and not any(
        has_name(places[0], f"{one.text} {one.above}") for one in right or fitting
    ):
        return texts.NO_FIGURE_OF.format(what=f"{places[0]} Kommune")
    if question.names and not any(_of_name(question, piece) for piece in right or fitting):
        return texts.NO_FIGURE_OF.format(
            what=texts.listed([f"„{name}“" for name in question.names])
        )
    return None


def _of_name(question: Question, piece: Piece) -> bool:
    """Whether one of the question's names stands with the piece or shortly before it."""
    said = f"{piece.text} {piece.above} {piece.near}"
    return any(has_name(name, said) for name in question.names)


def _pieces(picked: Picked) -> Iterator[Piece]:
    ref = picked.section.first.ref
    above = " ".join((*ref.headings[-1:], ref.annex or "", ref.item_title or ""))
    for piece in picked.pieces:
        unit = piece.unit
        near = picked.section.text[max(0, unit.start - BEFORE) : unit.end]
        yield Piece(unit.told, above, ref.held, unit.row, near)


def _has_year(question: Question, year: str, days: Sequence[date], said: str) -> bool:
    there = any(day.year == int(year) for day in days)
    # "Hvad blev besluttet i 2023" asks for the meetings of that year, whatever others say of it.
    of_meetings = _of_meetings(question) and re.search(rf"\bin? {year}\b", question.text)
    return there if days and of_meetings else there or names_year(said, year)


def _of_meetings(question: Question) -> bool:
    """Whether it asks what meetings did; "hvad kostede en godkendelse" asks for a figure."""
    return question.decision and question.sought is None


def _missing_days(asked: Sequence[date], held: Sequence[date], said: str) -> Iterator[str]:
    for day in asked:
        written = f"{day.day}. {MONTHS[day.month - 1]}"
        numeric = rf"(?<!\d)0?{day.day}\.0?{day.month}\.(?:{day.year}|{day.year % 100})(?!\d)"
        named = re.search(rf"(?<!\d){re.escape(written)}|{numeric}", said, re.IGNORECASE)
        if day not in held and not named:
            yield f"{written} {day.year}"


def _missing_months(asked: Sequence[tuple[int, int]], held: Sequence[date], said: str) -> list[str]:
    missing = [month for month in asked if not _has_month(*month, held, said)]
    if len(asked) >= SEASON and len(missing) < len(asked):  # "foråret 2025": one month is enough
        return []
    return [f"{MONTHS[month - 1]} {year}" for year, month in missing]


def _has_month(year: int, month: int, held: Sequence[date], said: str) -> bool:
    written = rf"\b{MONTHS[month - 1]} {year}\b|\.0?{month}\.(?:{year}|{year % 100})(?!\d)"
    here = any((day.year, day.month) == (year, month) for day in held)
    return here or bool(re.search(written, said, re.IGNORECASE))
