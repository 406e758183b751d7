"""The conditions a question sets, and those the evidence does not meet: years, dates, names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index import Passage, sentences
from ingest.terms import MONTHS
from service.question import Question, Wanted

EDITION = re.compile(r"\b(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d\b")
PARAGRAPH = re.compile(r"§+ ?\d+[a-z]?(?:, stk\. ?\d+)?|\bstk\. ?\d+|\bpunkt \d+", re.IGNORECASE)
FIGURES = re.compile(r"\d[\d.,]*\d|\d")
YEAR = re.compile(r"(?:19|20)\d\d")


def unmet(question: Question, quoted: Sequence[Passage], around: Sequence[Passage]) -> list[str]:
    """What the question names and the evidence does not have.

    `quoted` are the passages of the quotes, `around` those of their whole items.
    """
    said = " ".join(map(_said, around))
    return [
        *(year for year in question.years if not _has_year(question, year, quoted, said)),
        *_missing_days(question.days, quoted, said),
        *_missing_months(question.months, quoted, said),
        *(name for name in question.names if not _has_name(name, said)),
    ]


def binding(question: Question, missing: Sequence[str]) -> bool:
    """Whether an answer without `missing` would mislead.

    A figure of another year or place is worse than none, and so is a decision of another time.
    """
    if not missing or question.course:
        return False
    dated = any(YEAR.fullmatch(each) or any(m in each for m in MONTHS) for each in missing)
    return question.wanted is Wanted.FIGURE or (question.decision and dated)


def names_year(text: str, year: str) -> bool:
    """Whether `text` names the year, also as "24" in "17.3.24"; an edition is no year."""
    plain = EDITION.sub(" ", text)
    return bool(re.search(rf"(?<!\d){year}(?!\d)|\d[./]{year[2:]}(?!\d)", plain))


def has_figure(text: str, asked: str) -> bool:
    """Whether there is a figure that is no year, no paragraph and not the question's own."""
    known = set(FIGURES.findall(asked))
    plain = FIGURES.findall(PARAGRAPH.sub(" ", text))
    return any(figure not in known and not YEAR.fullmatch(figure) for figure in plain)


def _has_year(question: Question, year: str, quoted: Sequence[Passage], said: str) -> bool:
    if any(p.ref.held and p.ref.held.year == int(year) for p in quoted):
        return True
    if question.wanted is not Wanted.FIGURE:
        return names_year(said, year)
    return any(_figure_of(passage, year, question.text) for passage in quoted)


def _figure_of(passage: Passage, year: str, asked: str) -> bool:
    """Whether a figure stands with the year: in a sentence, a row, or under its heading."""
    if names_year(" ".join((*passage.ref.headings, passage.ref.annex or "")), year):
        return has_figure(passage.text, asked)
    told = [row.told for row in passage.rows]
    told += [passage.text[a:b] for a, b in sentences(passage.text)]
    return any(names_year(each, year) and has_figure(each, asked) for each in told)


def _missing_days(days: Sequence[date], quoted: Sequence[Passage], said: str) -> Iterator[str]:
    for day in days:
        written = f"{day.day}. {MONTHS[day.month - 1]}"
        numeric = rf"(?<!\d)0?{day.day}\.0?{day.month}\.(?:{day.year}|{day.year % 100})(?!\d)"
        here = any(passage.ref.held == day for passage in quoted)
        if not (here or re.search(rf"(?<!\d){re.escape(written)}|{numeric}", said, re.IGNORECASE)):
            yield f"{written} {day.year}"


def _missing_months(
    months: Sequence[tuple[int, int]], quoted: Sequence[Passage], said: str
) -> Iterator[str]:
    for year, month in months:
        name = f"{MONTHS[month - 1]} {year}"
        held = [passage.ref.held for passage in quoted if passage.ref.held]
        here = any((day.year, day.month) == (year, month) for day in held)
        if not (here or re.search(rf"\b{name}\b|\.0?{month}\.(?:{year}|{year % 100})(?!\d)", said)):
            yield name


def _has_name(name: str, said: str) -> bool:
    """The last letters of a name bend with grammar (Fjordby, Fjordbys) and hyphens come and go."""
    stem = re.escape(_plain(name)[: max(4, len(name) - 2)])
    return bool(re.search(rf"\b{stem}", _plain(said)))


def _plain(text: str) -> str:
    return text.lower().replace("-", " ")


def _said(passage: Passage) -> str:
    return f"{passage.text} {passage.context}"
