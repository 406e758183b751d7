"""A run as ragas reads it: `EvaluationDataset.from_jsonl`, each line a `SingleTurnSample`."""

from typing import Any

from eval.measures.measure import Pair


def row(pair: Pair) -> dict[str, Any]:
    """A question as ragas 0.4 names its parts; ids of contexts are names of documents."""
    item, record = pair.item, pair.record
    return {
        "user_input": item.question,
        "retrieved_contexts": [passage.text for passage in record.passages],
        "retrieved_context_ids": [passage.document for passage in record.passages],
        "reference_contexts": [reference.quote for reference in item.references],
        "reference_context_ids": [reference.document for reference in item.references],
        "response": record.answer,
        "reference": item.answer,
    }
