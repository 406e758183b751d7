"""Verbatim faithfulness of statements: whether what an answer tells as a quote is one."""

import re
from collections.abc import Sequence

from eval.measures.measure import Measure, Pair
from eval.measures.standing import stands
from eval.measures.statements import WRITTEN, borne, pieces, row

QUOTED = re.compile("[„“]([^„“”]+)[“”]")


def of(pair: Pair) -> float | None:
    """The share of the parts of cited statements that stand in the quotes they cite.

    `None` where nothing is told as a quote: an abstention, or statements that a model writes. A
    row of a table is told with its headings: its cells must stand in the quote, the headings in
    the document. Of a remark of ours on a source it is what stands between quotation marks.
    """
    record = pair.record
    if record.mode == WRITTEN:
        return None
    found = []
    for said in record.said:
        cited = borne(record, said)
        quotes = [one.quote for one in cited]
        texts = [pair.documents.text(one.document) or "" for one in cited]
        found += [_faithful(piece, quotes, texts) for piece in pieces(said) if said.citations]
    return sum(found) / len(found) if found else None


def _faithful(piece: str, quotes: Sequence[str], documents: Sequence[str]) -> bool:
    if _in(piece, quotes):
        return True
    if told := row(piece):
        cells = all(_in(cell, quotes) for cell in told.cells)
        return cells and all(_in(heading, documents) for heading in told.headings)
    quoted = QUOTED.findall(piece)
    return bool(quoted) and all(_in(words, quotes) for words in quoted)


def _in(words: str, texts: Sequence[str]) -> bool:
    return any(stands(words, text) for text in texts)


VERBATIM_SAID = Measure(
    "verbatim_said",
    "Share of what the answer tells as quotes that stands in the quotes it cites.",
    "share",
    1,
    of,
)
