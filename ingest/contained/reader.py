"""The front door: an open file goes in, its document comes out."""

import os
from queue import LifoQueue
from types import TracebackType
from typing import BinaryIO, Self

from ingest.contained import answer
from ingest.contained.helper import Helper, Lost, NotStarted
from ingest.contained.limits import Limits
from ingest.document import Document
from ingest.errors import TooMuchWork
from ingest.extract import Options

__all__ = ["NotStarted", "Reader"]
ORDINARY, PLAINLY = Limits(), Options()
WORKER = ("-m", "ingest.contained.worker")
TRIES = 2


class Reader:
    """Reads as many files at a time as it has `workers`; from any thread."""

    def __init__(
        self,
        workers: int = 2,
        limits: Limits = ORDINARY,
        options: Options = PLAINLY,
        *,
        worker: tuple[str, ...] = WORKER,
    ) -> None:
        """`worker` is what Python runs; it calls `ingest.contained.worker.serve`."""
        self._limits = limits
        self._helpers = [Helper(worker, limits, options) for _ in range(workers)]
        self._idle: LifoQueue[Helper] = LifoQueue()
        for helper in self._helpers:
            self._idle.put(helper)

    def parse(self, handle: int | BinaryIO, name: str) -> Document:
        """The document in the open file called `name`.

        Raises an `IngestError`; `NotStarted` where no file can be read at all.
        """
        number = handle if isinstance(handle, int) else handle.fileno()
        helper = self._idle.get()
        try:
            return self._parsed(helper, number, name)
        finally:
            self._idle.put(helper)

    def _parsed(self, helper: Helper, handle: int, name: str) -> Document:
        for _ in range(TRIES):
            try:
                status, told = helper.ask(handle, name)
            except Lost:
                continue
            except TimeoutError:
                raise TooMuchWork(
                    f"{name}: reading it took more than {self._limits.clock} seconds"
                ) from None
            if os.waitstatus_to_exitcode(status) == answer.NOT_CONFINED:
                raise NotStarted("files cannot be read safely: their readers cannot be confined")
            if status:
                raise answer.failure(status, name, self._limits)
            if told is None:
                raise TooMuchWork(f"{name}: it has more parts than a document may have")
            return answer.document(told, name)
        raise TooMuchWork(f"{name}: the process that reads files ended {TRIES} times at this one")

    def close(self) -> None:
        """End the helpers; files that are being read come to no end."""
        for helper in self._helpers:
            helper.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()
