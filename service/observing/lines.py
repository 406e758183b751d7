"""The log: one JSON object a line on stderr, of fields that are allowed and nothing else.

What a visitor wrote may stand in the words of an exception or of a library. Of those only names
and places in code are told.
"""

import json
import logging
import threading
import traceback
from datetime import UTC, datetime
from types import TracebackType

FIELDS = (
    "request_id",
    "route",
    "method",
    "status",
    "duration_ms",
    "channel",
    "visitor",
    "code",
    "cut",
)
# Whose messages are ours, or were read and quote no visitor.
TRUSTED = ("aftalesvar", "bots", "service", "index", "ingest", "uvicorn.error")
DEEPEST = 12  # calls of a stack that are told
log = logging.getLogger("aftalesvar.serving")


class Lines(logging.Formatter):
    """A record as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        known = getattr(record, "fields", {})
        line: dict[str, object] = {
            "ts": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": _event(record),
            "logger": record.name,
            **{name: known[name] for name in FIELDS if known.get(name) is not None},
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__qualname__
            line["stack"] = stack(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    """The message, with the names of exceptions; of strangers only where in their code it was."""
    if record.name.split(".")[0] not in TRUSTED and record.name not in TRUSTED:
        return f"{record.module}:{record.lineno}"
    if isinstance(record.args, tuple):
        record.args = tuple(
            type(each).__name__ if isinstance(each, BaseException) else each for each in record.args
        )
    return record.getMessage()


def stack(trace: TracebackType | None) -> list[str]:
    """Where in the code, outermost first; no line of it and no value."""
    frames = traceback.extract_tb(trace)[-DEEPEST:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def log_lines() -> None:
    """Log so from now on, in this process."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("aftalesvar").setLevel(logging.INFO)
    logging.captureWarnings(True)  # a warning of pydantic quotes what it was given
    threading.excepthook = _thread_failed


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        known = (failed.exc_type, failed.exc_value, failed.exc_traceback)
        log.error("a thread failed", exc_info=known)
