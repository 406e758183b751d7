"""A question as the report tells it: what was asked, what should have come, what came, and why."""

from dataclasses import dataclass
from textwrap import shorten

from eval import texts
from eval.measures.measure import Pair
from eval.report.fate import FINE, Fate, facts, fate
from eval.report.located import right_ranks
from eval.report.reasons import Reason, Scores, reasons
from eval.runs import Cited, Record
from eval.sets import Item, Reference

TOP = 3  # passages of the ranking that are shown, and the first right one
LETTERS = 320  # of a passage


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of the ranking, cut short; `right` says that it shows what answers."""

    number: int
    document: str
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its answer; `ranks` are of the passages that show what answers."""

    pair: Pair
    scores: Scores
    fate: Fate
    reasons: tuple[Reason, ...]
    facts: tuple[tuple[str, bool], ...]
    ranks: tuple[int, ...]

    @property
    def item(self) -> Item:
        """What was asked."""
        return self.pair.item

    @property
    def record(self) -> Record:
        """What came back."""
        return self.pair.record

    @property
    def fine(self) -> bool:
        """Whether it went as it should."""
        return self.fate in FINE and not self.reasons

    @property
    def rank(self) -> int | None:
        """Of the first passage that shows what answers."""
        return self.ranks[0] if self.ranks else None

    @property
    def found(self) -> list[Found]:
        """The first passages, and the first right one."""
        wanted = [*range(1, TOP + 1), *self.ranks[:1]]
        passages = dict(enumerate(self.record.passages, 1))
        return [
            Found(n, passages[n].document, shorten(passages[n].text, LETTERS), n in self.ranks)
            for n in sorted(set(wanted))
            if n in passages
        ]


def case(pair: Pair, scores: Scores) -> Case:
    """All that the report tells of a question."""
    ranks = tuple(right_ranks(pair))
    why = reasons(pair, ranks[0] if ranks else None, scores)
    misleads = pair.item.answerable and any(reason.grave for reason in why)
    became = Fate.MISLEADING if misleads else fate(pair)
    return Case(pair, scores, became, why, tuple(facts(pair)), ranks)


def from_reference(reference: Reference) -> str:
    """Where a gold quote stands."""
    if reference.lines is None:
        return reference.document
    first, last = reference.lines
    lines = texts.LINE if first == last else texts.LINES
    return f"{reference.document}, {lines.format(first=first, last=last)}"


def from_citation(cited: Cited) -> str:
    """Where a citation says that its quote stands, and what it is there."""
    marks = {
        texts.DRAFT: cited.draft,
        texts.STRUCK: cited.struck,
        texts.PROPOSED: cited.proposed,
        texts.UNVERIFIED: not cited.verified,
    }
    said = [texts.place(cited.meeting_date, cited.punkt), cited.outcome]
    told = [cited.document, *filter(None, said), *(word for word, is_so in marks.items() if is_so)]
    return ", ".join(told)
