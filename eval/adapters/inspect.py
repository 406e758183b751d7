"""A run as Inspect reads it: `json_dataset` of lines that are a `Sample` each.

The answer stands in the metadata, so that a scorer of Inspect's can judge it without asking again;
`docs/evaluation.md` has such a task.
"""

from typing import Any

from eval.measures.measure import Pair


def row(pair: Pair) -> dict[str, Any]:
    """A question as a `Sample`; `target` is the reference answer."""
    item, record = pair.item, pair.record
    return {
        "id": item.id,
        "input": item.question,
        "target": item.answer,
        "metadata": {
            "answer": record.answer,
            "status": record.status,
            "type": item.type,
            "answerable": item.answerable,
            "nuggets": list(item.nuggets),
            "must_not": list(item.must_not),
            "citations": [
                {"n": each.n, "document": each.document, "quote": each.quote}
                for each in record.citations
            ],
            "contexts": [passage.text for passage in record.passages],
        },
    }
