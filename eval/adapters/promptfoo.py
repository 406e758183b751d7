"""A run as a promptfoo configuration: its `echo` provider repeats the answers that were given.

Each test asserts what can be asserted without a model: nothing of `must_not` is said, and an
answer is given where there is one. The facts of the reference stand as `nuggets` among the
variables; a `llm-rubric` on them is one line more in `defaultTest`.
"""

from collections.abc import Iterable
from typing import Any

from eval.measures.measure import Pair


def config(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The whole configuration, as `promptfoo eval --config` reads it from JSON."""
    return {
        "description": "Aftalesvar: answers of a run",
        "prompts": ["{{ answer | safe }}"],
        "providers": ["echo"],
        "tests": [_test(pair) for pair in pairs],
    }


def _test(pair: Pair) -> dict[str, Any]:
    item, record = pair.item, pair.record
    return {
        "description": f"{item.id}: {item.question}",
        "vars": {
            "answer": _raw(record.answer),
            "question": _raw(item.question),
            "reference": _raw(item.answer),
            "nuggets": _raw("\n".join(item.nuggets)),
            "context": _raw("\n\n".join(passage.text for passage in record.passages)),
            "status": record.status,
        },
        "assert": [
            {"type": "javascript", "value": _abstains(item.answerable), "metric": "abstention"},
            *({"type": "not-icontains", "value": _raw(said)} for said in item.must_not),
        ],
        "metadata": {"id": item.id, "type": item.type},
    }


def _abstains(answerable: bool) -> str:
    sign = "!==" if answerable else "==="
    return f"context.vars.status {sign} 'not_found'"


def _raw(text: str) -> str:
    """The text kept from being read as a template: a formula has braces of its own."""
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return text
    return "{% raw %}" + text.replace("{% endraw %}", "") + "{% endraw %}"
