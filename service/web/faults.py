"""Where a fault happened, for the log, and nothing of what was worked on."""

import traceback
from collections.abc import Iterator


def places(fault: BaseException) -> str:
    """The kind of each error that led to it, and the lines it came through.

    The text of an error is left out: it may repeat what somebody asked.
    """
    return "\n".join(line for error in _led_to(fault) for line in _lines(error))


def _lines(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def _led_to(fault: BaseException) -> Iterator[BaseException]:
    """`fault`, and what it was raised for or is a group of, each once."""
    waiting: list[BaseException | None] = [fault]
    seen: set[int] = set()
    while waiting:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        waiting.append(error.__cause__ or error.__context__)
        if isinstance(error, BaseExceptionGroup):
            waiting.extend(error.exceptions)
