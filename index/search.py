"""Search over one generation of the index, and the swap to the next one."""

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.asked import Asked
from index.catalogue import Meeting
from index.closeness import Closeness
from index.cues import cues
from index.embed import Embedder
from index.errors import IndexDamaged, IndexOutdated, ModelUnusable
from index.filters import OPEN_ONLY, Filters
from index.fusion import CANDIDATES, added, fused
from index.generation import Generations, manifest_of, reader_version
from index.meaning import OwnEmbedder, own_model
from index.opened import Facts, Opened
from index.original import Original, is_here, original
from index.passage import Hit, Passage
from index.rank import ranked
from index.registers import Item, Paper, meeting_items, papers
from index.stemmed import Stemmed
from index.store import Server, engine
from index.subject import Subject, subject
from index.visible import visible, wholly_visible
from index.weights import STANDARD, Weights
from ingest import Document, Visibility

log = logging.getLogger(__name__)


class Index:
    """The index in a home directory; opens the newest generation and swaps to newer ones."""

    def __init__(
        self,
        home: Path,
        *,
        embedder: Embedder | None = None,
        server: Server | None = None,
        weights: Weights = STANDARD,
    ) -> None:
        """`server` keeps the passages where one is given, `embedder` made their vectors.

        Without one our own model did.
        """
        self._generations = Generations(home)
        self._collection = home.absolute() / "collection"
        self._engine = engine(server, home)
        self._own = own_model(weights)
        self._embedder = embedder or self._own
        self._weights = weights
        self._lock = threading.Lock()
        self._opened: Opened | None = None

    def search(self, query: str, filters: Filters, limit: int = 10) -> list[Hit]:
        """The passages that answer `query` best, best first.

        This and the other questions raise `IndexMissing`, `IndexDamaged` and `IndexOutdated`, and
        where a server is set `IndexElsewhere`, `ServerUnreachable` and `ServerRefused`.
        """
        with self.snapshot() as state:
            return state.search(query, filters, limit)

    def document(
        self, document_id: str, allowed: frozenset[Visibility] = OPEN_ONLY
    ) -> Document | None:
        """A document as it was read, as far as it may be seen; a meeting inside one by its id."""
        with self.snapshot() as state:
            return state.document(document_id, allowed)

    def original(
        self, document_id: str, allowed: frozenset[Visibility] = OPEN_ONLY
    ) -> Original | None:
        """The file that is, or holds, a document; `None` where some of it may not be seen, and
        where the file as it was indexed is not here any more.
        """
        whole = self._whole(document_id, allowed)
        return original(self._collection, whole, allowed) if whole else None

    def has_original(self, document_id: str, allowed: frozenset[Visibility] = OPEN_ONLY) -> bool:
        """Whether `original` is likely to find the file; nothing of it is read."""
        whole = self._whole(document_id, allowed)
        return whole is not None and is_here(self._collection, whole, allowed)

    def _whole(self, document_id: str, allowed: frozenset[Visibility]) -> Document | None:
        """The file that is, or holds, a document; `None` where some of it may not be seen."""
        with self.snapshot() as state:
            whole = state.file_of(document_id)
        return whole if whole and wholly_visible(whole, allowed) else None

    def facts(self, allowed: frozenset[Visibility] = OPEN_ONLY) -> Facts:
        """What the index holds now, of what may be seen."""
        with self.snapshot() as state:
            return state.facts(allowed)

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """The newest generation, the same for all that is asked of it inside the block."""
        with self._newest() as opened:
            yield Snapshot(opened, self._embedder, self._own, self._weights)

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
                if manifest_of(path).reader != reader_version():
                    raise IndexOutdated  # what other code wrote may mean something else
                return Opened(path, self._engine, self._weights)
            except IndexDamaged:
                if path == self._generations.current():
                    raise


