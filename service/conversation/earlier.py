"""The questions before, as a conversation's follow-up leans on them."""

from collections.abc import Callable, Sequence

from service.conversation.follow_up import Turn
from service.errors import QuestionRefused

MOST_EARLIER = 5


def followed(
    earlier: Sequence[str], turn: Callable[[str, Turn | None], Turn | None]
) -> Turn | None:
    """What a follow-up to `earlier` follows, oldest first; `turn` tells it of one question.

    A question that was refused is passed over, as it was when it was asked.
    """
    before: Turn | None = None
    for question in earlier[-MOST_EARLIER:]:
        try:
            before = turn(question, before)
        except QuestionRefused:
            continue
    return before
