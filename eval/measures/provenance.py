"""Provenance of figures and dates: whether each one that is told has a source.

A figure that stands in no source is the fault that misleads most and that readers notice least
(Zhao and others 2020, "Reducing quantity hallucinations in abstractive summarization").
"""

import re
from functools import lru_cache

from eval.measures.amounts import Amounts, amounts, of_day
from eval.measures.measure import Measure, Pair
from eval.measures.statements import borne, row
from eval.runs.record import Cited, Said

SOURCE = re.compile(r"\b(?:kilde|source)\s+\d+", re.IGNORECASE)
NAME = re.compile("[„“][^„“”]+[“”]")


def of(pair: Pair) -> float | None:
    """The share of the figures and dates of the statements that a source has.

    The sources of a statement are the quotes it cites, and the date, item and edition of their
    places. For the headings of a table's row it is the whole document. A statement of ours that
    cites nothing may name what the question names, all places of the answer, and how many there
    are; names of documents in it are not read. `None` where nothing has a figure. Labels are not
    read, and a figure of another thing in the same quote is taken for the right one.
    """
    told = [_traced(pair, said) for said in pair.record.said]
    number = sum(many for _, many in told)
    return sum(found for found, _ in told) / number if number else None


def _traced(pair: Pair, said: Said) -> tuple[int, int]:
    """How many of a statement's figures have a source, and how many there are."""
    sources = _of_places(borne(pair.record, said)) if said.citations else _of_all(pair)
    found = many = 0
    for line in said.text.split("\n"):
        if told := row(line):
            headings = amounts(" ; ".join(told.headings))
            known = sources | _of_documents(pair, said) if headings else sources
            found, many = found + headings.among(known), many + len(headings)
        read = line if said.citations else NAME.sub("", line)
        figures = amounts(" ; ".join(told.cells) if told else SOURCE.sub("", read))
        found, many = found + figures.among(sources), many + len(figures)
    return found, many


def _of_places(cited: list[Cited]) -> Amounts:
    known = Amounts()
    for one in cited:
        known |= amounts(one.quote) | amounts(f"{one.punkt or ''} ; {one.edition or ''}")
        known |= of_day(one.meeting_date) if one.meeting_date else Amounts()
    return known


def _of_all(pair: Pair) -> Amounts:
    cited = pair.record.citations
    places = {(one.document, one.meeting_date, one.punkt) for one in cited}
    counts = Amounts(frozenset({str(len(cited)), str(len(places))}))
    return _of_places(list(cited)) | amounts(pair.item.question) | counts


def _of_documents(pair: Pair, said: Said) -> Amounts:
    known = Amounts()
    for name in {one.document for one in borne(pair.record, said)}:
        known |= _amounts(pair.documents.text(name) or "")
    return known


_amounts = lru_cache(maxsize=16)(amounts)  # of whole documents


PROVENANCE = Measure(
    "provenance",
    "Share of the figures and dates told that stand in the sources cited for them.",
    "share",
    1,
    of,
)
