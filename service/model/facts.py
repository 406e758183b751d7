"""Figures, dates and names of a sentence stand in what it cites, each with what it belongs to."""

from collections.abc import Sequence
from dataclasses import replace

from service.model.dates import Day, dates
from service.model.dates import matches as same_day
from service.model.evidence import Evidence, Passage, clauses
from service.model.figures import Figure, figures
from service.model.figures import matches as same_figure
from service.model.words import content


def figures_stand(text: str, cited: Sequence[Evidence]) -> bool:
    """Whether all figures and dates stand in one of the cited texts or the words for its place."""
    days, rest = dates(text)
    found = figures(rest)
    return all(any(_dated(day, each) for each in cited) for day in days) and all(
        any(_counted(figure, each) for each in cited) for figure in found
    )


def of_elsewhere(text: str, cited: Sequence[Evidence], best: Passage) -> bool:
    """Whether a figure, date or year stands in another sentence than the words it is told with.

    A year may also be the one of the place, or the only one in the text, where `best` has none.
    """
    days, rest = dates(text)
    found = figures(rest)
    places = [best, *(each.label for each in cited)]
    years = frozenset(year for place in places for year in place.years)
    values = [figure for figure in found if not figure.is_year]
    if not all(any(_holds(place, figure) for place in places) for figure in values):
        return True
    known = [day for place in places for day in place.days]
    written = [day if day.day else replace(day, year=None) for day in days]
    if not all(any(same_day(day, other, years) for other in known) for day in written):
        return True
    alone = {y for each in cited for y in each.whole.years if len(each.whole.years) == 1}
    bare = {int(figure.value) for figure in found if figure.is_year}
    bare |= {day.year for day in days if day.year and not day.day}
    return not bare <= (best.years or years | alone)


def from_wide_rows(text: str, cited: Sequence[Evidence]) -> bool:
    """Whether a figure stands only in table rows with several: which column it is of, is unsure."""
    found = [figure for figure in Passage(text).figures if not figure.is_year]
    units = [unit for each in cited for unit in (*each.sentences, each.label)]
    sure = [u for u in units if "\t" not in u.text or len(u.figures) < 2]
    return any(not any(_holds(unit, figure) for unit in sure) for figure in found)


def crossed(text: str, cited: Sequence[Evidence]) -> bool:
    """Whether a figure or date is told with words that the source tells with another one.

    "Drift koster 5 mio. kr., og anlæg koster 7 mio. kr." bears no "drift koster 7 mio. kr.".
    """
    pool = [clause for each in cited for clause in each.clauses]
    for part in clauses(text):
        if not part.values:
            continue
        others = [clause for clause in pool if clause.values and not clause.values & part.values]
        rest = [clause for clause in pool if clause not in others]
        rest += [each.label for each in cited]
        words = content(part.text)
        if any(_only_in(word, others, rest) for word in words):
            return True
        if any(
            any(year in clause.years for clause in others)
            and not any(year in clause.years for clause in rest)
            for year in part.years
        ):
            return True
    return False


def _only_in(word: str, others: Sequence[Passage], rest: Sequence[Passage]) -> bool:
    def has(passage: Passage) -> bool:
        return passage.words.has(word)

    return any(map(has, others)) and not any(map(has, rest))


def _dated(day: Day, each: Evidence) -> bool:
    years = each.whole.years | each.label.years
    return any(same_day(day, other, years) for other in (*each.whole.days, *each.label.days))


def _counted(figure: Figure, each: Evidence) -> bool:
    if figure.is_year and int(figure.value) in each.whole.years | each.label.years:
        return True
    return _holds(each.whole, figure) or _holds(each.label, figure)


def _holds(passage: Passage, figure: Figure) -> bool:
    return any(same_figure(figure, other) for other in passage.figures)
