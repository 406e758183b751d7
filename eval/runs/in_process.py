"""The assistant asked in this process, or in several that read the same index."""

from collections.abc import Iterator, Sequence

from eval.runs.about import Product
from eval.runs.port import Came, Put
from eval.runs.spread import came, spread
from eval.runs.surroundings import code, versions
from index import OPEN_ONLY
from service import build
from service.archive.lines import lines
from service.settings import Settings

IN_PROCESS = "in process"
WORTH_A_PROCESS = 20  # questions; starting one costs as much as about so many answers


class InProcess:
    """The index in a home, asked as the service asks it, for what everybody may see."""

    def __init__(self, settings: Settings, workers: int, source: str = "") -> None:
        """`source` is the fingerprint of the documents that were indexed for this run alone."""
        self._settings = settings
        self._source = source
        self._workers = workers
        self._index = build.index(settings)

    def product(self) -> Product:
        """What answers; raises `IndexMissing`."""
        facts = self._index.facts()
        return Product(
            how=IN_PROCESS,
            generation=facts.generation,
            built="" if self._source else facts.built,
            documents=facts.documents,
            passages=facts.passages,
            version=versions().get("aftalesvar", ""),
            code=code(),
            source=self._source,
            settings=without_secrets(self._settings),
        )

    def ask(self, questions: Sequence[Put]) -> Iterator[Came]:
        """The answers in the order in which they come; raises `Broken`."""
        workers = min(self._workers, -(-len(questions) // WORTH_A_PROCESS))
        if workers > 1:
            yield from spread(self._settings, workers, questions)
        else:
            assistant = build.assistant(self._settings)
            yield from (came(assistant, put) for put in questions)

    def text(self, document: str) -> str | None:
        """The lines of the file of that name, with those of the meetings printed inside it."""
        with self._index.snapshot() as state:
            own = sorted(p.id for p in state.papers(OPEN_ONLY) if p.source == document)
            read = [state.document(id_, OPEN_ONLY) for id_ in own]
        return "\n".join(line.text for one in read if one for line in lines(one)) if own else None

    def close(self) -> None:
        """Give the files back."""
        self._index.close()


def without_secrets(settings: Settings) -> dict[str, str | int | None]:
    """The settings that change answers; no key, and no arguments, in which keys may stand."""
    embedder, model = settings.embedder, settings.model
    return {
        "ocr": settings.ocr,
        "store": "server" if settings.server else "files",
        "embedder": embedder.model if embedder else None,
        "query_prefix": embedder.query_prefix if embedder else None,
        "passage_prefix": embedder.passage_prefix if embedder else None,
        "dimension": embedder.dimension if embedder else None,
        "language_model": model.model if model else None,
        "language_model_url": model.base_url if model else None,
    }
