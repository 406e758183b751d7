"""All measures of a single question, in the order of a report."""

from collections.abc import Iterable, Mapping

from eval.measures.attribution import ATTRIBUTION
from eval.measures.characters import CHARACTERS
from eval.measures.cite_precision import CITE_PRECISION
from eval.measures.cite_recall import CITE_RECALL
from eval.measures.cited_gold import CITED_GOLD
from eval.measures.evidence import evidence_at
from eval.measures.force_error import FORCE_ERROR
from eval.measures.latency import LATENCY
from eval.measures.lix import LIX
from eval.measures.measure import Measure, Pair
from eval.measures.must_not import MUST_NOT
from eval.measures.ndcg import NDCG
from eval.measures.nuggets import NUGGETS
from eval.measures.outcome_error import OUTCOME_ERROR
from eval.measures.provenance import PROVENANCE
from eval.measures.recall import recall_at
from eval.measures.reciprocal_rank import RR
from eval.measures.right_abstain import RIGHT_ABSTAIN
from eval.measures.scores import Scores
from eval.measures.tokens import TOKENS
from eval.measures.verbatim import VERBATIM
from eval.measures.verbatim_said import VERBATIM_SAID
from eval.measures.wrong_abstain import WRONG_ABSTAIN
from eval.measures.year_error import YEAR_ERROR

MEASURES: tuple[Measure, ...] = (
    *map(evidence_at, (2000, 6000, 12000)),
    RR,
    NDCG,
    recall_at(5),
    recall_at(10),
    NUGGETS,
    CITE_PRECISION,
    CITE_RECALL,
    CITED_GOLD,
    ATTRIBUTION,
    VERBATIM,
    VERBATIM_SAID,
    PROVENANCE,
    OUTCOME_ERROR,
    FORCE_ERROR,
    YEAR_ERROR,
    MUST_NOT,
    WRONG_ABSTAIN,
    RIGHT_ABSTAIN,
    CHARACTERS,
    LIX,
    LATENCY,
    TOKENS,
)
_NAMED = {measure.name: measure for measure in MEASURES}


def by_name(name: str) -> Measure:
    """The measure of that name; raises `KeyError` where there is none."""
    return _NAMED[name]


def scored(pairs: Iterable[Pair], measures: Iterable[Measure] = MEASURES) -> Scores:
    """Every measure of every question; `None` where it does not apply."""
    used, pairs = tuple(measures), tuple(pairs)
    return Scores(
        tuple(measure.name for measure in used),
        {pair.item.id: _numbers(pair, used) for pair in pairs},
        {pair.item.id: pair.item.type for pair in pairs},
    )


def _numbers(pair: Pair, measures: tuple[Measure, ...]) -> Mapping[str, float | None]:
    return {measure.name: measure.of(pair) for measure in measures}
