"""Following a subject: what may be followed, and what is said of it."""

from asyncio import to_thread

from bots.asker import Place
from bots.parts import Parts
from bots.ports import Followed
from service import texts
from service.errors import QuestionRefused
from service.intake import presentable

LONGEST = 80  # characters of a subject
MOST = 20  # subjects in a place


async def startable(parts: Parts, followed: Followed) -> list[str]:
    """The keys of what is known of a subject that can be followed there.

    Raises `QuestionRefused` where it is too long, followed already, or one too many.
    """
    if not followed.subject:
        raise QuestionRefused(texts.FOLLOW_WITHOUT_SUBJECT)
    if len(followed.subject) > LONGEST or presentable(followed.subject)[1]:
        raise QuestionRefused(texts.SUBJECT_UNFIT.format(limit=LONGEST))
    here = await subjects(parts, followed.place)
    if followed.subject.casefold() in map(str.casefold, here):
        raise QuestionRefused(texts.FOLLOWED_ALREADY.format(subject=followed.subject))
    if len(here) >= MOST:
        raise QuestionRefused(texts.FOLLOWED_TOO_MANY.format(limit=MOST))
    return [item.key for item in await parts.newsroom.decisions(followed.subject)]


async def start(parts: Parts, followed: Followed, known: list[str]) -> None:
    """Follow it from now on; what is `known` is no news."""
    await to_thread(parts.memory.follow, followed, known)


def started(subject: str, known: int, how_to_stop: str) -> str:
    """What is told in the place where it is followed from now on."""
    how_many = {0: texts.FOLLOW_NOTHING_YET, 1: texts.FOLLOW_ONE_YET}
    counted = how_many.get(known, texts.FOLLOW_KNOWN.format(count=known))
    return " ".join(
        (
            texts.FOLLOW_STARTED.format(subject=subject),
            counted,
            texts.FOLLOW_STOP.format(how=how_to_stop),
        )
    )


async def stopped(parts: Parts, place: Place, subject: str) -> bool:
    """Follow it no more; `False` where it was not followed. Capitals make no difference."""
    for known in await subjects(parts, place):
        if known.casefold() == subject.casefold():
            return await to_thread(parts.memory.unfollow, place, known)
    return False


async def not_followed(parts: Parts, place: Place, subject: str) -> str:
    """That it is not followed there, and what is; CPR numbers are not repeated."""
    named = texts.NOT_FOLLOWED.format(subject=presentable(subject)[0].strip())
    return " ".join((named, told(await subjects(parts, place)), texts.WAS_IT_A_QUESTION))


async def subjects(parts: Parts, place: Place) -> list[str]:
    """What is followed there."""
    here = await to_thread(parts.memory.following, place.platform, place)
    return [each.subject for each in here]


def told(here: list[str]) -> str:
    """What is followed there, in a sentence."""
    if not here:
        return texts.FOLLOWED_NOTHING
    return texts.FOLLOWED_HERE.format(subjects=texts.listed([f"„{each}“" for each in here]))
