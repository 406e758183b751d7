"""The service from its settings: listen, follow the sources, answer, and stop cleanly."""

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from tempfile import TemporaryDirectory

import typer

from service import build
from service.observing.lines import log_lines
from service.serving.answering import answer
from service.serving.chores import repeated
from service.serving.listening import listening, url_of
from service.serving.stopping import stoppable
from service.serving.workers import answer_with
from service.settings import Address, Settings, share_measures
from service.sources import sources, watched
from service.watch import following


def serve(chosen: Settings, where: Address, *, workers: int, watch: bool) -> None:
    """Serve until told to stop; raises `ServiceError` where that cannot begin."""
    log_lines()
    make = partial(build.app, chosen, where.host)
    with (
        stoppable(),
        listening(where) as taken,
        _following(chosen, watch=watch),
        repeated(build.feedback(chosen).forget),
    ):
        typer.echo(f"{url_of(taken)}  (stop with Ctrl+C)")
        if workers == 1:
            answer(make, taken)
        else:
            with _shared_measures() as folder:
                shared = partial(make, secret=secrets.token_bytes(32), measures=folder)
                answer_with(workers, shared, taken)


def _following(chosen: Settings, *, watch: bool) -> AbstractContextManager[None]:
    if not watch or not sources(chosen.home, []):
        return nullcontext()
    return following(chosen.home, watched(chosen.home), chosen.check_minutes)


@contextmanager
def _shared_measures() -> Iterator[str]:
    """Where the workers add up what they count."""
    with TemporaryDirectory(prefix="aftalesvar-", ignore_cleanup_errors=True) as folder:
        share_measures(folder)
        yield folder
