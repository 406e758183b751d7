"""Documents to the files of a generation: a store for each audience, and the catalogue."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from index import catalogue, store
from index.analysis import Analyzer, Lengths, words
from index.compounds import Splitter
from index.embed import Embedder
from index.filters import Audience
from index.generation import Statistics
from index.passage import Passage
from index.split import passages
from ingest import Document, Visibility

CATALOGUE = "catalogue.sqlite"
BATCH = 256  # passages embedded at a time
Progress = Callable[[str, int, int], None]


def build(
    path: Path, documents: Sequence[Document], embedder: Embedder | None, progress: Progress
) -> dict[str, Statistics]:
    """Write the stores and the catalogue into `path`; the statistics of each audience.

    Where nothing is closed, everyone is one audience.
    `progress` is told the stage, how many passages are done, and of how many.
    """
    made: list[Passage] = []
    for document in documents:
        made.extend(passages(document, len(made) + 1))
    open_ones = [p for p in made if p.ref.visibility is Visibility.OPEN]
    seen = {Audience.OPEN: open_ones}
    if len(open_ones) < len(made):
        seen[Audience.ALL] = made
    catalogue.write(path / CATALOGUE, documents)
    return {
        audience.value: _write(path / audience.value, mine, embedder, progress)
        for audience, mine in seen.items()
    }


def _write(
    path: Path,
    mine: list[Passage],
    embedder: Embedder | None,
    progress: Progress,
) -> Statistics:
    """One audience's store of the passages it may see."""
    splitter = Splitter(Counter(word for passage in mine for word in words(passage.text)))
    analyzer = Analyzer(splitter)
    lengths = [analyzer.lengths(passage.text, passage.context) for passage in mine]
    mean = Lengths(_mean([each.words for each in lengths]), _mean([each.grams for each in lengths]))
    points = _points(mine, partial(analyzer.document, mean=mean), embedder, progress)
    total = store.write(path, points, embedder.dimension if embedder else None)
    return Statistics(
        passages=total,
        bodies=sorted({p.ref.body for p in mine if p.ref.body}),
        editions=sorted({p.ref.edition for p in mine if p.ref.edition}),
        vocabulary=splitter.vocabulary,
        mean_words=mean.words,
        mean_grams=mean.grams,
    )


def _points(
    mine: list[Passage],
    weighed: Callable[[str, str], dict[int, float]],
    embedder: Embedder | None,
    progress: Progress,
) -> Iterator[tuple[Passage, store.Vectors]]:
    """The passages with what they are found by; few vectors at a time are in memory."""
    for start in range(0, len(mine), BATCH):
        batch = mine[start : start + BATCH]
        texts = [f"{passage.context}\n{passage.text}" for passage in batch]
        dense = embedder.embed_passages(texts) if embedder else [None] * len(batch)
        for passage, vector in zip(batch, dense, strict=True):
            yield passage, store.Vectors(weighed(passage.text, passage.context), vector)
        progress("indexing", start + len(batch), len(mine))


def _mean(values: list[float]) -> float:
    return (sum(values) / len(values) if values else 0.0) or 1.0
