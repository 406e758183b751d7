"""Plain BM25 over numpy: bm25s with Snowball stems and Danish stop words."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import Stemmer

from eval.bench.job import LIMIT, Condition, Row, Search
from eval.bench.job import rows as load

__all__ = ["build", "id_of", "load", "opened"]


def build(passages: Sequence[Row], home: Path) -> None:
    """Index the texts; the passages lie beside the scores."""
    retriever = bm25s.BM25()
    retriever.index(_tokens([row.text for row in passages]), show_progress=False)
    corpus = [{"id": r.id, "text": r.text, "kind": r.kind, "held": r.held} for r in passages]
    retriever.save(str(home), corpus=corpus, show_progress=False)


class Bm25:
    """The scores and the passages in memory."""

    def __init__(self, home: Path) -> None:
        self._retriever = bm25s.BM25.load(str(home), load_corpus=True, show_progress=False)

    def plain(self) -> Search:
        """Search without conditions."""
        return lambda text: self._found(text, None)

    def filtered(self, condition: Condition) -> Search:
        """Search with a mask, which is made once as it is the same for all queries."""
        mask = np.array([_meets(one, condition) for one in self._retriever.corpus], dtype=float)
        return lambda text: self._found(text, mask)

    def _found(self, text: str, mask: Any) -> Sequence[object]:
        found, _ = self._retriever.retrieve(
            _tokens([text]), k=LIMIT, show_progress=False, weight_mask=mask
        )
        return list(found[0])


def opened(home: Path) -> Bm25:
    """The index in `home`."""
    return Bm25(home)


def id_of(found: dict[str, str]) -> str:
    """The id that was stored beside the scores."""
    return found["id"]


def _tokens(texts: list[str]) -> Any:
    stemmer = Stemmer.Stemmer("danish")
    return bm25s.tokenize(texts, stopwords="da", stemmer=stemmer, show_progress=False)


def _meets(passage: dict[str, str], condition: Condition) -> bool:
    held = passage["held"] or ""
    return passage["kind"] == condition.kind and condition.start <= held <= condition.end
