"""Why a question failed: what can be read off its record, the gravest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eval import texts
from eval.measures import attribution, citing
from eval.measures.measure import Pair
from eval.measures.quotes import letters
from eval.report.fate import Fate, facts, fate

Scores = Mapping[str, float | None]
ERRORS = {
    "outcome_error": ("status", texts.OUTCOME_ERROR),
    "force_error": ("status", texts.FORCE_ERROR),
    "year_error": ("year", ""),
}
GRAVE = (
    "forbidden",
    "status",
    "unverified",
    "provenance",
)  # what misleads a reader who cannot tell


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause; `kind` is a key of `eval.texts.WHY`, `detail` what it says of this question."""

    kind: str
    detail: str = ""

    @property
    def said(self) -> str:
        """The cause in words."""
        return texts.WHY[self.kind].format(detail=self.detail)

    @property
    def grave(self) -> bool:
        """Whether the answer misleads."""
        return self.kind in GRAVE


def reasons(pair: Pair, rank: int | None, scores: Scores) -> tuple[Reason, ...]:
    """All that went wrong; `rank` is of the right place among what was found (`located`)."""
    became = fate(pair)
    if became is Fate.ERROR:
        return (Reason("error", pair.record.error),)
    if became is Fate.REFUSED:
        return (_refused(rank),)
    if became is Fate.RIGHTLY_REFUSED:
        return ()
    if became is Fate.NOT_REFUSED:
        return (Reason("not refused"), *_wrong(pair, scores))
    return (*_wrong(pair, scores), *_lacking(pair, rank))


def _refused(rank: int | None) -> Reason:
    return Reason("refused seen", str(rank)) if rank else Reason("refused unseen")


def _wrong(pair: Pair, scores: Scores) -> Iterator[Reason]:
    """What the answer says and must not, of itself or of its sources."""
    if said := _forbidden(pair):
        yield Reason("forbidden", _quoted(said))
    if unsure := [one.quote for one in pair.record.citations if not one.verified]:
        yield Reason("unverified", _quoted(unsure))
    for name, (kind, detail) in ERRORS.items():
        if scores.get(name):
            yield Reason(kind, detail)
    if (scores.get("provenance") or 1) < 1:
        yield Reason("provenance")


def _lacking(pair: Pair, rank: int | None) -> Iterator[Reason]:
    """How far on the way to the answer the right place was lost, or what of it is left out."""
    if not citing.right(pair):
        many = len(pair.record.passages)
        yield Reason("not chosen", str(rank)) if rank else Reason("not found", str(many))
        return
    if attribution.of(pair) == 0:
        yield Reason("place", _places(pair))
    if missing := [text for text, there in facts(pair) if not there]:
        yield Reason("missing", _quoted(missing))


def _forbidden(pair: Pair) -> list[str]:
    answer = letters(pair.record.answer)
    return [said for said in pair.item.must_not if letters(said) and letters(said) in answer]


def _places(pair: Pair) -> str:
    """The meetings and items that are named, and the one that is meant."""
    item, cited = pair.item, citing.right(pair)
    named = sorted({texts.place(one.meeting_date, one.punkt) for one in cited})
    return texts.NAMED.format(named=", ".join(named), meant=texts.place(item.meeting, item.punkt))


def _quoted(said: list[str]) -> str:
    return ", ".join(texts.QUOTED.format(text=one) for one in said)
