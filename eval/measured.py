"""An index measured: every question's numbers, by the name of the measure."""

from collections.abc import Sequence

from eval.measures.evidence import evidence_at
from eval.measures.measure import Pair
from eval.measures.ndcg import NDCG, ndcg
from eval.measures.reciprocal_rank import RR
from eval.runs.record import Passage, Record
from eval.runs.texts import KeptTexts
from eval.sets import Item
from eval.sets.beir import Query, entry_of
from index import Filters, Hit, Index

Scores = dict[str, list[float]]
RANKED = 60  # passages; as many as the service keeps with an answer
RANKING = (evidence_at(6000), evidence_at(2000), NDCG, RR)
NO_DOCUMENTS = KeptTexts({})  # a ranking is measured by its passages alone


def hits(index: Index, text: str) -> list[Hit]:
    """The ranking that is measured."""
    return index.search(text, Filters(), RANKED)


def over_items(index: Index, asked: Sequence[Item]) -> Scores:
    """Evidence in two budgets, nDCG and reciprocal rank, by the quotes that answer."""
    return of_rankings(asked, [_passages(hits(index, item.question)) for item in asked])


def of_rankings(asked: Sequence[Item], rankings: Sequence[Sequence[Passage]]) -> Scores:
    """The same of a ranking for each question, whoever made it; all must be answerable."""
    scores: Scores = {measure.name: [] for measure in RANKING}
    for item, passages in zip(asked, rankings, strict=True):
        pair = Pair(item, Record(item.id, "", "", passages=tuple(passages)), NO_DOCUMENTS)
        for measure in RANKING:
            value = measure.of(pair)
            assert value is not None
            scores[measure.name].append(value)
    return scores


def _passages(found: Sequence[Hit]) -> list[Passage]:
    return [Passage(hit.passage.ref.source, hit.passage.text, hit.score) for hit in found]


def over_queries(index: Index, asked: Sequence[Query]) -> Scores:
    """nDCG@10 and reciprocal rank, by the entries that were judged relevant."""
    return of_entries(asked, [[entry_of(hit) for hit in hits(index, q.text)] for q in asked])


def of_entries(asked: Sequence[Query], rankings: Sequence[Sequence[str]]) -> Scores:
    """The same of a ranking of entries' ids for each question, whoever made it."""
    scores: Scores = {NDCG.name: [], RR.name: []}
    for query, ranked in zip(asked, rankings, strict=True):
        scores[NDCG.name].append(ndcg(query.relevant, ranked))
        ranks = [rank for rank, id_ in enumerate(ranked[:10], 1) if id_ in query.relevant]
        scores[RR.name].append(1 / ranks[0] if ranks else 0.0)
    return scores
