"""The sample's baseline: what the product's answers were worth when it was last renewed.

Renewed with `make baseline`, and only where the CHANGELOG says why answers are worth less, or
after a change of the sample itself; the lines that differ belong to the change.
"""

from eval.questions import SAMPLE

QUESTIONS, DOCUMENTS = SAMPLE / "questions.jsonl", SAMPLE / "documents"
BASELINE = SAMPLE / "baseline.jsonl"
