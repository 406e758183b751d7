"""Questions spread over processes that each open the same index."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from eval.errors import Broken
from eval.runs.port import Came, Put
from service import build
from service.batch import Asked, answered
from service.ports import Assistant
from service.settings import Settings

_own: list[Assistant] = []  # the assistant of a process that was started here


def came(assistant: Assistant, put: Put) -> Came:
    """The answer as `batch` writes it; a fault of ours is a finding, and not the end."""
    begun = time.perf_counter()
    try:
        row = next(answered(assistant, [Asked(put.id, put.question)], lambda *_: None))
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        return Came(put.id, time.perf_counter() - begun, error=told)
    return Came(put.id, time.perf_counter() - begun, row)


def spread(settings: Settings, workers: int, questions: Sequence[Put]) -> Iterator[Came]:
    """The answers in the order in which they come; raises `Broken` where a process dies."""
    # A fork would copy the locks and the open store of this process.
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, spawn, _begin, (settings,))
    try:
        for done in as_completed([pool.submit(_ask, put) for put in questions]):
            yield done.result()
    except BrokenProcessPool as error:
        raise Broken(
            "a process that answered was ended from outside (too little memory?); run the same "
            "command again to go on, with --workers 1 if need be"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(settings: Settings) -> None:
    """Leave Ctrl+C to the process that started this one, and end when it does, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own.append(build.assistant(settings))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _ask(put: Put) -> Came:
    return came(_own[0], put)
