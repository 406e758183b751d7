"""Search over one generation of the index, and the swap to the next one."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from index.catalogue import Meeting
from index.cues import agreement, cues
from index.embed import Embedder
from index.errors import IndexDamaged, IndexOutdated
from index.filters import OPEN_ONLY, Filters
from index.generation import Generations, reader_version
from index.opened import Facts, Opened
from index.passage import Hit
from index.store import Scored
from index.visible import visible
from ingest import Document, Visibility
from ingest.terms import OUTCOMES

CANDIDATES = 200
# What a passage gains from its neighbours and from the best of its item: an answer and the words
# of its question often stand a paragraph apart.
NEIGHBOUR = 0.1
ITEM = 0.2
OUTCOME = 0.5
ASKED_OUTCOME = 0.8
RRF_K = 60  # Cormack et al. 2009
DENSE_WEIGHT = 0.5


class Index:
    """The index in a home directory; opens the newest generation and swaps to newer ones."""

    def __init__(self, home: Path, *, embedder: Embedder | None = None) -> None:
        self._generations = Generations(home)
        self._embedder = embedder
        self._lock = threading.Lock()
        self._opened: Opened | None = None

    def search(self, query: str, filters: Filters, limit: int = 10) -> list[Hit]:
        """The passages that answer `query` best, best first.

        This and the other questions raise `IndexMissing`, `IndexDamaged` and `IndexOutdated`.
        """
        with self.snapshot() as state:
            return state.search(query, filters, limit)

    def document(
        self, document_id: str, allowed: frozenset[Visibility] = OPEN_ONLY
    ) -> Document | None:
        """A document as it was read, as far as it may be seen; a meeting inside one by its id."""
        with self.snapshot() as state:
            return state.document(document_id, allowed)

    def facts(self, allowed: frozenset[Visibility] = OPEN_ONLY) -> Facts:
        """What the index holds now, of what may be seen."""
        with self.snapshot() as state:
            return state.facts(allowed)

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """The newest generation, the same for all that is asked of it inside the block."""
        with self._newest() as opened:
            yield Snapshot(opened, self._embedder)

    def close(self) -> None:
        """Give the files back; call it when no search runs any more."""
        if self._opened:
            self._opened.close()
            self._opened = None

    @contextmanager
    def _newest(self) -> Iterator[Opened]:
        """The newest generation. One that was swapped out closes when its last reader is done."""
        with self._lock:
            opened = self._opened = self._swapped()
            opened.readers += 1
        try:
            yield opened
        finally:
            with self._lock:
                opened.readers -= 1
                if not opened.readers and opened is not self._opened:
                    opened.close()

    def _swapped(self) -> Opened:
        before = self._opened
        if before and before.path == self._generations.current():
            return before
        opened = self._open()
        if before and not before.readers:
            before.close()
        return opened

    def _open(self) -> Opened:
        """The newest generation; updates that follow fast may drop one while it is opened."""
        while True:
            path = self._generations.current()
            try:
                return _up_to_date(Opened(path))
            except IndexDamaged:
                if path == self._generations.current():
                    raise


class Snapshot:
    """One generation of the index, to be asked several things."""

    def __init__(self, opened: Opened, embedder: Embedder | None) -> None:
        self._opened = opened
        self._embedder = embedder

    def search(self, query: str, filters: Filters, limit: int) -> list[Hit]:
        """As `Index.search`."""
        said = cues(query)
        with self._noticing():
            hits = self._legs(query, filters)
        ranked = [
            replace(hit, score=hit.score * agreement(said, hit.passage.ref))
            for hit in with_surroundings(hits, decision=said.decision)
        ]
        return sorted(ranked, key=lambda h: (-h.score, h.passage.id))[:limit]

    def document(self, document_id: str, allowed: frozenset[Visibility]) -> Document | None:
        """As `Index.document`."""
        with self._noticing():
            found = self._opened.catalogue.file_of(document_id)
        shown = visible(found, allowed) if found else None
        both = (shown, *shown.documents) if shown else ()
        return next((document for document in both if document.id == document_id), None)

    def meetings(self, allowed: frozenset[Visibility]) -> tuple[Meeting, ...]:
        """The meetings the collection knows of, and what is here of each."""
        return self._opened.catalogue.meetings(allowed)

    def drafts(self, allowed: frozenset[Visibility]) -> tuple[str, ...]:
        """The titles of the drafts, with their files."""
        return self._opened.catalogue.drafts(allowed)

    def facts(self, allowed: frozenset[Visibility]) -> Facts:
        """As `Index.facts`."""
        known = self._opened.facts
        if allowed not in known:
            known[allowed] = _facts(self._opened, allowed)
        return known[allowed]

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        """Damage that is met is mended by the next update."""
        try:
            yield
        except IndexDamaged:
            self._opened.condemn()
            raise

    def _legs(self, query: str, filters: Filters) -> list[Hit]:
        """What both legs find in the asker's store, joined."""
        opened = self._opened
        audience = opened.audience(filters.audience)
        store = opened.stores[audience]
        terms = opened.analyzers[audience].query(query)
        lexical = store.lexical(terms, filters, CANDIDATES)
        if self._embedder is None or self._embedder.name != opened.manifest.embedder:
            return [Hit(found.passage, found.score, ("lexical",)) for found in lexical]
        vector = self._embedder.embed_query(query)
        return fused(lexical, store.dense(vector, filters, CANDIDATES))


