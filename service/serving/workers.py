"""Several processes that answer on one socket, and one that looks after them."""

import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from fastapi import FastAPI

from index import SearchIndexError
from service.errors import ServiceError
from service.observing.lines import log_lines
from service.serving.answering import answer
from service.serving.stopping import stoppable

log = logging.getLogger("aftalesvar.serving")

SPAWN = multiprocessing.get_context("spawn")  # a fork would copy the locks of other threads
HOPELESS = 3  # exit code of a worker that could not begin, and would not the next time
YOUNG = 10.0  # seconds; a worker that ends sooner is not started again at once
PAUSE = 2.0  # seconds
LEAVE = 12.0  # seconds until a worker that was told to stop is killed


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    began: float = field(default_factory=time.monotonic)


def answer_with(count: int, make: Callable[[], FastAPI], listening: socket.socket) -> None:
    """Answer with `count` processes, each again when it dies, until `KeyboardInterrupt`.

    Raises `ServiceError` where they cannot begin.
    """
    # Workers hold the other end: when this process dies, however it dies, they stop too.
    lifeline, ours = SPAWN.Pipe(duplex=False)

    def started() -> _Worker:
        process = SPAWN.Process(target=_work, args=(make, listening, lifeline))
        process.start()
        return _Worker(process)

    workers: list[_Worker] = []
    try:
        for _ in range(count):
            workers.append(started())
        while True:
            wait([worker.process.sentinel for worker in workers])
            workers = [_replaced(worker, started) for worker in workers]
    finally:
        listening.close()  # or who connects now would wait for nobody
        ours.close()
        _leave(workers)


def _replaced(worker: _Worker, started: Callable[[], _Worker]) -> _Worker:
    """The worker, or where it has died one in its place."""
    if worker.process.is_alive():
        return worker
    worker.process.join()
    code, pid = worker.process.exitcode, worker.process.pid
    if code == HOPELESS:
        raise ServiceError("the service cannot start; the line above says why")
    log.warning("worker %s ended with %s and is started again", pid, code)
    _forgotten(worker)
    if time.monotonic() - worker.began < YOUNG:
        time.sleep(PAUSE)
    return started()


def _leave(workers: list[_Worker]) -> None:
    deadline = time.monotonic() + LEAVE
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join(max(0.0, deadline - time.monotonic()))
        if worker.process.is_alive():
            log.warning("worker %s did not stop and is killed", worker.process.pid)
            worker.process.kill()
            worker.process.join()


def _forgotten(worker: _Worker) -> None:
    """What it was doing is no longer counted among what is being done."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.process.pid)  # type: ignore[no-untyped-call]


def _work(make: Callable[[], FastAPI], listening: socket.socket, lifeline: Connection) -> None:
    """What a worker does."""
    log_lines()
    threading.Thread(target=_end_with, args=[lifeline], daemon=True).start()
    with stoppable():
        try:
            answer(make, listening)
        except (SearchIndexError, ServiceError, OSError) as error:
            log.error("a worker cannot begin: %s", str(error))
            raise SystemExit(HOPELESS) from None


def _end_with(lifeline: Connection) -> None:
    lifeline.poll(None)
    os.kill(os.getpid(), signal.SIGTERM)
