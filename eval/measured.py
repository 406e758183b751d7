"""An index measured: every question's numbers, by the name of the measure."""

from collections.abc import Sequence

from eval.beir import Query, entry_of
from eval.measures import evidence, ndcg, reciprocal_rank
from eval.questions import Question
from index import Filters, Hit, Index

Scores = dict[str, list[float]]
RANKED = 60  # passages; as many as the service keeps with an answer
BUDGETS = (6000, 2000)


def hits(index: Index, text: str) -> list[Hit]:
    """The ranking that is measured."""
    return index.search(text, Filters(), RANKED)


def over_questions(index: Index, asked: Sequence[Question]) -> Scores:
    """Evidence in two budgets and reciprocal rank, by the quotes that answer the questions."""
    scores: Scores = {name: [] for name in (*map("evidence@{}".format, BUDGETS), "rr@10")}
    for question in asked:
        texts = [hit.passage.text for hit in hits(index, question.text)]
        for budget in BUDGETS:
            scores[f"evidence@{budget}"].append(evidence(question.golds, texts, budget))
        scores["rr@10"].append(reciprocal_rank(question.golds, texts))
    return scores


def over_queries(index: Index, asked: Sequence[Query]) -> Scores:
    """nDCG@10 and reciprocal rank, by the entries that were judged relevant."""
    scores: Scores = {"nDCG@10": [], "rr@10": []}
    for query in asked:
        ranked = [entry_of(hit) for hit in hits(index, query.text)]
        scores["nDCG@10"].append(ndcg(query.relevant, ranked))
        ranks = [rank for rank, id_ in enumerate(ranked[:10], 1) if id_ in query.relevant]
        scores["rr@10"].append(1 / ranks[0] if ranks else 0.0)
    return scores
