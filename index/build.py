"""Documents to the files of a generation: a store for each audience, and the catalogue."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from index import catalogue
from index.abbreviations import abbreviations
from index.analysis import Lengths
from index.compounds import Splitter
from index.describe import Describer
from index.embed import Embedder
from index.fagordbog.compiled import Compiled
from index.filters import Audience
from index.generation import Statistics
from index.meaning import OwnEmbedder
from index.passage import Passage
from index.selfcheck import Verdict, Words, checked
from index.split import passages
from index.statutes import Statutes
from index.store import Vectors, Write
from index.tokens import words
from index.understanding import Understanding
from index.weights import STANDARD, Weights
from ingest import Document, Visibility

CATALOGUE = "catalogue.sqlite"
BATCH = 256  # passages embedded at a time
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What passages are understood with, besides themselves."""

    book: Path
    embedder: Embedder | None = None
    weights: Weights = STANDARD


@dataclass(frozen=True, slots=True)
class Built:
    """The statistics of each audience, and how the embedder did; without one `None`."""

    statistics: dict[str, Statistics]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An audience's passages with what their vectors are made by."""

    passages: list[Passage]
    describer: Describer
    statistics: Statistics


def build(
    path: Path,
    documents: Sequence[Document],
    known: Knowledge,
    progress: Progress,
    write: Write,
) -> Built:
    """Write the catalogue of `documents` and the stores of their passages into `path`.

    See `keep`.
    """
    made: list[Passage] = []
    for document in documents:
        made.extend(passages(document, len(made) + 1))
    catalogue.write(path / CATALOGUE, documents)
    return keep(path, made, known, progress, write)


def keep(
    path: Path,
    made: Sequence[Passage],
    known: Knowledge,
    progress: Progress,
    write: Write,
) -> Built:
    """Write a store for each audience of the passages into `path`.

    `write` keeps the passages of a store. Where nothing is closed, everyone is one audience. A
    model that does not help embeds nothing. `progress` is told the stage, how many passages are
    done, and of how many. Raises `ModelUnusable`.
    """
    open_ones = [p for p in made if p.ref.visibility is Visibility.OPEN]
    seen = {Audience.OPEN: open_ones}
    if len(open_ones) < len(made):
        seen[Audience.ALL] = list(made)
    with closing(Compiled(known.book)) as book:
        prepared = {a: _prepared(mine, book, known.weights) for a, mine in seen.items()}
        verdict = _verdict(prepared[Audience.OPEN], book, known, progress)
        embedder = known.embedder if verdict is None or verdict.weight else None
        for audience, one in prepared.items():
            points = _points(one, embedder, progress)
            write(path / audience.value, points, embedder.dimension if embedder else None)
    return Built({a.value: one.statistics for a, one in prepared.items()}, verdict)


def _prepared(mine: list[Passage], book: Compiled, weights: Weights) -> _Prepared:
    """What the vectors of one audience's passages are made by."""
    texts = [passage.text for passage in mine]
    counts = Counter(word for text in texts for word in words(text))
    splitter = Splitter(counts)
    statutes = Statutes(book.laws())
    statistics = Statistics(
        passages=len(mine),
        bodies=sorted({p.ref.body for p in mine if p.ref.body}),
        editions=sorted({p.ref.edition for p in mine if p.ref.edition}),
        vocabulary=splitter.vocabulary,
        mean_words=1.0,
        mean_grams=1.0,
        abbreviations=abbreviations(texts),
        renumbered=statutes.same(texts),
    )
    understanding = Understanding(statistics, book, weights)
    analyzer = understanding.analyzer
    lengths = [analyzer.lengths(passage.text, passage.context) for passage in mine]
    mean = Lengths(_mean([each.words for each in lengths]), _mean([each.grams for each in lengths]))
    return _Prepared(
        mine,
        Describer(analyzer, understanding.matcher, statutes, mean, weights),
        replace(statistics, mean_words=mean.words, mean_grams=mean.grams),
    )


def _verdict(
    one: _Prepared, book: Compiled, known: Knowledge, progress: Progress
) -> Verdict | None:
    """How another's embedder does beside the words; asked of open passages alone."""
    if known.embedder is None or isinstance(known.embedder, OwnEmbedder):
        return None
    asker = Understanding(one.statistics, book, known.weights).asker
    leg = Words(one.describer.vector, lambda text: dict(asker.asked(text).terms))
    return checked(one.passages, leg, known.embedder, progress)


def _points(
    one: _Prepared, embedder: Embedder | None, progress: Progress
) -> Iterator[tuple[Passage, Vectors]]:
    """The passages with what they are found by; few vectors at a time are in memory."""
    for start in range(0, len(one.passages), BATCH):
        batch = one.passages[start : start + BATCH]
        texts = [_whole(passage) for passage in batch]
        dense = embedder.embed_passages(texts) if embedder else [None] * len(batch)
        for passage, meaning in zip(batch, dense, strict=True):
            yield passage, Vectors(one.describer.vector(passage), meaning)
        progress("indexing", start + len(batch), len(one.passages))


def _whole(passage: Passage) -> str:
    """What a passage means: its text, under what it stands. Dates and bodies mean nothing."""
    ref = passage.ref
    above = (ref.item_title, ref.annex, *ref.headings)
    return "\n".join([*(title for title in above if title), passage.text])


def _mean(values: list[float]) -> float:
    return (sum(values) / len(values) if values else 0.0) or 1.0
