"""The texts of the documents that the answers of a run cite, kept with it."""

from collections.abc import Mapping
from pathlib import Path

from eval.runs.lines import rows


class KeptTexts:
    """The documents' texts by their files' names; the documents of `eval.measures.measure`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def text(self, document: str) -> str | None:
        """The text as the index had it; `None` where it was not in it, or nobody asked for it."""
        return self._texts.get(document)


def read_texts(path: Path) -> KeptTexts:
    """The texts in the file at `path`; raises `BadRun`."""
    found = {row["document"]: row.get("text") for row in rows(path, "document")}
    return KeptTexts({name: text for name, text in found.items() if text is not None})