def _facts(opened: Opened, allowed: frozenset[Visibility]) -> Facts:
    audience = opened.audience(Filters(visibility=allowed).audience)
    statistics = opened.manifest.statistics[audience.value]
    return Facts(
        generation=opened.manifest.name,
        built=opened.manifest.built,
        documents=opened.catalogue.count(allowed),
        passages=statistics.passages,
        bodies=frozenset(statistics.bodies),
        editions=frozenset(statistics.editions),
        latest_meeting=opened.catalogue.latest_meeting(allowed),
        recent_items=opened.catalogue.recent_items(allowed),
    )


def _up_to_date(opened: Opened) -> Opened:
    """The generation, if this code made it; what others wrote may mean something else."""
    if opened.manifest.reader != reader_version():
        opened.close()
        raise IndexOutdated
    return opened


def fused(lexical: list[Scored], dense: list[Scored]) -> list[Hit]:
    """Both rankings joined by weighted reciprocal rank (Cormack, Clarke and Büttcher 2009)."""
    scores: dict[int, float] = defaultdict(float)
    why: dict[int, tuple[str, ...]] = defaultdict(tuple)
    passages = {found.passage.id: found.passage for found in (*lexical, *dense)}
    for name, weight, ranking in (("lexical", 1.0, lexical), ("dense", DENSE_WEIGHT, dense)):
        for rank, found in enumerate(ranking, 1):
            scores[found.passage.id] += weight / (RRF_K + rank)
            why[found.passage.id] += (name,)
    return [Hit(passages[id_], score, why[id_]) for id_, score in scores.items()]


def with_surroundings(hits: list[Hit], *, decision: bool) -> list[Hit]:
    """The hits with a share of their neighbours' scores and of the best scores in their item.

    What a meeting decided is told in few words; it gains more from the item it decides, most
    where the question asks for a decision.
    """
    scores = {hit.passage.id: hit.score for hit in hits}
    groups = {hit.passage.id: hit.passage.group for hit in hits}
    best: dict[int, list[float]] = defaultdict(list)
    for hit in hits:
        best[hit.passage.group].append(hit.score)
    shared = {g: sum(sorted(found, reverse=True)[:3]) / 3 for g, found in best.items()}
    outcome = ASKED_OUTCOME if decision else OUTCOME

    def gained(hit: Hit) -> float:
        passage = hit.passage
        beside = (passage.id - 1, passage.id + 1)
        near = sum(scores.get(n, 0.0) for n in beside if groups.get(n) == passage.group)
        of_item = outcome if passage.ref.section in OUTCOMES else ITEM
        return hit.score + NEIGHBOUR * near + of_item * shared[passage.group]

    return [replace(hit, score=gained(hit)) for hit in hits]
