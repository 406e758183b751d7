"""A draft, a proposed change or a struck rule told as if it were in force."""

import re

from eval.measures.citing import covers
from eval.measures.measure import Measure, Pair
from eval.measures.standing import stands
from eval.runs.record import Cited

DRAFT = re.compile(r"udkast|\bdraft", re.IGNORECASE)
STRUCK = re.compile(r"slettet|udgået|gælder ikke|\bdeleted|\bstruck|not in force", re.IGNORECASE)
PROPOSED = re.compile(r"foreslået|forslag|\bproposed", re.IGNORECASE)
MARKED = re.compile(r"~~(.+?)~~", re.DOTALL)  # how files without styles write struck text


def of(pair: Pair) -> float | None:
    """1 where any citation is told so, 0 where none is; `None` where nothing is cited.

    What a text is comes from the set (a heading or a file's name with "udkast" or "slettet"),
    from the file (`~~struck~~`), and from the system itself. The answer must say so: in the label
    above the statement, in its text or in a remark. What only a person can tell to be a draft is
    not seen, nor an agreement in force that is called a draft.
    """
    cited = pair.record.citations
    return float(any(_hidden(pair, one) for one in cited)) if cited else None


def _hidden(pair: Pair, cited: Cited) -> bool:
    said = _said(pair, cited)
    return any(
        is_so and not word.search(said)
        for is_so, word in (
            (cited.draft or _named(pair, cited, DRAFT), DRAFT),
            (cited.struck or _named(pair, cited, STRUCK) or _is_struck(pair, cited), STRUCK),
            (cited.proposed, PROPOSED),
        )
    )


def _said(pair: Pair, cited: Cited) -> str:
    """What the answer says of a citation: labels and statements that cite it, and remarks."""
    bearing = [said for said in pair.record.said if cited.n in said.citations]
    ours = [said.text for said in pair.record.said if not said.citations]
    told = (f"{said.label} {said.text.replace(cited.quote, '')}" for said in bearing)
    return "\n".join((*told, *ours, *pair.record.notes))


def _named(pair: Pair, cited: Cited, word: re.Pattern[str]) -> bool:
    """Whether the set says so of the text that is cited: in its heading or the file's name."""
    return any(
        covers(cited, one) and (word.search(one.document) or word.search(pair.item.section or ""))
        for one in pair.item.references
        if one.document == cited.document
    )


def _is_struck(pair: Pair, cited: Cited) -> bool:
    """Whether the quote stands between the marks of struck text."""
    text = pair.documents.text(cited.document) or ""
    return any(stands(cited.quote, struck) for struck in MARKED.findall(text))


FORCE_ERROR = Measure(
    "force_error",
    "Share of the answers that tell a draft or struck text as if it were in force.",
    "share",
    -1,
    of,
)
