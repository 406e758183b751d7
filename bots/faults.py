"""What is told where a question was not answered; nothing of the error itself."""

from service import texts
from service.access.errors import TooMany
from service.errors import QuestionRefused, UnknownFilter
from service.unready import IndexMissing, SearchIndexError


def told(error: BaseException) -> str:
    """The error in Danish; of one that the asker can do nothing about only that there was one."""
    if isinstance(error, QuestionRefused):
        return error.reason
    if isinstance(error, UnknownFilter):
        return str(error)
    if isinstance(error, TooMany):
        return texts.wait(error.seconds)
    if isinstance(error, IndexMissing):
        return texts.BOT_INDEX_MISSING
    if isinstance(error, SearchIndexError):
        return texts.BOT_INDEX_UNUSABLE
    return texts.BOT_BROKEN