class Snapshot:
    """One generation of the index, to be asked several things."""

    def __init__(
        self,
        opened: Opened,
        embedder: Embedder | None,
        own: OwnEmbedder | None,
        weights: Weights,
    ) -> None:
        self._opened = opened
        self._embedder = embedder
        self._own = own
        self._weights = weights

    def search(self, query: str, filters: Filters, limit: int) -> list[Hit]:
        """As `Index.search`."""
        with self._noticing():
            hits = self._legs(self.asked(query, filters), filters)
        return ranked(hits, cues(query), self._weights)[:limit]

    def asked(self, query: str, filters: Filters) -> Asked:
        """What `query` is searched by in the asker's store, and why."""
        return self._opened.askers[self._opened.audience(filters.audience)].asked(query)

    def closeness(self, query: str, hits: Sequence[Hit], filters: Filters) -> Closeness:
        """What measures how close texts are to `query`, which has found `hits`."""
        audience = self._opened.audience(filters.audience)
        reader = self._opened.reader(audience, self._own)
        return Closeness(reader, self.asked(query, filters), hits)

    def passages(self, ids: Iterable[int], filters: Filters) -> list[Passage]:
        """The passages with these numbers that may be seen, in reading order."""
        store = self._opened.stores[self._opened.audience(filters.audience)]
        with self._noticing():
            found = store.passages([id_ for id_ in ids if id_ > 0])
        return [passage for passage in found if passage.ref.visibility in filters.visibility]

    def document(self, document_id: str, allowed: frozenset[Visibility]) -> Document | None:
        """As `Index.document`."""
        found = self.file_of(document_id)
        shown = visible(found, allowed) if found else None
        both = (shown, *shown.documents) if shown else ()
        return next((document for document in both if document.id == document_id), None)

    def file_of(self, document_id: str) -> Document | None:
        """The document of the file that is, or holds, one; all of it, so not to be shown."""
        with self._noticing():
            return self._opened.catalogue.file_of(document_id)

    def meetings(self, allowed: frozenset[Visibility]) -> tuple[Meeting, ...]:
        """The meetings the collection knows of, and what is here of each."""
        return self._opened.catalogue.meetings(allowed)

    def drafts(self, allowed: frozenset[Visibility]) -> tuple[str, ...]:
        """The titles of the drafts, with their files."""
        return self._opened.catalogue.drafts(allowed)

    def papers(self, allowed: frozenset[Visibility]) -> tuple[Paper, ...]:
        """Every document, meetings inside others included."""
        with self._opened.catalogue.connect() as connection:
            return papers(connection, allowed)

    def items(self, allowed: frozenset[Visibility]) -> tuple[Item, ...]:
        """Every agenda item."""
        with self._opened.catalogue.connect() as connection:
            return meeting_items(connection, allowed)

    def subject(self, text: str, allowed: frozenset[Visibility], *, english: bool) -> Subject:
        """What the words `text` are about, as the texts of the asker's store name it."""
        audience = self._opened.audience(Filters(visibility=allowed).audience)
        read = self._opened.reader(audience, self._own).terms
        return subject(text, self._opened.askers[audience], read, english=english)

    def stemmed(self, texts: Iterable[str], allowed: frozenset[Visibility]) -> Stemmed:
        """The texts arranged for being asked which of them name a subject."""
        audience = self._opened.audience(Filters(visibility=allowed).audience)
        return Stemmed(texts, self._opened.askers[audience].analyzer.stems)

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

    def _legs(self, asked: Asked, filters: Filters) -> list[Hit]:
        """What both legs find in the asker's store, joined; nothing for a text without a word.

        Our own model is asked where some word is found: it knows Danish of the field, and of
        anything else it would only guess.
        """
        opened = self._opened
        verdict = opened.manifest.verdict
        store = opened.stores[opened.audience(filters.audience)]
        lexical = store.lexical(dict(asked.terms), filters, CANDIDATES)
        vector = self._vector(asked.text) if lexical or (verdict and asked.terms) else None
        if vector is None:
            return [Hit(found.passage, found.score, ("lexical",)) for found in lexical]
        dense = store.dense(vector, filters, CANDIDATES)
        if verdict is None:
            return added(lexical, dense, asked, self._weights, known=self._known(asked.text))
        return fused(lexical, dense, verdict.weight)

    def _known(self, query: str) -> float:
        """The share of a question's words that our model knows; of others it only guesses."""
        return self._embedder.known(query) if isinstance(self._embedder, OwnEmbedder) else 1.0

    def _vector(self, query: str) -> Sequence[float] | None:
        """The question's vector; `None` without the model that made those of the passages."""
        manifest = self._opened.manifest
        helps = manifest.verdict is None or manifest.verdict.weight > 0
        if self._embedder is None or self._embedder.name != manifest.embedder or not helps:
            return None
        try:
            return self._embedder.embed_query(query)
        except ModelUnusable as error:  # the words alone answer better than an error
            log.warning("searched without the model: %s", error)
            return None


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
        model=opened.manifest.verdict.told if opened.manifest.verdict else None,
    )
