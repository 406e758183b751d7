"""A run as DeepEval reads it: the list of `EvaluationDataset.add_test_cases_from_json_file`."""

from typing import Any

from eval.measures.measure import Pair


def row(pair: Pair) -> dict[str, Any]:
    """A question as an `LLMTestCase`: `context` is what is right, `retrieval_context` was found.

    What DeepEval does not read when it loads test cases (`name` and below) it reads as goldens.
    """
    item, record = pair.item, pair.record
    return {
        "input": item.question,
        "actual_output": record.answer,
        "expected_output": item.answer,
        "context": [reference.quote for reference in item.references],
        "retrieval_context": [passage.text for passage in record.passages],
        "name": item.id,
        "additional_metadata": {
            "type": item.type,
            "answerable": item.answerable,
            "status": record.status,
        },
    }
