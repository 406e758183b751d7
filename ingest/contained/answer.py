"""What the child that read a file tells: the document, or why there is none."""

import json
import os
import signal
from types import TracebackType

from ingest.contained.limits import MIB, Limits
from ingest.document import Document
from ingest.errors import Damaged, IngestError, TooMuchWork
from ingest.stored import packed, unpacked

DOCUMENT, ERROR = b"D", b"E"
# Exit statuses: there may be no memory left to say it in words; it never came to the file
OUT_OF_MEMORY, NOT_CONFINED = 3, 4
LONGEST = 2000  # characters of a message
KINDS = {kind.code: kind for kind in IngestError.__subclasses__()}
# How programs that cannot get memory end themselves; PDFium does it by an illegal instruction.
GAVE_UP = (signal.SIGABRT, signal.SIGILL, signal.SIGTRAP)


def of_document(document: Document) -> bytes:
    """The answer that `document` was read; raises `TooMuchWork`."""
    return DOCUMENT + packed(document)


def of_error(error: Exception, name: str) -> bytes:
    """The answer that there is none. An error nobody foresaw may quote the file: only its class and
    place are told."""
    if isinstance(error, RecursionError):
        error = TooMuchWork(f"{name}: its parts are nested too deeply to be read")
    elif not isinstance(error, IngestError):
        what = f"{type(error).__name__} at {_place(error.__traceback__)}"
        error = Damaged(f"{name}: its reader failed ({what}); the file may be damaged")
    return ERROR + json.dumps([error.code, str(error)[:LONGEST]]).encode()


def _place(traceback: TracebackType | None) -> str:
    if traceback is None:
        return "an unknown place"
    while traceback.tb_next:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_globals.get('__name__')}:{traceback.tb_lineno}"


def document(answer: bytes, name: str) -> Document:
    """The document in an answer; raises the `IngestError` it tells, or `Damaged`."""
    try:
        if answer[:1] == ERROR:
            code, message = json.loads(answer[1:])
            raise KINDS[code](_printable(message))
        made = unpacked(answer[1:])
    except (ValueError, KeyError, TypeError) as error:
        raise _none(name) from error
    if answer[:1] != DOCUMENT or made.source != name:
        raise _none(name)
    return made


def _printable(message: str) -> str:
    """It may be shown in a terminal."""
    return "".join(c if c.isprintable() else " " for c in message[:LONGEST])


def _none(name: str) -> Damaged:
    return Damaged(f"{name}: its reader gave no answer; the file may be damaged")


def failure(status: int, name: str, limits: Limits) -> IngestError:
    """Why a child ended without an answer; `status` as `os.waitpid` gives it."""
    code = os.waitstatus_to_exitcode(status)
    memory = f"more than {limits.memory // MIB} MiB of memory"
    if code == OUT_OF_MEMORY:
        return TooMuchWork(f"{name}: reading it took {memory}")
    if -code in GAVE_UP:
        return TooMuchWork(f"{name}: the reader gave up, most likely as it needed {memory}")
    if code == -signal.SIGXCPU:
        return TooMuchWork(f"{name}: reading it took more than {limits.cpu} CPU seconds")
    if code == -signal.SIGKILL:
        return TooMuchWork(f"{name}: the system ended its reader, most likely for want of memory")
    if code < 0:
        return Damaged(f"{name}: the reader crashed (signal {-code}); the file may be damaged")
    return _none(name)
