"""Why a language model gave no answer; never with what the server wrote, keys may stand in it."""

from enum import StrEnum

from service.errors import ServiceError


class Failure(StrEnum):
    """What was wrong. The last five are no fault of the server."""

    UNREACHABLE = "the server cannot be reached"
    REFUSED = "the server refuses the request; look at URL, model and key"
    BUSY = "the server is busy"
    BROKEN = "the server fails"
    GARBAGE = "the server's answer cannot be read"
    EMPTY = "the answer is empty"
    LATE = "the answer took too long"
    CUT_OFF = "the answer broke off"
    TOO_LONG = "the answer does not end"
    PAUSED = "it failed several times and is left alone for a while"
    ENGLISH = "what it writes in English cannot be checked against Danish sources"
    NO_SOURCES = "no source may be shown to it"
    NO_ANSWER = "it finds no answer in the sources"
    NOTHING_STANDS = "nothing of its answer stands"


class ModelFailed(ServiceError):
    """The model gave nothing, or failed; the sentences that had passed were yielded before."""

    def __init__(self, reason: Failure) -> None:
        super().__init__(f"language model: {reason.value}")
        self.reason = reason
