"""A running service, asked over its API."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any
from urllib.parse import quote

from eval.errors import NoService
from eval.runs.about import Product
from eval.runs.port import Came, Put
from eval.runs.requests import Requests

PAGE = 200  # of a list; the most that a service gives
UNCLEAR = {"status": "unclear", "citations": [], "passages": []}


class OverHttp:
    """The answers of `/v1/ask`, whose fields are those of an answer in process."""

    def __init__(self, requests: Requests, workers: int) -> None:
        self._requests = requests
        self._workers = workers
        self._ids: dict[str, list[str]] | None = None

    def product(self) -> Product:
        """What answers, as far as it tells."""
        found = self._requests.get("/v1/status")
        if "generation" not in found:
            raise NoService(self._requests.url)
        return Product(
            how=self._requests.url,
            generation=found["generation"],
            built=found["built"],
            documents=found["documents"],
            passages=found["passages"],
        )

    def ask(self, questions: Sequence[Put]) -> Iterator[Came]:
        """The answers in the order in which they come; raises `Broken`."""
        if self._workers == 1:
            yield from map(self._came, questions)
            return
        pool = ThreadPoolExecutor(self._workers)
        try:
            for done in as_completed([pool.submit(self._came, put) for put in questions]):
                yield done.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _came(self, put: Put) -> Came:
        found = self._requests.post("/v1/ask", {"question": put.question})
        if found.refused:
            row = {"question": put.question, "answer": found.refused, **UNCLEAR}
            return Came(put.id, found.seconds, row)
        if found.fault:
            return Came(put.id, found.seconds, error=found.fault)
        if "text" not in found.fields:
            raise NoService(self._requests.url)
        row = {**found.fields, "id": put.id, "answer": found.fields["text"]}
        del row["text"]
        return Came(put.id, found.seconds, row)

    def text(self, document: str) -> str | None:
        """The lines of the file of that name, with those of the meetings printed inside it."""
        if self._ids is None:
            self._ids = {}
            for record in self._all("/v1/documents", "documents"):
                self._ids.setdefault(record["document"], []).append(record["id"])
        own = [f"/v1/documents/{quote(id_)}/text" for id_ in sorted(self._ids.get(document, ()))]
        lines = [line["text"] for path in own for line in self._all(path, "lines")]
        return "\n".join(lines) if own else None

    def close(self) -> None:
        """Give the connections back."""
        self._requests.close()

    def _all(self, path: str, name: str) -> Iterator[Mapping[str, Any]]:
        """What a list at `path` has on all its pages."""
        offset: int | None = 0
        while offset is not None:
            page = self._requests.get(path, limit=PAGE, offset=offset)
            yield from page.get(name, ())
            offset = page.get("next_offset")
