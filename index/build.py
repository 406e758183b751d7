"""Documents to the files of a generation: a store for each visibility class, and the catalogue."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from index import catalogue, store
from index.analysis import Analyzer, Counts, Lengths, words
from index.compounds import Splitter
from index.embed import Embedder
from index.generation import Statistics
from index.passage import Passage
from index.split import passages
from ingest import Document, Visibility

CATALOGUE = "catalogue.sqlite"
Progress = Callable[[str, int, int], None]


def build(
    path: Path, documents: Sequence[Document], embedder: Embedder | None, progress: Progress
) -> dict[str, Statistics]:
    """Write the stores and the catalogue into `path`; the statistics of each class.

    `progress` is told the stage, how many passages are done, and of how many.
    """
    made: list[Passage] = []
    for document in documents:
        made.extend(passages(document, len(made) + 1))
    found = {}
    for visibility in Visibility:
        mine = [p for p in made if p.ref.visibility is visibility]
        known = mine if visibility is Visibility.OPEN else made
        found[visibility.value] = _write(path / visibility.value, mine, known, embedder, progress)
    catalogue.write(path / CATALOGUE, documents)
    return found


def _write(
    path: Path,
    mine: list[Passage],
    known: list[Passage],
    embedder: Embedder | None,
    progress: Progress,
) -> Statistics:
    """One class's store; `known` are the passages whose words it may know."""
    splitter = Splitter(Counter(word for passage in known for word in words(passage.text)))
    analyzer = Analyzer(splitter)
    counted: list[Counts] = []
    for number, passage in enumerate(mine, 1):
        counted.append(analyzer.count(passage.text, passage.context))
        progress("indexing", number, len(mine))
    mean = Lengths(_mean([c.length for c in counted]), _mean([c.gram_length for c in counted]))
    dense = embedder.embed_passages([f"{p.context}\n{p.text}" for p in mine]) if embedder else None
    points = (
        (passage, store.Vectors(analyzer.document(counts, mean), dense[i] if dense else None))
        for i, (passage, counts) in enumerate(zip(mine, counted, strict=True))
    )
    total = store.write(path, points, embedder.dimension if embedder else None)
    return Statistics(total, splitter.vocabulary, mean.words, mean.grams)


def _mean(values: list[float]) -> float:
    return (sum(values) / len(values) if values else 0.0) or 1.0
